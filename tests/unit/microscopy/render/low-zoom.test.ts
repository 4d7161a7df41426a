import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../../fixtures/lesion-sections.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { seenIn } from '../../../../src/microscopy/render/tile.ts';
import { openScene, type Scene } from '../../../../src/microscopy/scene/scene.ts';

/** The strength at which the bound is stated: the difference grows with it. */
const stain = { ...drawStain(4), haematoxylin: 0.83, eosin: 0.89 };

type Channels = readonly Float32Array[];

/** Side of the square that is compared: whole pixels at every pitch. */
const squareUm = 512;

/** A square of a slide as it is seen, without the scanner. */
function seen(scene: Scene, column: number, row: number, pitchUm: number): Channels {
  const px = squareUm / pitchUm;
  const place = { column: column * px, row: row * px, pitchUm, widthPx: px, heightPx: px };
  return seenIn(scene, place, stain, [undefined]).flatMap(({ channels }) => channels);
}

/** Means of a square picture over squares of so many pixels. */
function boxed(plane: Float32Array, by: number): Float32Array {
  const wide = Math.sqrt(plane.length);
  const side = wide / by;
  const means = new Float32Array(side * side);
  plane.forEach((value, at) => {
    const to = Math.floor(Math.floor(at / wide) / by) * side + Math.floor((at % wide) / by);
    means[to] = (means[to] as number) + value / (by * by);
  });
  return means;
}

const levels = (planes: Channels, by: number) =>
  planes.flatMap((plane) => [...boxed(plane, by)].map((value) => 255 * value));
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

describe.each([
  'columnar-cell-change',
  'high-grade-dcis',
  'low-grade-dcis',
  'fibroadenoma',
  'involuted-lobule',
] as const)('the low zoom of %s', (lesion) => {
  const { section, x, y } = sectionOf(lesion);
  const scene = openScene(section);
  const [column, row] = [Math.floor(x / squareUm), Math.floor(y / squareUm)];
  const fine = seen(scene, column, row, 0.5);

  it.each([2, 4, 8, 16])('is the full picture seen from afar: %d µm a pixel', (pitchUm) => {
    // Means over 8 × 8 pixels.
    const far = levels(seen(scene, column, row, pitchUm), 8);
    const near = levels(fine, 16 * pitchUm);
    const off = far.map((value, n) => value - (near[n] as number));
    expect(Math.abs(mean(off))).toBeLessThan(1.5);
    expect(Math.sqrt(mean(off.map((d) => d * d)))).toBeLessThan(4);
  });
});
