import { smoothStep } from '../../phantom/index.ts';
import { fineTexture, smoothTexture, textureAt } from './texture.ts';

/** The way that bundles of collagen take at a place. */
export interface Course {
  /** How far they cross those of the field, 0 to 1: at the border of those that do, half of them. */
  turned: number;
  /** How far that border is. */
  fromBorder: number;
  /** Along them, and across them with their wave. */
  along: number;
  across: number;
  /** How far they have run together to a hyaline band. */
  hyaline: number;
  /** How slack they are, and their wave. */
  slack: number;
  wave: number;
  /** Varies over the field. */
  broad: number;
  /** Which bundle: 0 on the seam between two, below and above 0 in them. */
  seam: number;
}

export const blankCourse = (): Course => ({
  turned: 0,
  fromBorder: 0,
  along: 0,
  across: 0,
  hyaline: 0,
  slack: 0,
  wave: 0,
  broad: 0,
  seam: 0,
});

/** Fibres cross those of the field at this angle, some 50°. */
export const [turnCosine, turnSine] = [0.64, Math.sqrt(1 - 0.64 * 0.64)];
/** Above this a noise says that they do. */
const crossesFrom = 1.15;
/** So near to that level it is told from what frays the border. */
const nearCrossing = 0.7;
/** So near to it the thickness of the section holds bundles of both ways, some 20 µm to both sides. */
const mingledWithin = 0.42;

/**
 * Finds the course of bundles at a place that lies so far across and along the fibres of the field, in a stroma
 * whose bundles show so far. Seams run along them, meet and end: bundles are spindles of any calibre.
 */
export function followFibres(
  x: number,
  y: number,
  acrossField: number,
  alongField: number,
  bundles: number,
  course: Course,
): void {
  const broad = textureAt(smoothTexture, x / 210 + 3, y / 210);
  // Here and there bundles run another way: they cross the others and end where these begin.
  const drawn = textureAt(smoothTexture, alongField / 120 + 3, acrossField / 42 + 9);
  let way = bundles * (drawn + 0.4);
  // The border between them is frayed.
  const isNear = Math.abs(way - crossesFrom) < nearCrossing;
  if (isNear) way += 0.1 * bundles * textureAt(fineTexture, x / 14 + 5, y / 14);
  const isTurned = way > crossesFrom;
  const across = isTurned ? turnCosine * acrossField + turnSine * alongField : acrossField;
  const along = isTurned ? turnCosine * alongField - turnSine * acrossField : alongField;
  // Elsewhere they have run together to a hyaline band, which hardly waves.
  const hyaline = smoothStep(0.25, 1.1, -drawn);
  // Bundles wave as one, and the next one a little differently: taut here and slack there.
  const slack = (0.35 + 1.25 * smoothStep(-0.9, 1.5, broad)) * (1 - 0.75 * hyaline);
  const wave = textureAt(fineTexture, along / 50, across / 42);
  const v = across + 3.4 * slack * wave;
  course.turned = isNear
    ? smoothStep(crossesFrom - mingledWithin, crossesFrom + mingledWithin, way)
    : isTurned
      ? 1
      : 0;
  course.fromBorder = Math.abs(way - crossesFrom);
  course.along = along;
  course.across = v;
  course.hyaline = hyaline;
  course.slack = slack;
  course.wave = wave;
  course.broad = broad;
  course.seam =
    0.86 * textureAt(smoothTexture, along / 95 + 11, v / 18) +
    0.51 * textureAt(smoothTexture, along / 44 + 29, v / 7.5);
}
