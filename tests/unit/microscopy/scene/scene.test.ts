import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalNuclei } from '../../../../src/microscopy/cell/nucleus-kind.ts';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { gridAt } from '../../../../src/microscopy/scene/grid.ts';
import { longestUm, type Nucleus } from '../../../../src/microscopy/scene/nucleus.ts';
import {
  type Chunk,
  chunkUm,
  marginUm,
  openScene,
} from '../../../../src/microscopy/scene/scene.ts';
import { liningAt, stromaOf, type Tissue } from '../../../../src/microscopy/scene/tissue.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { lobuleOf, specimen } from '../specimen.ts';

const depthUm = 2400;
const section = cutSection(specimen, depthUm);
const scene = openScene(section);
const lobule = lobuleOf(section);
const [column, row] = [Math.floor(lobule.x / chunkUm), Math.floor(lobule.y / chunkUm)];
const layerOf = (chunk: Chunk) => {
  const layer = chunk.layers.find(({ tissue }) => tissue.piece.core === lobule.piece.core);
  if (!layer) throw new Error('The lobule lies in a piece.');
  return layer;
};
const here = layerOf(scene.chunkAt(column, row));
const beside = layerOf(scene.chunkAt(column - 1, row));
const border = column * chunkUm;

describe('two chunks side by side', () => {
  it('know the same tissue where both reach', () => {
    const fields = ['edge', 'gland', 'lumen', 'fat', 'across', 'along'] as const;
    const across = fc.double({ min: -marginUm + 20, max: marginUm - 20, noNaN: true });
    const down = fc.double({ min: 0, max: chunkUm, noNaN: true });
    fc.assert(
      fc.property(across, down, (dx, dy) => {
        for (const name of fields) {
          const read = (tissue: Tissue) => gridAt(tissue[name], border + dx, row * chunkUm + dy);
          expect(read(here.tissue)).toBe(read(beside.tissue));
        }
        const [x, y] = [border + dx, row * chunkUm + dy];
        expect(liningAt(here.tissue, x, y)).toBe(liningAt(beside.tissue, x, y));
        expect(stromaOf(here.tissue, x, y)).toBe(stromaOf(beside.tissue, x, y));
      }),
    );
  });

  it('draw the same nuclei over their border', () => {
    const reaching = (nuclei: readonly Nucleus[]) =>
      nuclei
        .filter(({ x }) => Math.abs(x - border) < longestUm)
        .filter(({ y }) => y > row * chunkUm && y < (row + 1) * chunkUm);
    expect(reaching(here.nuclei).length).toBeGreaterThan(5);
    expect(reaching(here.nuclei)).toEqual(reaching(beside.nuclei));
  });
});

it('every lobule that a section cuts has cells, also where a lesion lies beside it', () => {
  const cut = cutSection(specimen, 2400);
  const opened = openScene(cut);
  const whole = { left: 0, top: 0, right: cut.widthUm, bottom: cut.heightUm };
  const lobules = cut.bodiesIn(whole).filter(({ body, piece, reach, insideUm }) => {
    const [x, y] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
    return body.kind === 'lobule' && insideUm(x, y) > 150 && piece.insideUm(slidePoint(x, y)) > 150;
  });
  expect(lobules.length).toBeGreaterThan(1);
  for (const { piece, reach, insideUm } of lobules) {
    const [x, y] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
    const chunk = opened.chunkAt(Math.floor(x / chunkUm), Math.floor(y / chunkUm));
    const layer = chunk.layers.find(({ tissue }) => tissue.piece === piece);
    const own = layer?.nuclei.filter((one) => insideUm(one.x, one.y) > 0) ?? [];
    expect(own.length).toBeGreaterThan(40);
  }
});

describe('the cells of normal breast', () => {
  const { tissue, nuclei } = here;
  const of = (kind: keyof typeof normalNuclei) =>
    nuclei.filter((nucleus) => nucleus.kind === normalNuclei[kind]);

  it('stand in two layers in a gland: myoepithelium outside, luminal cells within', () => {
    expect(of('luminal').length).toBeGreaterThan(100);
    expect(of('myoepithelial').length).toBeGreaterThan(10);
    for (const { x, y } of of('luminal')) {
      expect(gridAt(tissue.gland, x, y)).toBeGreaterThan(4);
      expect(gridAt(tissue.lumen, x, y)).toBeLessThan(0);
    }
    for (const { x, y } of of('myoepithelial'))
      expect(Math.abs(gridAt(tissue.gland, x, y) - 2)).toBeLessThan(1.5);
  });

  it('are fibroblasts and a few lymphocytes in the stroma, none in fat or lumen', () => {
    expect(of('fibroblast').length).toBeGreaterThan(50);
    for (const { x, y } of [...of('fibroblast'), ...of('lymphocyte')]) {
      expect(gridAt(tissue.gland, x, y)).toBeLessThan(0);
      expect(gridAt(tissue.fat, x, y)).toBeLessThan(0);
    }
  });

  it('have the sizes of normal nuclei: luminal ones 5 to 11 µm long', () => {
    const lengths = of('luminal').map(({ long }) => 2 * long);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(5.5);
    expect(mean).toBeLessThan(9);
    for (const nucleus of nuclei) expect(nucleus.long).toBeLessThan(longestUm);
    for (const { cos, sin } of nuclei) expect(cos * cos + sin * sin).toBeCloseTo(1, 6);
  });

  it('are others in the next section, in the same gland', () => {
    const next = layerOf(openScene(cutSection(specimen, depthUm + 4)).chunkAt(column, row));
    const places = new Set(nuclei.map(({ x, y }) => `${x} ${y}`));
    expect(next.nuclei.filter(({ x, y }) => places.has(`${x} ${y}`))).toEqual([]);
    // What lies deep in a gland here lies in a gland 4 µm below.
    const { values } = tissue.gland;
    const deep = values.reduce((count, value) => count + (value > 12 ? 1 : 0), 0);
    const kept = values.reduce(
      (count, value, n) => count + (value > 12 && (next.tissue.gland.values[n] ?? 0) > 0 ? 1 : 0),
      0,
    );
    expect(kept / deep).toBeGreaterThan(0.98);
  });
});

describe.each([4, 16])('a chunk of an overview at %i µm', (pitchUm) => {
  it('keeps no field finer than the quarters of its pixels, and no cells', () => {
    const { chunkUm: side, chunkAt } = scene.chunksFor(pitchUm);
    const chunk = chunkAt(Math.floor(lobule.x / side), Math.floor(lobule.y / side));
    const { tissue, nuclei, redCells } = layerOf(chunk);
    for (const name of ['edge', 'gland', 'lumen', 'fat', 'across', 'along'] as const)
      expect(tissue[name].pitchUm, name).toBeGreaterThanOrEqual(pitchUm / 2);
    expect([nuclei, redCells]).toEqual([[], []]);
  });
});
