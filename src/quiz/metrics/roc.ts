import { around, type Measure, minimum, tooFew } from './measure.ts';

/** One case with the reader's rating: higher is more suspicious. */
export interface Rated {
  readonly rating: number;
  readonly positive: boolean;
}

/** A point of the curve: false and true positive fraction when everything from a rating on is called. */
export interface RocPoint {
  readonly falsePositive: number;
  readonly truePositive: number;
}

/** The empirical ROC curve from (0, 0) to (1, 1), one point for every rating used. */
export function rocCurve(cases: readonly Rated[]): RocPoint[] {
  const positives = cases.filter(({ positive }) => positive).length;
  const negatives = cases.length - positives;
  const ratings = [...new Set(cases.map(({ rating }) => rating))].sort((a, b) => b - a);
  const from = (rating: number, wanted: boolean) =>
    cases.filter((each) => each.positive === wanted && each.rating >= rating).length;
  return [
    { falsePositive: 0, truePositive: 0 },
    ...ratings.map((rating) => ({
      falsePositive: negatives === 0 ? 0 : from(rating, false) / negatives,
      truePositive: positives === 0 ? 0 : from(rating, true) / positives,
    })),
  ];
}

/**
 * The area under the empirical curve: the chance that a positive case is rated above a negative one,
 * ties counted half, with the error of J. A. Hanley and B. J. McNeil (Radiology 1982;143:29), whose Q1
 * and Q2 are taken from the ratings themselves.
 */
export function areaUnderCurve(cases: readonly Rated[]): Measure {
  const positives = cases.filter(({ positive }) => positive).map(({ rating }) => rating);
  const negatives = cases.filter(({ positive }) => !positive).map(({ rating }) => rating);
  if (positives.length < minimum.ofEachKind)
    return tooFew('rated malignant cases', positives.length, minimum.ofEachKind);
  if (negatives.length < minimum.ofEachKind)
    return tooFew('rated benign cases', negatives.length, minimum.ofEachKind);
  return area(positives, negatives);
}

function area(positives: readonly number[], negatives: readonly number[]): Measure {
  const [many, few] = [positives.length, negatives.length];
  const counts = tallied(positives, negatives);
  let wins = 0;
  let twoPositives = 0;
  let twoNegatives = 0;
  let positivesAbove = 0;
  let negativesBelow = few;
  // From the highest rating down: what is above and below each rating is known on the way.
  for (const { positive, negative } of counts) {
    negativesBelow -= negative;
    wins += positive * (negativesBelow + negative / 2);
    twoPositives +=
      negative * (positivesAbove ** 2 + positivesAbove * positive + positive ** 2 / 3);
    twoNegatives +=
      positive * (negativesBelow ** 2 + negativesBelow * negative + negative ** 2 / 3);
    positivesAbove += positive;
  }
  const value = wins / (many * few);
  const q1 = twoPositives / (few * many ** 2);
  const q2 = twoNegatives / (many * few ** 2);
  const variance =
    (value * (1 - value) + (many - 1) * (q1 - value ** 2) + (few - 1) * (q2 - value ** 2)) /
    (many * few);
  return { value, interval: around(value, Math.sqrt(variance), 0, 1), cases: many + few };
}

/** How many positive and negative cases have each rating, the highest first. */
function tallied(positives: readonly number[], negatives: readonly number[]) {
  const counts = new Map<number, { positive: number; negative: number }>();
  const at = (rating: number) => {
    const found = counts.get(rating) ?? { positive: 0, negative: 0 };
    counts.set(rating, found);
    return found;
  };
  for (const rating of positives) at(rating).positive += 1;
  for (const rating of negatives) at(rating).negative += 1;
  return [...counts].sort(([a], [b]) => b - a).map(([, each]) => each);
}
