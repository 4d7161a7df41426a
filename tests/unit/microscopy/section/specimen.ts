import { openSpecimen } from '../../../../src/microscopy/section/specimen.ts';
import { growPhantom, takeBiopsy } from '../../../../src/phantom/index.ts';

/** A biopsy of a group of 7 mm in a young woman: what the tests of sections look at. */
export const phantom = growPhantom({
  seed: 8,
  ageYears: 44,
  morphology: 'fine-pleomorphic',
  distribution: 'grouped',
  extentMm: 7,
  count: 24,
});
export const biopsy = takeBiopsy(phantom, { gauge: 9, cores: 8 });
export const specimen = openSpecimen(phantom, biopsy);
