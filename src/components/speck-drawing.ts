import { contoursOf, openView, type Phantom } from '../phantom/index.ts';
import type { Frame } from '../radiography/index.ts';
import { type Shadow, shadowOf } from '../radiography/projection/shadow.ts';
import { simplified } from '../radiography/truth/polygon.ts';

/**
 * Specks on a square of `side` units that is `fieldMm` wide: for each the path of its outline, and that
 * of the part where its calcium is thick, so that a lucent centre shows.
 */
export interface SpeckDrawing {
  fieldMm: number;
  side: number;
  specks: readonly { outline: string; thick: string; opacity: number }[];
}

/** The parts of the deepest path through a speck at which it ends, and from which it is drawn thick. */
const edgePart = 0.15;
const thickPart = 0.6;

/** A side of 600 units keeps outlines true to a fiftieth of a millimetre in a field of 12 mm. */
const side = 600;

/**
 * Draws the specks of a phantom as the shadows that they cast in the magnification view from above,
 * about the middle of the lesion's specks. A thicker speck is darker, as on the radiograph, but less so.
 */
export function drawSpecks(phantom: Phantom, fieldMm: number): SpeckDrawing {
  const compression = openView(phantom, 'magnification-cc');
  const places = phantom.specks.map(({ at }) => compression.compress(at));
  const middle = ([0, 1] as const).map((axis) => median(places.map((place) => place[axis])));
  const frame: Frame = {
    widthPx: side,
    heightPx: side,
    pitchUm: (fieldMm * 1000) / side,
    originMm: [(middle[0] ?? 0) - fieldMm / 2, (middle[1] ?? 0) + fieldMm / 2],
  };
  const specks = phantom.specks.flatMap((speck) => {
    const shadow = shadowOf(speck, compression, frame);
    if (!shadow) return [];
    const deepestMm = shadow.pathMm.reduce((a, b) => (a > b ? a : b), 0);
    const outline = contourAt(shadow, edgePart * deepestMm);
    if (outline === '') return [];
    const opacity = Math.round(100 * (0.85 - 0.4 * Math.exp(-3 * deepestMm))) / 100;
    return [{ outline, thick: contourAt(shadow, thickPart * deepestMm), opacity }];
  });
  return { fieldMm, side, specks };
}

/** Where the path through a speck passes a level, as the `d` of an SVG path; empty outside the field. */
function contourAt({ left, top, widthPx, heightPx, pathMm }: Shadow, levelMm: number): string {
  const inField = left + widthPx > 0 && left < side && top + heightPx > 0 && top < side;
  if (!inField) return '';
  return contoursOf({ columns: widthPx, rows: heightPx, values: pathMm }, levelMm)
    .map((contour) => simplified(contour, 0.4))
    .map((contour) => contour.map(([x, y]) => `${Math.round(x + left)} ${Math.round(y + top)}`))
    .map((corners) => `M${corners.join('L')}Z`)
    .join('');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
