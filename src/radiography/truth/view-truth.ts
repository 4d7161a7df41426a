import type { MineralId, MorphologyId } from '../../lexicon/index.ts';
import type { Host, Measures } from '../../phantom/index.ts';
import type { RadiographId } from '../views.ts';

/**
 * A place in a view in pixels, from the outer corner of the first pixel to the right and down, as the
 * view is shown: the centre of a pixel ends in .5.
 */
export type PixelPoint = readonly [xPx: number, yPx: number];

/** A rectangle in a view, as it is shown. */
export interface PixelBox {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Why a speck cannot be seen in a view, in words for whoever asks. */
export const hiddenReasons = {
  'outside-field': 'It lies outside the field of this view.',
  'not-sampled': 'It is not in the tissue that was taken.',
  'behind-another': 'Another calcification lies in front of it or behind it.',
  oxalate:
    'Calcium oxalate takes up too little of the beam; the same in hydroxyapatite would show.',
  'too-small': 'It is smaller than what this view can resolve.',
  'too-faint': 'It stands out too little from noise and tissue.',
} as const;

/** The id of a reason for which a speck cannot be seen. */
export type HiddenReason = keyof typeof hiddenReasons;

/** What is true of one speck in one view. */
export interface SpeckTruth {
  readonly id: number;
  readonly morphology: MorphologyId;
  readonly mineral: MineralId;
  readonly host: Host;
  /** The host in words, such as `a lumen of a duct`. */
  readonly hostWords: string;
  /** The middle of its shadow by mass; null where none of it falls into the field. */
  readonly centrePx: PixelPoint | null;
  /**
   * Its outline as closed polygons, the last point not the first; several where it falls apart, and
   * holes too where it is hollow (even-odd). Empty where none of it falls into the field.
   */
  readonly outlinesPx: readonly (readonly PixelPoint[])[];
  /** Its greatest diameter in this view; null where none of it falls into the field. */
  readonly diameterMm: number | null;
  /** How far it stands out of its surroundings (`standOut`); null where that cannot be told. */
  readonly contrastToNoise: number | null;
  readonly visible: boolean;
  /** Why it cannot be seen; null where it can. */
  readonly hidden: HiddenReason | null;
}

/** What a reader would measure of the calcifications that can be seen in a view. */
export interface ReaderMeasures extends Measures {
  /** Angle between the line through them and the way to the nipple, 0 to 90; null without a line or a nipple. */
  readonly offNippleDeg: number | null;
  /** From their middle to the nipple; null where the view has no nipple. */
  readonly fromNippleMm: number | null;
}

/** What is true of one view: plain data, in pixels of the view as it is shown. */
export interface ViewTruth {
  readonly view: RadiographId;
  readonly laterality: 'left' | 'right';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly umPerPixel: number;
  /** Base of the nipple, which may lie outside the view; null where there is none. */
  readonly nipplePx: PixelPoint | null;
  /** A box about all specks of which anything falls into the field; null where none does. */
  readonly lesionPx: PixelBox | null;
  /** All specks of the phantom, by their ids. */
  readonly specks: readonly SpeckTruth[];
  readonly measures: ReaderMeasures;
}
