import {
  type AssessmentId,
  type DistributionId,
  findTerm,
  type Likeness,
  likenessOfAssessments,
  likenessOfDistributions,
  likenessOfMinerals,
  likenessOfMorphologies,
  type ManagementId,
  managementLabels,
  type MineralId,
  type MorphologyId,
} from '../../lexicon/index.ts';
import { type Certainty, certaintyPoints } from './certainty.ts';
import { type Place, type Region, scoreLocalisation } from './localisation.ts';
import { percentOf, type Score } from './score.ts';

/** What a reading is scored on, in the order of a work-up. */
export const dimensionIds = [
  'localisation',
  'morphology',
  'distribution',
  'assessment',
  'management',
  'mineral',
] as const;

/** One of the things that a reading is scored on. */
export type DimensionId = (typeof dimensionIds)[number];

/**
 * What is true of a case. Of a term there may be several that a panel accepts, since experts differ.
 * What is left out is not asked.
 */
export interface Truth {
  readonly localisation?: readonly Region[];
  readonly morphology?: readonly MorphologyId[];
  readonly distribution?: readonly DistributionId[];
  readonly assessment?: readonly AssessmentId[];
  readonly management?: readonly ManagementId[];
  readonly mineral?: readonly MineralId[];
}

/** What a reader says of a case; what is left out counts as not answered. */
export interface Reading {
  readonly localisation?: readonly Place[];
  /** Whether shape and arrangement were told on magnified views of the finding, wherever the mark was. */
  readonly magnified?: boolean;
  readonly morphology?: MorphologyId;
  readonly distribution?: DistributionId;
  readonly assessment?: AssessmentId;
  readonly management?: ManagementId;
  readonly mineral?: MineralId;
  readonly certainty?: Certainty;
}

/** The score of a reading: each dimension that was asked, their mean, and the points for certainty. */
export interface ReadingScore {
  readonly dimensions: Readonly<Partial<Record<DimensionId, Score>>>;
  readonly total: Score;
  /** Only where the reader said how sure he is. */
  readonly points?: number;
}

/** The dimensions that describe what was marked, and so count nothing where something else was. */
const descriptive: readonly DimensionId[] = ['morphology', 'distribution'];

/**
 * Scores a reading against the truth of its case. Each dimension that the truth holds earns 0 to 1 by
 * how near the answer lies to the nearest accepted term; the total is their mean, unweighted, as no
 * source gives weights. A shape or arrangement described at another place earns nothing. Throws a
 * RangeError if the truth holds no dimension. See docs/scoring.md.
 */
export function scoreReading(reading: Reading, truth: Truth): ReadingScore {
  const asked = dimensionIds.filter((id) => truth[id] !== undefined);
  if (asked.length === 0) throw new RangeError('A reading needs at least one dimension to score.');
  const scores = new Map(asked.map((id) => [id, scoreOf(id, reading, truth)]));
  if (scores.get('localisation')?.credit === 0 && !reading.magnified)
    for (const id of descriptive)
      if (scores.has(id))
        scores.set(id, { credit: 0, reason: 'It describes another place than the finding.' });
  const credit = [...scores.values()].reduce((sum, each) => sum + each.credit, 0) / asked.length;
  const lost = asked.filter((id) => (scores.get(id)?.credit ?? 0) < 1);
  const reason =
    lost.length === 0
      ? `All of ${asked.join(', ')} is right.`
      : `${percentOf(credit)} is the mean over ${asked.join(', ')}; what was lost, was lost on ${lost.join(', ')}.`;
  return {
    dimensions: Object.fromEntries(scores),
    total: { credit, reason },
    ...(reading.certainty && { points: certaintyPoints(credit, reading.certainty) }),
  };
}

function scoreOf(id: DimensionId, reading: Reading, truth: Truth): Score {
  switch (id) {
    case 'localisation':
      return scoreLocalisation(reading.localisation ?? [], truth.localisation ?? []);
    case 'morphology':
      return scoreTerm(id, reading.morphology, truth.morphology ?? [], likenessOfMorphologies);
    case 'distribution':
      return scoreTerm(id, reading.distribution, truth.distribution ?? [], likenessOfDistributions);
    case 'assessment':
      return scoreTerm(id, reading.assessment, truth.assessment ?? [], likenessOfAssessments);
    case 'mineral':
      return scoreTerm(id, reading.mineral, truth.mineral ?? [], likenessOfMinerals);
    case 'management':
      return scoreManagement(reading.management, truth.management ?? []);
  }
}

/** Scores a term against those accepted, the nearest of which counts; says both and why. */
export function scoreTerm<Id extends string>(
  kind: 'morphology' | 'distribution' | 'assessment' | 'mineral',
  answer: Id | undefined,
  accepted: readonly Id[],
  likeness: (answer: Id, truth: Id) => Likeness,
): Score {
  const label = (id: Id) => findTerm(kind, id).label;
  const truths = accepted.map(label).join(' or ');
  if (answer === undefined) return { credit: 0, reason: `Not answered; it is ${truths}.` };
  const best = accepted
    .map((truth) => likeness(answer, truth))
    .reduce((a, b) => (b.credit > a.credit ? b : a), { credit: -1 } as Likeness);
  if (accepted.includes(answer)) return { credit: 1, reason: `${label(answer)} is right.` };
  return {
    credit: Math.max(0, best.credit),
    reason: `You said ${label(answer)}; it is ${truths}. ${best.reason ?? ''}`.trim(),
  };
}

/**
 * Scores the next step. Half where neither answer nor truth takes tissue, else nothing: a cancer that
 * is not biopsied and a biopsy for nothing are the errors that reader schemes count.
 */
export function scoreManagement(
  answer: ManagementId | undefined,
  accepted: readonly ManagementId[],
): Score {
  const truths = accepted.map((id) => managementLabels[id].toLowerCase()).join(' or ');
  if (answer === undefined)
    return { credit: 0, reason: `Not answered; the next step is ${truths}.` };
  if (accepted.includes(answer))
    return { credit: 1, reason: `${managementLabels[answer]} is the right next step.` };
  const said = managementLabels[answer].toLowerCase();
  const bothWait = answer !== 'biopsy' && accepted.some((id) => id !== 'biopsy');
  if (bothWait)
    return {
      credit: 0.5,
      reason: `You chose ${said}, the next step is ${truths}. Neither takes tissue.`,
    };
  return answer === 'biopsy'
    ? {
        credit: 0,
        reason: `You chose ${said}, the next step is ${truths}: tissue taken without need.`,
      }
    : {
        credit: 0,
        reason: `You chose ${said}, the next step is ${truths}: a lesion that needs tissue was left.`,
      };
}
