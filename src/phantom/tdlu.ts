import type { PhantomPoint } from './frame.ts';

/** A terminal duct lobular unit: the lobule at the end of a duct, in which most calcium forms. */
export interface Tdlu {
  readonly id: number;
  readonly lobe: number;
  /** The duct that it hangs on. */
  readonly duct: number;
  readonly at: PhantomPoint;
  readonly radiusMm: number;
  /** Seeds its acini, which only the microscope draws. */
  readonly seed: number;
}
