/**
 * What a page may know of the calcifications of one view, once a reader has asked for it: the truth,
 * slimmed. Plain data, in pixels of the view at its finest, as the view is shown.
 */
import type { MineralId, MorphologyId } from '../lexicon/index.ts';
import type { HiddenInSection } from '../microscopy/mineral/speck-in-section.ts';
import type { HiddenReason } from '../radiography/truth/view-truth.ts';

/** Why a speck is not seen: in a radiograph, or on a slide. */
export type Hidden = HiddenReason | HiddenInSection;

/** What became of one speck in one view; on slides once for each core that holds some of it. */
export interface SpeckTrace {
  readonly id: number;
  readonly mineral: MineralId;
  /** What describes the speck; slides do not say. */
  readonly morphology?: MorphologyId;
  /** The structure that holds it, in words; slides do not say. */
  readonly host?: string;
  /** The core in whose section it lies, from 0; none where one slice was taken. */
  readonly core?: number;
  /** Depths below the face of the block between which it lies, in micrometres. */
  readonly betweenUm?: readonly [from: number, to: number];
  /** How wide it is in this view; null where none of it is there. */
  readonly widestUm: number | null;
  /** Closed outlines, x and y in turn; holes run along (even-odd). Empty where none of it is there. */
  readonly outlinesPx: readonly (readonly number[])[];
  /** Null where it is seen. */
  readonly hidden: Hidden | null;
}

/** What became of the specks of a case in one view. A slide leaves out those that are in no core. */
export interface ViewTrace {
  /** Of a slide. */
  readonly depthUm?: number;
  readonly specks: readonly SpeckTrace[];
}
