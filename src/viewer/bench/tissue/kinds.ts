/** The features of a field of tissue, by their kinds. Pure; in micrometres of the slide. */
import { tissueFeatureNames } from '../../../lexicon/index.ts';
import type { Field } from '../../../microscopy/frame.ts';
import type { Feature, FeatureName } from '../../../microscopy/truth/feature.ts';

/** All features of a kind in a field. */
export interface Kind {
  readonly name: FeatureName;
  readonly features: readonly Feature[];
}

/** More of a kind than these would hide the tissue: they are marked when they are asked for. */
const crowd = 40;

/** The kinds that a field has, in the order of the lexicon. */
export const kindsOf = (features: readonly Feature[]): Kind[] =>
  tissueFeatureNames
    .map((name) => ({ name, features: features.filter((each) => each.name === name) }))
    .filter((kind) => kind.features.length > 0);

export const isCrowd = ({ features }: Kind): boolean => features.length > crowd;

/** Areas are named at a place within; of what is round its reach is the ring around it. */
export const isArea = (name: FeatureName): boolean =>
  name === 'necrosis' || name === 'periductal fibrosis' || name === 'desmoplastic stroma';

/** How far a feature reaches to the sides, from its middle. */
export const radiusUm = ({ reach }: Feature): number =>
  Math.max(reach.right - reach.left, reach.bottom - reach.top) / 2;

/** The feature at a place: the nearest whose ring, or whose place, is within a distance. */
export function featureAt(
  features: readonly Feature[],
  [x, y]: readonly [xUm: number, yUm: number],
  withinUm: number,
): Feature | undefined {
  let best: Feature | undefined;
  let least = Infinity;
  for (const feature of features) {
    const away = Math.hypot(feature.at[0] - x, feature.at[1] - y);
    const ring = isArea(feature.name) ? 0 : radiusUm(feature);
    if (away > Math.max(withinUm, ring) || away >= least) continue;
    [best, least] = [feature, away];
  }
  return best;
}

/** Fields that are wider than this are not read: the cells of a whole slide are too many. */
export const widestUm = 3000;

/** Whether all of a field lies in another. */
export const isWithin = (inner: Field, outer: Field): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;
