import type { ViewOfCase } from '../../atlas/example-views.ts';
import type {
  AssessmentId,
  DistributionId,
  ManagementId,
  MorphologyId,
} from '../../lexicon/index.ts';
import type { Certainty } from '../scoring/certainty.ts';
import type { Region } from '../scoring/localisation.ts';
import { type Reading, type ReadingScore, scoreReading, type Truth } from '../scoring/reading.ts';
import type { PlacedMark } from './places.ts';

/** What is told of a finding, in the order of a work-up. */
export const describedIds = ['morphology', 'distribution', 'assessment', 'management'] as const;
export type DescribedId = (typeof describedIds)[number];

/** The categories that a reader may give after a complete work-up. */
export const readingCategories: readonly AssessmentId[] = ['2', '3', '4a', '4b', '4c', '5'];

/**
 * A case to read: screening views first, then the magnified ones, which come after the mark. A patient may
 * come with magnification views only, on which everything is done.
 */
export interface AskedReading {
  readonly kind: 'reading';
  readonly pictures: readonly ViewOfCase[];
  /** So many of the pictures are screening views; none where there are magnification views only. */
  readonly screening: number;
  readonly asks: readonly DescribedId[];
}

/** The pictures on which the finding is looked for, and those that come after the mark. */
export function partsOf({ pictures, screening }: AskedReading): {
  searched: readonly ViewOfCase[];
  added: readonly ViewOfCase[];
} {
  const searched = screening === 0 ? pictures.length : screening;
  return { searched: pictures.slice(0, searched), added: pictures.slice(searched) };
}

/** What is true of the case; the findings are fetched when the answer is checked. */
export interface ReadingKey {
  readonly truth: Omit<Truth, 'localisation'>;
  readonly isMalignant?: boolean;
  readonly findings?: readonly (Region | undefined)[];
}

/** What a reader says of a case. */
export interface ReadingAnswer {
  readonly mark: PlacedMark | null;
  /** Whether the screening is done: what follows shows the place. */
  readonly recalled: boolean;
  readonly morphology?: MorphologyId;
  readonly distribution?: DistributionId;
  readonly assessment?: AssessmentId;
  readonly management?: ManagementId;
  /** Estimated likelihood of malignancy, from 0 to 100. */
  readonly likelihoodPercent?: number;
}

/** What a reader is still asked, in the words of the interface. */
const missing: Readonly<Record<DescribedId, string>> = {
  morphology: 'Name the shape first.',
  distribution: 'Name the arrangement first.',
  assessment: 'Give a category first.',
  management: 'Choose the next step first.',
};

/** What is still missing of a reading, in a sentence; undefined where it is whole. */
export function missingFromReading(asked: AskedReading, answer: ReadingAnswer): string | undefined {
  if (!answer.recalled)
    return `Mark what you see on the ${asked.screening === 0 ? 'magnification' : 'screening'} views and go on, or say that you see nothing.`;
  const open = asked.asks.find((id) => answer[id] === undefined);
  if (open) return missing[open];
  return answer.likelihoodPercent === undefined
    ? 'Estimate how likely it is cancer first.'
    : undefined;
}

/** Scores each dimension of a reading, and the whole. */
export function scoreAnswer(
  key: ReadingKey,
  answer: ReadingAnswer,
  certainty?: Certainty,
): ReadingScore {
  const { mark, morphology, distribution, assessment, management } = answer;
  const at = mark?.picture ?? 0;
  const finding = key.findings?.[at];
  const reading: Reading = {
    localisation: mark ? [mark] : [],
    // Shape and arrangement are told on the magnified views, which show the finding itself.
    magnified: true,
    ...(morphology && { morphology }),
    ...(distribution && { distribution }),
    ...(assessment && { assessment }),
    ...(management && { management }),
    ...(certainty && { certainty }),
  };
  return scoreReading(reading, { localisation: finding ? [finding] : [], ...key.truth });
}

/** What a reading says for the measures of a reader, beside its score. */
export interface ReadingRecord {
  /** What was true and what was said, of each kind of term. */
  readonly terms: readonly { asks: string; truth: string; answer: string }[];
  /** What each dimension earned. */
  readonly credits: Readonly<Record<string, number>>;
  readonly biopsy?: { readonly taken: boolean; readonly needed: boolean };
  /** The estimated likelihood of malignancy, from 0 to 1, and what was true. */
  readonly likelihood: number;
  readonly isMalignant?: boolean;
  /** Whether the finding was marked, and whether a mark hit nothing. */
  readonly hit: boolean;
  readonly stray: boolean;
  /** Only where it was looked for on magnification views, where it is found more easily. */
  readonly magnifiedOnly?: true;
}

/** What is kept of a reading for the measures. */
export function recordOf(
  { screening }: Pick<AskedReading, 'screening'>,
  key: ReadingKey,
  answer: ReadingAnswer,
): ReadingRecord {
  const { dimensions } = scoreAnswer(key, answer);
  const { truth, isMalignant } = key;
  const hit = (dimensions.localisation?.credit ?? 0) > 0;
  const terms = (['morphology', 'distribution', 'assessment'] as const).flatMap((asks) => {
    const [right] = truth[asks] ?? [];
    const said = answer[asks];
    return right !== undefined && said !== undefined ? [{ asks, truth: right, answer: said }] : [];
  });
  const [needed] = truth.management ?? [];
  return {
    terms,
    credits: Object.fromEntries(
      Object.entries(dimensions).map(([id, { credit }]) => [id, Math.round(credit * 1000) / 1000]),
    ),
    ...(needed &&
      answer.management && {
        biopsy: { taken: answer.management === 'biopsy', needed: needed === 'biopsy' },
      }),
    likelihood: (answer.likelihoodPercent ?? 0) / 100,
    ...(isMalignant !== undefined && { isMalignant }),
    hit,
    stray: answer.mark !== null && !hit,
    ...(screening === 0 && { magnifiedOnly: true }),
  };
}
