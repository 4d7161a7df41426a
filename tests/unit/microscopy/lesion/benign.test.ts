import { describe, expect, it } from 'vitest';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { drawScanner } from '../../../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { renderTile } from '../../../../src/microscopy/render/tile.ts';
import { gridAt } from '../../../../src/microscopy/scene/grid.ts';
import { chunkUm, openScene } from '../../../../src/microscopy/scene/scene.ts';
import { liningAt } from '../../../../src/microscopy/scene/tissue.ts';
import { cutSection, type Section } from '../../../../src/microscopy/section/section.ts';
import { openSpecimen, type Specimen } from '../../../../src/microscopy/section/specimen.ts';
import { growPhantom, takeBiopsy } from '../../../../src/phantom/index.ts';

const phantom = growPhantom({
  seed: 8,
  ageYears: 48,
  morphology: 'amorphous',
  lesion: 'apocrine-cyst',
  mineral: 'calcium-oxalate',
  distribution: 'grouped',
  extentMm: 8,
});
const specimen = openSpecimen(phantom, takeBiopsy(phantom, { gauge: 9, cores: 6 }));

/** A section that cuts a speck within the tissue, and the place of that speck. */
function aboutSpeck({ deepestUm }: Specimen): { section: Section; x: number; y: number } {
  for (let depthUm = 600; depthUm < deepestUm; depthUm += 60) {
    const section = cutSection(specimen, depthUm);
    for (const { piece, reach } of section.specksIn()) {
      const [x, y] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
      if (piece.insideUm(slidePoint(x, y)) > 60) return { section, x, y };
    }
  }
  throw new Error('No section cuts a speck.');
}

describe('an apocrine cyst', () => {
  const { section, x, y } = aboutSpeck(specimen);
  const scene = openScene(section);
  const [column, row] = [Math.floor(x / chunkUm), Math.floor(y / chunkUm)];
  const chunk = scene.chunkAt(column, row);
  const layer = chunk.layers.find(({ tissue }) => gridAt(tissue.edge, x, y) > 0);
  if (!layer) throw new Error('The speck lies in tissue.');

  it('holds its speck in fluid, within a lining of apocrine cells', () => {
    expect(liningAt(layer.tissue, x, y)?.name).toBe('apocrine cells');
    expect(gridAt(layer.tissue.lumen, x, y)).toBeGreaterThan(0);
    expect(liningAt(layer.tissue, x, y)?.content).toBe('fluid');
    expect(
      layer.nuclei.filter(({ kind }) => kind.name === 'apocrine nucleus').length,
    ).toBeGreaterThan(10);
  });

  it('has vessels with red cells about it, and none in an overview', () => {
    const about = [-1, 0, 1].flatMap((i) =>
      [-1, 0, 1].flatMap((j) => scene.chunkAt(column + i, row + j).layers),
    );
    const inVessels = about.flatMap(({ tissue, redCells }) =>
      redCells.filter((cell) => liningAt(tissue, cell.x, cell.y)?.content === 'blood'),
    );
    expect(inVessels.length).toBeGreaterThan(0);
    const coarse = scene.chunksFor(8);
    const far = coarse.chunkAt(Math.floor(x / coarse.chunkUm), Math.floor(y / coarse.chunkUm));
    expect(far.layers.flatMap(({ redCells }) => redCells)).toEqual([]);
  });

  it('is the same in one piece and in four', () => {
    const light = { stain: drawStain(4), scanner: drawScanner(4) };
    const first = (um: number) => 2 * Math.round(um / chunkUm) * chunkUm - 32;
    const place = { level: 1, column: first(x), row: first(y), widthPx: 64, heightPx: 64 };
    const whole = renderTile(scene, place, light);
    const fresh = openScene(section);
    for (const [dx, dy] of [
      [32, 32],
      [0, 32],
      [32, 0],
      [0, 0],
    ] as const) {
      const at = { ...place, column: place.column + dx, row: place.row + dy };
      const part = renderTile(fresh, { ...at, widthPx: 32, heightPx: 32 }, light);
      for (let line = 0; line < 32; line++) {
        const from = 4 * ((line + dy) * 64 + dx);
        expect(part.subarray(128 * line, 128 * line + 128)).toEqual(
          whole.subarray(from, from + 128),
        );
      }
    }
  });
});
