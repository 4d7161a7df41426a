import { openDraw, scatter } from '../../phantom/index.ts';
import type { PixelPlace } from '../frame.ts';
import { blurred, gaussianKernel } from './blur.ts';
import { openFocus } from './focus.ts';
import type { Planes } from './planes.ts';

/** What a slide scanner does to a picture. */
export interface Scanner {
  readonly seed: number;
  /** Standard deviation of the point spread, with what the focus is off. */
  readonly spreadUm: number;
  /** How much of what is finer than its surroundings is added once more. */
  readonly sharpening: number;
  /** Standard deviation of the noise, of full scale. */
  readonly noise: number;
  /** Light lost at the sides of the strips in which the slide is scanned. */
  readonly fallOff: number;
}

/** Standard deviation of the surroundings against which is sharpened. */
const surroundingsPx = 1.25;
/** Of what is finer than its surroundings so much is lost where the slide lies farthest off the focus. */
const mostLost = 1.2;
/** Width of the strips that a line scanner takes. */
const stripUm = 1024;

/**
 * Draws a scanner: spread 0.18 to 0.27 µm (diffraction at an aperture of 0.75 gives about 0.15 µm),
 * sharpening to 0.7, noise 0.5 to 0.9 % and fall-off to 1.2 % (assumed, so that slides measure
 * what three public ones do).
 */
export function drawScanner(seed: number): Scanner {
  const draw = openDraw(seed, 'scanner');
  return {
    seed: draw.seed(),
    spreadUm: draw.uniform(0.18, 0.27),
    sharpening: draw.uniform(0.35, 0.7),
    noise: draw.uniform(0.005, 0.009),
    fallOff: draw.uniform(0, 0.012),
  };
}

/** How many pixels a tile needs on each side beyond what is shown of it, so that blurs see enough. */
export const apronPx = ({ spreadUm }: Scanner, pitchUm: number): number =>
  Math.ceil((3 * spreadUm) / pitchUm) + Math.ceil(3 * surroundingsPx);

/**
 * Scans a picture: blur, sharpening, fall-off, noise, in place of its planes. The result is RGBA, four bytes a pixel, without
 * the apron. A pixel hangs on its place on the slide and on what lies within the apron, so that tiles
 * fit together.
 */
export function scan(planes: Planes, place: PixelPlace, scanner: Scanner): Uint8ClampedArray {
  const { widthPx, heightPx } = planes;
  const apron = apronPx(scanner, place.pitchUm);
  const spread = gaussianKernel(scanner.spreadUm / place.pitchUm);
  const [red, green, blue] = planes.channels.map((plane) =>
    blurred(plane, widthPx, heightPx, spread, plane),
  ) as [Float32Array, Float32Array, Float32Array];
  const grey = new Float32Array(red.length);
  for (let n = 0; n < grey.length; n++)
    grey[n] = 0.3 * (red[n] as number) + 0.59 * (green[n] as number) + 0.11 * (blue[n] as number);
  const around = blurred(grey, widthPx, heightPx, gaussianKernel(surroundingsPx));
  const width = widthPx - 2 * apron;
  const height = heightPx - 2 * apron;
  const lights = Float64Array.from({ length: width }, (_, x) =>
    lightAt((place.column + apron + x + 0.5) * place.pitchUm, scanner.fallOff),
  );
  const rgba = new Uint8ClampedArray(4 * width * height);
  const unsharpAt = openFocus(scanner.seed, place.pitchUm);
  for (let y = 0, to = 0; y < height; y++) {
    const key = scatter(scanner.seed + Math.imul(place.row + apron + y, 0x9e3779b1));
    const yUm = (place.row + apron + y + 0.5) * place.pitchUm;
    let sharpening = 0;
    for (let x = 0; x < width; x++, to += 4) {
      const from = (y + apron) * widthPx + x + apron;
      const fine = (grey[from] as number) - (around[from] as number);
      const light = lights[x] as number;
      const column = place.column + apron + x;
      const grain = deviate(key, column);
      // The focus drifts so slowly that it is asked for once in a few pixels.
      if (x === 0 || (column & 15) === 0)
        sharpening = scanner.sharpening - mostLost * unsharpAt((column & ~15) * place.pitchUm, yUm);
      const extra = sharpening * fine + scanner.noise * grain;
      rgba[to] = level((red[from] as number) * light + extra);
      rgba[to + 1] = level((green[from] as number) * light + extra);
      rgba[to + 2] = level((blue[from] as number) * light + extra);
      rgba[to + 3] = 255;
    }
  }
  return rgba;
}

/** The array of bytes sees to what is darker than black or lighter than white. */
const level = (value: number): number => Math.floor(value * 255 + 0.5);

/** Light across a strip: full in its middle, less by `fallOff` at its sides. */
function lightAt(xUm: number, fallOff: number): number {
  const t = (2 * (xUm - stripUm * Math.floor(xUm / stripUm))) / stripUm - 1;
  return 1 - fallOff * t * t;
}

/** A nearly normal deviate of a pixel: the sum of four bytes of its hash. */
function deviate(key: number, column: number): number {
  const bits = scatter(key + Math.imul(column, 0x27d4eb2f));
  const sum = (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
  return (sum - 510) / 147.8;
}
