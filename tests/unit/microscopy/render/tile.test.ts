import { describe, expect, it } from 'vitest';
import { drawScanner } from '../../../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { readPolars } from '../../../../src/microscopy/light/polars.ts';
import {
  type Light,
  pitchOf,
  renderTile,
  renderTwins,
  type TilePlace,
} from '../../../../src/microscopy/render/tile.ts';
import { openScene } from '../../../../src/microscopy/scene/scene.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { lobuleOf, specimen } from '../specimen.ts';

const section = cutSection(specimen, 2400);
const scene = openScene(section);
// Another one, whose chunks are made in another order.
const fresh = openScene(cutSection(specimen, 2400));
const lobule = lobuleOf(section);
const plain: Light = { stain: drawStain(4), scanner: drawScanner(4) };
const polarised = (setting: object): Light => ({ ...plain, polars: readPolars(setting) });

/** A square tile whose middle is the corner of four chunks next to the lobule. */
function atCorner(level: number, sizePx: number): TilePlace {
  const { chunkUm } = scene.chunksFor(pitchOf(level));
  const middle = (um: number) => (Math.round(um / chunkUm) * chunkUm) / pitchOf(level);
  const first = (um: number) => middle(um) - sizePx / 2;
  return {
    level,
    column: first(lobule.x),
    row: first(lobule.y),
    widthPx: sizePx,
    heightPx: sizePx,
  };
}
const meanOf = (rgba: Uint8ClampedArray, channel: number) => {
  let sum = 0;
  for (let n = channel; n < rgba.length; n += 4) sum += rgba[n] as number;
  return (4 * sum) / rgba.length;
};

describe('a tile', () => {
  it.each([
    { level: 0, light: plain, name: 'plain light at 0.25 µm' },
    { level: 1, light: plain, name: 'plain light at 0.5 µm' },
    { level: 4, light: plain, name: 'plain light at 4 µm' },
    { level: 5, light: plain, name: 'plain light at 8 µm' },
    { level: 6, light: plain, name: 'plain light at 16 µm' },
    { level: 7, light: plain, name: 'plain light at 32 µm' },
    { level: 1, light: polarised({ exposure: 20 }), name: 'crossed polars' },
  ])('is the same in one piece and in four: $name', ({ level, light }) => {
    // A quarter ends at the corner, and reads its apron beyond from the chunk that it lies in.
    const side = level === 0 ? 80 : 48;
    const place = atCorner(level, 2 * side);
    const whole = renderTile(scene, place, light);
    for (const [dx, dy] of [
      [side, side],
      [0, side],
      [side, 0],
      [0, 0],
    ] as const) {
      const [column, row] = [place.column + dx, place.row + dy];
      const part = renderTile(fresh, { level, column, row, widthPx: side, heightPx: side }, light);
      for (let y = 0; y < side; y++) {
        const at = 4 * ((y + dy) * 2 * side + dx);
        const rgba = part.subarray(4 * side * y, 4 * side * (y + 1));
        expect(rgba).toEqual(whole.subarray(at, at + 4 * side));
      }
    }
  });

  it.each([1, 4])('is the same beside its twins in other light, at level %i', (level) => {
    const place = atCorner(level, 64);
    const { polars } = polarised({ exposure: 20 });
    const [first, second] = renderTwins(scene, place, plain, [undefined, polars]);
    expect(first).toEqual(renderTile(scene, place, plain));
    expect(second).toEqual(renderTile(scene, place, polarised({ exposure: 20 })));
  });

  it('is bare glass beside the tissue', () => {
    const place = { level: 2, column: 10, row: 10, widthPx: 32, heightPx: 32 };
    const rgba = renderTile(scene, place, plain);
    for (const channel of [0, 1, 2] as const)
      expect(Math.abs(meanOf(rgba, channel) - plain.stain.glass[channel])).toBeLessThan(4);
  });

  it('is stained where there is tissue: less green than red or blue', () => {
    const rgba = renderTile(scene, atCorner(2, 96), plain);
    expect(meanOf(rgba, 1)).toBeLessThan(meanOf(rgba, 0) - 15);
    expect(meanOf(rgba, 1)).toBeLessThan(meanOf(rgba, 2) - 10);
    expect(meanOf(rgba, 0)).toBeGreaterThan(120);
  });

  it('is dark between crossed polars, with fibres that the stage turns bright and dark', () => {
    // Wide enough for the collagen about the lobule: within it there is little.
    const place = atCorner(2, 256);
    const dark = renderTile(scene, place, polarised({}));
    expect(meanOf(dark, 1)).toBeLessThan(40);
    const turned = [0, 45].map((stageDeg) =>
      renderTile(scene, place, polarised({ exposure: 20, stageDeg })),
    ) as [Uint8ClampedArray, Uint8ClampedArray];
    const change = turned[0].reduce(
      (sum, value, n) => sum + Math.abs(value - (turned[1][n] as number)),
      0,
    );
    const colour = [0, 1, 2].reduce((sum, channel) => sum + meanOf(turned[0], channel), 0);
    expect((4 * change) / turned[0].length).toBeGreaterThan(0.3 * colour);
  });

  it('shows much the same at half the zoom', () => {
    const fine = renderTile(scene, atCorner(1, 128), plain);
    const coarse = renderTile(scene, atCorner(2, 64), plain);
    for (const channel of [0, 1, 2])
      expect(Math.abs(meanOf(fine, channel) - meanOf(coarse, channel))).toBeLessThan(4);
  });

  it('shows much the same at the coarsest zoom, whose chunks end within pixels', () => {
    const around = (level: number, sizePx: number) => {
      const first = (um: number) => Math.max(0, Math.round(um / pitchOf(level)) - sizePx / 2);
      const [column, row] = [first(lobule.x), first(lobule.y)];
      return renderTile(scene, { level, column, row, widthPx: sizePx, heightPx: sizePx }, plain);
    };
    const [coarse, coarsest] = [around(7, 128), around(8, 64)];
    for (const channel of [0, 1, 2])
      expect(Math.abs(meanOf(coarse, channel) - meanOf(coarsest, channel))).toBeLessThan(0.7);
  });

  it.each([-1, 9, 1.5])('is refused at level %d', (level) => {
    expect(() => renderTile(scene, { ...atCorner(1, 64), level }, plain)).toThrow(
      `A slide has the levels 0 to 8, not ${level}.`,
    );
  });
});
