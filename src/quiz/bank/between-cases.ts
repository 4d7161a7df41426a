/** What several simulated cases ask together: look-alikes, slides to match, an order of suspicion. Pure. */
import { type CaseRecord, viewId } from '../../atlas/case.ts';
import type { ViewOfCase } from '../../atlas/example-views.ts';
import { assessmentIds, findTerm, lookAlikePairs } from '../../lexicon/index.ts';
import { shuffled } from '../draw.ts';
import { type CaseTruth, caseTruth } from './case-truth.ts';
import type { Draft } from './draft.ts';

/** A case as the content has it. */
export interface Case {
  readonly id: string;
  readonly data: CaseRecord;
}

interface Known extends Case {
  readonly truth: CaseTruth;
  /** The magnified view whose findings name the shape. */
  readonly magnified?: ViewOfCase | undefined;
  readonly section?: ViewOfCase | undefined;
  readonly text: string;
}

/** No more items than these of one pair of words, or of one kind. */
const most = { ofPair: 3, matches: 10, orders: 8 } as const;

export function itemsBetweenCases(cases: readonly Case[]): Draft[] {
  const known = [...cases]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((each) => knownOf(each) ?? []);
  return [...lookAlikes(known), ...matches(known), ...orders(known)];
}

function knownOf(entry: Case): Known | undefined {
  const { id, data } = entry;
  const truth = caseTruth(data);
  if (!truth) return undefined;
  const shape = data.findings.find(({ morphology }) => morphology);
  const [magnified] = (shape?.views ?? []).filter((view) => view.startsWith('magnification'));
  const section = data.views.find(({ kind }) => kind === 'histology');
  return {
    ...entry,
    truth,
    magnified: magnified === undefined ? undefined : { case: id, view: magnified },
    section: section && { case: id, view: viewId(section) },
    text: shape?.text ?? '',
  };
}

/** All pairs of a list that fit, in its order. */
const pairsOf = (known: readonly Known[], fits: (a: Known, b: Known) => boolean) =>
  known.flatMap((a, at) =>
    known.slice(at + 1).flatMap((b) => (fits(a, b) ? [[a, b] as const] : [])),
  );

/** Two views of which each is one of two words that are taken for one another. */
function lookAlikes(known: readonly Known[]): Draft[] {
  return lookAlikePairs.flatMap(({ of, reason }) =>
    pairsOf(known, (a, b) => {
      const shapes = [a.truth.morphology, b.truth.morphology];
      return Boolean(a.magnified && b.magnified) && of.every((id) => shapes.includes(id));
    })
      .slice(0, most.ofPair)
      .map((pair): Draft => {
        const id = `alike-${pair.map((each) => each.id).join('-')}`;
        const sides = shuffled(pair, id);
        return {
          id,
          group: 'several',
          asked: {
            kind: 'look-alike-pair',
            title: 'Two that look alike',
            prompt:
              'One of the two views shows the one shape, the other the other. Which is which?',
            pictures: sides.flatMap(({ magnified }) => magnified ?? []),
            words: of.map((word) => findTerm('morphology', word).label) as [string, string],
            sides: ['Picture 1', 'Picture 2'],
          },
          key: {
            words: sides.map(({ truth }) => of.indexOf(truth.morphology)),
            why: sides.map(({ text }) => text),
          },
          explanation: reason?.text ?? '',
          category: `alike:${of.join('-')}`,
          terms: of.map((word) => ['morphology', word] as const),
          cases: pair.map((each) => each.id),
          references: [],
        };
      }),
  );
}

/** Two mammograms and two slides: which belongs to which. */
function matches(known: readonly Known[]): Draft[] {
  return pairsOf(
    known,
    (a, b) =>
      Boolean(a.magnified && b.magnified && a.section && b.section) &&
      a.truth.morphology !== b.truth.morphology &&
      a.truth.lesion !== b.truth.lesion,
  )
    .slice(0, most.matches)
    .map((pair): Draft => {
      const id = `match-${pair.map((each) => each.id).join('-')}`;
      const above = shuffled(pair, `${id} above`);
      const below = shuffled(pair, `${id} below`);
      return {
        id,
        group: 'several',
        asked: {
          kind: 'look-alike-pair',
          title: 'Mammogram and slide',
          prompt: 'Two patients: which slide comes from the breast of which magnification view?',
          pictures: [
            ...above.map((each) => each.magnified),
            ...below.map((each) => each.section),
          ].flatMap((picture) => picture ?? []),
          words: ['Picture 3', 'Picture 4'],
          sides: ['Picture 1', 'Picture 2'],
        },
        key: {
          words: above.map((each) => below.indexOf(each)),
          why: above.map(
            ({ truth, text }) =>
              `${text} Under the microscope: ${truth.lesion ? findTerm('lesion', truth.lesion).label.toLowerCase() : 'a benign change'}.`,
          ),
        },
        explanation: above
          .flatMap(({ truth }) =>
            truth.lesion ? [findTerm('lesion', truth.lesion).calcification] : [],
          )
          .map(({ text }) => text)
          .join(' '),
        category: 'match:slide',
        terms: pair.flatMap(({ truth }) =>
          truth.lesion ? [['lesion', truth.lesion] as const] : [],
        ),
        cases: pair.map((each) => each.id),
        references: [],
      };
    });
}

/** Three views to bring into the order of their likelihood of malignancy. */
function orders(known: readonly Known[]): Draft[] {
  const rankOf = ({ truth }: Known) => assessmentIds.indexOf(truth.assessment ?? '0');
  const usable = known.filter((each) => each.magnified && rankOf(each) > 1);
  const triples = usable.flatMap((a, at) =>
    usable.slice(at + 1).flatMap((b, next) =>
      usable.slice(at + next + 2).flatMap((c) => {
        const ranks = new Set([a, b, c].map(rankOf));
        return ranks.size === 3 ? [[a, b, c]] : [];
      }),
    ),
  );
  return shuffled(triples, 'orders')
    .slice(0, most.orders)
    .map((triple): Draft => {
      const id = `order-${triple.map((each) => each.id).join('-')}`;
      const shown = shuffled(triple, id);
      const ranks = shown.map((each) => rankOf(each));
      const isRight = ranks.every((rank, at) => at === 0 || (ranks[at - 1] ?? 0) < rank);
      const final = isRight ? shown.toReversed() : shown;
      return {
        id,
        group: 'several',
        asked: {
          kind: 'ordering',
          title: 'An order of suspicion',
          prompt: 'Bring the three views into the order of their likelihood of malignancy.',
          pictures: final.flatMap(({ magnified }) => magnified ?? []),
          from: 'Least likely',
          to: 'Most likely',
          entries: final.map((_, index) => `Picture ${index + 1}`),
        },
        key: {
          ranks: final.map(rankOf),
          why: final.map(
            ({ truth }) =>
              `${findTerm('morphology', truth.morphology).label}${truth.distribution ? `, ${findTerm('distribution', truth.distribution).label.toLowerCase()}` : ''}: ${findTerm('assessment', truth.assessment ?? '0').label.toLowerCase()}. ${truth.reason ?? ''}`,
          ),
        },
        explanation:
          'The category follows from shape and arrangement after a complete work-up; it is a teaching rule, not a decision about a patient.',
        category: 'order:likelihood',
        terms: final.map(({ truth }) => ['morphology', truth.morphology] as const),
        cases: triple.map((each) => each.id),
        references: [],
      };
    });
}
