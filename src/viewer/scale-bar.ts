/** The scale bar: a round length and how long it is on the screen now. Pure. */
import { lengthText } from './length.ts';

/** A bar to draw: its true length, its length on the screen and its label. */
export interface ScaleBar {
  readonly lengthUm: number;
  /** In CSS pixels, so that it holds for every device pixel ratio. */
  readonly widthPx: number;
  readonly label: string;
}

/**
 * The longest bar of 1, 2 or 5 times a power of ten micrometres that fits into `maxWidthPx`.
 * `umPerScreenPx` is the length that one CSS pixel shows; undefined where it is not a usable number.
 */
export function scaleBar(umPerScreenPx: number, maxWidthPx: number): ScaleBar | undefined {
  const longestUm = umPerScreenPx * maxWidthPx;
  if (!Number.isFinite(longestUm) || longestUm <= 0) return undefined;
  const power = Math.floor(Math.log10(longestUm));
  const lengthUm = [5, 2, 1, 0.5]
    .map((leading) => roundLength(leading, power))
    .find((candidate) => candidate <= longestUm);
  if (!lengthUm) return undefined;
  return { lengthUm, widthPx: lengthUm / umPerScreenPx, label: lengthText(lengthUm) };
}

/** Dividing for small powers keeps 0.2 from becoming 0.20000000000000001. */
function roundLength(leading: number, power: number): number {
  return power < 0 ? leading / 10 ** -power : leading * 10 ** power;
}
