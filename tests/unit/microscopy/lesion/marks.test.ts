import { describe, expect, it } from 'vitest';
import type { LesionId } from '../../../../src/lexicon/index.ts';
import { drawScanner } from '../../../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { renderTile } from '../../../../src/microscopy/render/tile.ts';
import { chunkUm, type Layer, openScene } from '../../../../src/microscopy/scene/scene.ts';
import { sectionOf } from '../../../fixtures/lesion-sections.ts';

/** What lies within about a millimetre of the speck. */
function about(lesion: LesionId): Layer[] {
  const { section, x, y } = sectionOf(lesion);
  const scene = openScene(section);
  const [column, row] = [Math.floor(x / chunkUm), Math.floor(y / chunkUm)];
  const steps = [-2, -1, 0, 1, 2];
  return steps.flatMap((i) => steps.flatMap((j) => scene.chunkAt(column + i, row + j).layers));
}

describe('what a setting is known by', () => {
  it.each<[LesionId, string[], string[]]>([
    ['regressed-dcis', ['duct without epithelium'], ['ghost cell', 'histiocyte nucleus']],
    ['skin-calcification', ['sebaceous gland'], ['germinative nucleus', 'sebocyte nucleus']],
    ['fat-necrosis', ['foam cells about oil', 'sheet of foam cells', 'giant cell'], []],
    ['fibroadenoma', ['cleft between nodules of stroma'], ['myoepithelial nucleus']],
    ['arterial-calcification', ['artery'], ['smooth muscle nucleus', 'endothelial nucleus']],
    ['suture-calcification', ['reaction to a thread'], ['histiocyte nucleus']],
    ['papilloma', ['cells of a papilloma'], ['papillary nucleus', 'myoepithelial nucleus']],
  ])('%s shows its marks about a calcification', (lesion, linings, nuclei) => {
    const layers = about(lesion);
    const names = new Set(layers.flatMap(({ tissue }) => tissue.linings.map(({ name }) => name)));
    const kinds = new Set(layers.flatMap((layer) => layer.nuclei.map(({ kind }) => kind.name)));
    expect([...names]).toEqual(expect.arrayContaining(linings));
    expect([...kinds]).toEqual(expect.arrayContaining(nuclei));
  });

  it('an artery has a lumen narrower than its two walls, as an old one has', () => {
    const { section, x, y } = sectionOf('arterial-calcification');
    const artery = section
      .bodiesIn({ left: x - 50, right: x + 50, top: y - 50, bottom: y + 50 })
      .find(({ body }) => body.kind === 'part' && body.lining?.name === 'artery');
    const shape = artery?.body.shape;
    if (!artery || shape?.kind !== 'limb') throw new Error('The speck lies in its artery.');
    const outerMm = shape.radiiMm.reduce((sum, radius) => sum + radius, 0) / shape.radiiMm.length;
    expect(outerMm - artery.body.wallMm).toBeLessThan(artery.body.wallMm);
  });

  it('a thread lights up between crossed polars, and its mineral stays dark', () => {
    const { section, x, y } = sectionOf('suture-calcification');
    const sidePx = 300;
    const place = {
      level: 3,
      column: Math.round(x / 2) - sidePx / 2,
      row: Math.round(y / 2) - sidePx / 2,
      widthPx: sidePx,
      heightPx: sidePx,
    };
    const light = { stain: drawStain(4), scanner: drawScanner(4) };
    const scene = openScene(section);
    const plain = renderTile(scene, place, light);
    const polars = { stageDeg: 0, crossingDeg: 90, exposure: 22 };
    const crossed = renderTile(scene, place, { ...light, polars });
    let [bright, brightMineral, mineral] = [0, 0, 0];
    for (let n = 0; n < sidePx * sidePx; n++) {
      const isMineral = (plain[4 * n + 1] as number) < 60;
      const isBright = (crossed[4 * n + 1] as number) > 200;
      if (isMineral) mineral++;
      if (isBright) bright++;
      if (isMineral && isBright) brightMineral++;
    }
    expect(mineral).toBeGreaterThan(2000);
    expect(bright).toBeGreaterThan(2000);
    expect(brightMineral / mineral).toBeLessThan(0.02);
  });
});
