import { slidePoint } from '../../../src/microscopy/frame.ts';
import type { Piece } from '../../../src/microscopy/section/piece.ts';
import type { Section } from '../../../src/microscopy/section/section.ts';
import { openSpecimen } from '../../../src/microscopy/section/specimen.ts';
import { growPhantom, takeBiopsy } from '../../../src/phantom/index.ts';

/** A biopsy of a group of 7 mm in a young woman: what the tests of sections look at. */
export const phantom = growPhantom({
  seed: 10,
  ageYears: 44,
  morphology: 'fine-pleomorphic',
  distribution: 'grouped',
  extentMm: 7,
  count: 24,
});
export const biopsy = takeBiopsy(phantom, { gauge: 9, cores: 8 });
export const specimen = openSpecimen(phantom, biopsy);

/** The middle of a lobule that the section cuts well within a piece. */
export function lobuleOf(section: Section): { x: number; y: number; piece: Piece } {
  const whole = { left: 0, top: 0, right: section.widthUm, bottom: section.heightUm };
  for (const { body, piece, reach, insideUm } of section.bodiesIn(whole)) {
    const [x, y] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
    const isWithin = piece.insideUm(slidePoint(x, y)) > 150;
    if (body.kind === 'lobule' && insideUm(x, y) > 200 && isWithin) return { x, y, piece };
  }
  throw new Error('This section cuts no lobule.');
}
