/** A fresh case to practise on: all of it follows from one number. Pure. */
import { sealed } from '../atlas/sealed.ts';
import { findTerm, lookAlikePairs, type MorphologyId, morphologyIds } from '../lexicon/index.ts';
import { drawsOf } from '../quiz/draw.ts';
import type { Item, Key } from '../quiz/item.ts';
import { termChoice } from '../quiz/term-choice.ts';
import type { Order } from '../radiography/darkroom/order.ts';
import type { ViewTruth } from '../radiography/truth/view-truth.ts';

/** What the darkroom is asked for, and what is to be seen in it. */
export interface FreshCase {
  readonly seed: number;
  readonly order: Order;
  readonly morphology: MorphologyId;
  /** The words to choose from: all of them, or the two of a drill. */
  readonly among: readonly MorphologyId[];
}

/** The drills: two words that are taken for one another. */
export const drills: readonly (readonly [MorphologyId, MorphologyId])[] = lookAlikePairs.map(
  ({ of }) => of,
);

/** One past the largest seed. */
export const seedLimit = 2 ** 32;

/** The field about the lesion, in pixels of the detector: some 40 mm of the breast. */
const field = { widthPx: 1024, heightPx: 1024 } as const;
/** From plain to hard, as recipes have it. */
const difficulties = [0.1, 0.5] as const;

/** The case of a seed. Every word of those to choose from is as likely as any other. */
export function freshCase(seed: number, among: readonly MorphologyId[] = morphologyIds): FreshCase {
  const draw = drawsOf(`endless ${seed}`);
  const morphology = among[Math.floor(draw() * among.length)] as MorphologyId;
  const [plain, hard] = difficulties;
  const difficulty = Math.round(100 * (plain + draw() * (hard - plain))) / 100;
  // Only from the side can sediment be told; other words come in that view as well, lest it give it away.
  const isSediment =
    morphology === 'milk-of-calcium' || (isDrill(among) && among.includes('milk-of-calcium'));
  const fromTheSide = isSediment || draw() < 1 / 3;
  return {
    seed,
    morphology,
    among,
    order: {
      recipe: { seed, morphology, difficulty },
      view: fromTheSide ? 'magnification-ml' : 'magnification-cc',
      collimation: field,
    },
  };
}

/** The seed that a link names; undefined where it names none. */
export function seedIn(query: string): number | undefined {
  const text = new URLSearchParams(query).get('case') ?? '';
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return seed !== undefined && seed < seedLimit ? seed : undefined;
}

/** The drill that a link names; undefined where it names none. */
export function drillIn(query: string): readonly MorphologyId[] | undefined {
  const words = new URLSearchParams(query).get('words');
  return drills.find((of) => of.join('-or-') === words);
}

/** The query of the link to a case. */
export const linkTo = ({ seed, among }: Pick<FreshCase, 'seed' | 'among'>) =>
  `?case=${seed}${isDrill(among) ? `&words=${among.join('-or-')}` : ''}`;

const isDrill = (among: readonly MorphologyId[]) => among.length < morphologyIds.length;

/** Whether a radiograph shows enough of its calcifications to be asked about. */
export const canBeAsked = ({ specks }: ViewTruth) => specks.some(({ visible }) => visible);

/** The question that a case asks; `addressOf` gives the page of a term. */
export function itemOf(
  { seed, morphology, order, among }: FreshCase,
  truth: ViewTruth,
  addressOf: (term: MorphologyId) => string,
): Item {
  const { asked, key } = termChoice('morphology', among, morphology);
  const { label } = findTerm('morphology', morphology);
  const whole: Key = {
    ...key,
    explanation: truthInWords(truth),
    links: [{ label, href: addressOf(morphology) }],
    sources: [],
    category: `morphology:${morphology}`,
    term: { asks: 'morphology', truth: morphology, options: among },
  };
  return {
    id: isDrill(among) ? `drill-${among.join('-or-')}-${seed}` : `endless-${seed}`,
    asked: {
      ...asked,
      title: findTerm('view', order.view).label,
      prompt: 'Which word fits the shape of the particles?',
    },
    key: sealed(whole),
  };
}

/** What was put into the breast, in a sentence or two. */
function truthInWords({ specks, measures }: ViewTruth): string {
  const seen = specks.filter(({ visible }) => visible).length;
  const minerals = [...new Set(specks.map(({ mineral }) => findTerm('mineral', mineral).label))];
  const hosts = [...new Set(specks.map(({ hostWords }) => hostWords))];
  const place = hosts.length === 1 ? ` Each lies in ${hosts[0]}.` : '';
  const mm = (length: number) => `${Number(length.toPrecision(2))}\u202fmm`;
  const sizes =
    mm(measures.smallestMm) === mm(measures.largestMm)
      ? mm(measures.largestMm)
      : `${Number(measures.smallestMm.toPrecision(2))} to ${mm(measures.largestMm)}`;
  const many = specks.length === 1 ? 'One calcification' : `${specks.length} calcifications`;
  return `${many} of ${listed(minerals)}, of which ${seen} can be seen here: ${sizes} in size, over ${mm(measures.extentMm)}.${place} The marks show where.`;
}

const listed = (words: readonly string[]) =>
  words.map((word) => word.toLowerCase()).join(' and ') || 'no mineral';
