import { describe, expect, it } from 'vitest';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { gridAt } from '../../../../src/microscopy/scene/grid.ts';
import { chunkUm, openScene } from '../../../../src/microscopy/scene/scene.ts';
import { liningAt } from '../../../../src/microscopy/scene/tissue.ts';
import { depthUnderSkinMm } from '../../../../src/phantom/index.ts';
import { sectionOf } from '../../../fixtures/lesion-sections.ts';

describe('a core that holds a calcification of the skin', () => {
  const { section, x, y } = sectionOf('skin-calcification');
  const { breast } = section.specimen.phantom.anatomy;
  const piece = section.pieceAt(x, y);
  if (!piece) throw new Error('The speck lies in a core.');
  const steps = Array.from({ length: 81 }, (_, n) => 50 * (n - 40));
  const places = steps.flatMap((right) =>
    steps.map((below) => {
      const place = slidePoint(x + right, y + below);
      const underUm = 1000 * depthUnderSkinMm(breast, piece.toBreast(place));
      return { place, underUm, insideUm: piece.insideUm(place) };
    }),
  );

  it('ends at the skin: there is no tissue in the air', () => {
    const inAir = places.filter(({ underUm }) => underUm < -1);
    expect(inAir.length).toBeGreaterThan(100);
    expect(inAir.filter(({ insideUm }) => insideUm > 0)).toEqual([]);
  });

  it('is covered by epidermis, under which lies the dermis', () => {
    const scene = openScene(section);
    const nameAt = ([px, py]: readonly [number, number, number]) => {
      const { layers } = scene.chunkAt(Math.floor(px / chunkUm), Math.floor(py / chunkUm));
      const tissue = layers.find((layer) => gridAt(layer.tissue.edge, px, py) > 0)?.tissue;
      if (!tissue) return 'glass';
      return gridAt(tissue.gland, px, py) > 0 ? liningAt(tissue, px, py)?.name : 'stroma';
    };
    const within = places.filter(({ insideUm }) => insideUm > 4);
    const under = (least: number, most: number) =>
      within
        .filter(({ underUm }) => underUm > least && underUm < most)
        .map(({ place }) => nameAt(place));
    const top = under(10, 40);
    const deep = under(150, 400);
    expect(top.length).toBeGreaterThan(5);
    expect(top.filter((name) => name === 'epidermis').length / top.length).toBeGreaterThan(0.95);
    expect(deep.length).toBeGreaterThan(10);
    expect(deep).not.toContain('epidermis');
  });
});
