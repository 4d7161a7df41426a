import { describe, expect, it } from 'vitest';
import { gridAt } from '../../../../src/microscopy/scene/grid.ts';
import { chunkUm, openScene } from '../../../../src/microscopy/scene/scene.ts';
import { liningAt } from '../../../../src/microscopy/scene/tissue.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { openSpecimen, type Specimen } from '../../../../src/microscopy/section/specimen.ts';
import type { Feature } from '../../../../src/microscopy/truth/feature.ts';
import { featuresIn } from '../../../../src/microscopy/truth/features.ts';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { growPhantom, type PhantomPoint, takeBiopsy } from '../../../../src/phantom/index.ts';
import { specimen as highGrade } from '../specimen.ts';

/** The field about a space of the lesion that a section cuts well within the tissue, and its features. */
function aboutLesion(specimen: Specimen, halfUm: number) {
  for (let depthUm = 600; depthUm < specimen.deepestUm; depthUm += 100) {
    const section = cutSection(specimen, depthUm);
    for (const [n, piece] of section.pieces.entries()) {
      for (const { kind, shape } of specimen.cores[n]?.bodies ?? []) {
        if (kind !== 'part' || shape.kind !== 'limb') continue;
        const [x, y, below] = piece.onSlide(shape.course[0] as PhantomPoint);
        if (Math.abs(below) > 60 || piece.insideUm(slidePoint(x, y)) < 150) continue;
        const scene = openScene(section);
        const [left, right] = [x - halfUm, x + halfUm];
        const field = { left, top: y - halfUm, right, bottom: y + halfUm };
        return { scene, field, features: featuresIn(scene, field) };
      }
    }
  }
  throw new Error('No section cuts a space of the lesion.');
}
const grown = (lesion: string, morphology: string, halfUm: number) => {
  const phantom = growPhantom({
    seed: 11,
    ageYears: 48,
    morphology,
    lesion,
    distribution: 'grouped',
    extentMm: 6,
  });
  return aboutLesion(openSpecimen(phantom, takeBiopsy(phantom, { gauge: 9, cores: 6 })), halfUm);
};
const names = (features: readonly Feature[]) => new Set(features.map(({ name }) => name));

describe('the features of carcinoma in situ of high grade', () => {
  const { scene, field, features } = aboutLesion(highGrade, 220);

  it('are necrosis with dust and ghosts, and a sleeve of collagen', () => {
    for (const name of ['necrosis', 'ghost cell', 'karyorrhectic dust'] as const)
      expect(names(features)).toContain(name);
    for (const name of ['apical snout', 'cribriform lumen', 'desmoplastic stroma'] as const)
      expect(names(features)).not.toContain(name);
  });

  it('lie where the tissue is what they say, within the field', () => {
    for (const { name, at, reach } of features) {
      const [x, y] = at;
      expect(x).toBeGreaterThanOrEqual(field.left);
      expect(x).toBeLessThan(field.right);
      expect(reach.left).toBeLessThanOrEqual(x);
      expect(reach.bottom).toBeGreaterThanOrEqual(y);
      const { layers } = scene.chunkAt(Math.floor(x / chunkUm), Math.floor(y / chunkUm));
      const tissue = layers.find((layer) => gridAt(layer.tissue.edge, x, y) > 0)?.tissue;
      if (!tissue) throw new Error(`There is no tissue at the ${name}.`);
      const gland = gridAt(tissue.gland, x, y);
      if (name === 'necrosis') {
        expect(gridAt(tissue.lumen, x, y)).toBeGreaterThan(0);
        expect(liningAt(tissue, x, y)?.content).toBe('necrosis');
      }
      if (name === 'mitosis' || name === 'apoptotic body') expect(gland).toBeGreaterThan(0);
      if (name === 'periductal fibrosis' || name === 'lymphocyte') expect(gland).toBeLessThan(0);
    }
  });
});

describe('the features of other lesions', () => {
  it('are snouts and myoepithelium in columnar cell change, and no necrosis', () => {
    const found = names(grown('columnar-cell-change', 'amorphous', 160).features);
    expect(found).toContain('apical snout');
    expect(found).toContain('myoepithelial cell');
    expect(found).not.toContain('necrosis');
    expect(found).not.toContain('mitosis');
  });

  it('are desmoplastic stroma in invasive carcinoma', () => {
    const found = names(grown('invasive-carcinoma', 'fine-pleomorphic', 300).features);
    expect(found).toContain('desmoplastic stroma');
  });
});
