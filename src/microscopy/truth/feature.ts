import type { Field } from '../frame.ts';

/** What a pathologist names in a lesion, as pages point at it. */
export type FeatureName =
  | 'mitosis'
  | 'apoptotic body'
  | 'apical snout'
  | 'myoepithelial cell'
  | 'ghost cell'
  | 'karyorrhectic dust'
  | 'lymphocyte'
  | 'cribriform lumen'
  | 'micropapilla'
  | 'necrosis'
  | 'periductal fibrosis'
  | 'desmoplastic stroma';

/** A diagnostic feature where it was drawn. */
export interface Feature {
  readonly name: FeatureName;
  /** A place that is within it, in micrometres of the slide. */
  readonly at: readonly [xUm: number, yUm: number];
  /** Where it reaches; of what goes on beyond the field that was asked for, the part within. */
  readonly reach: Field;
}
