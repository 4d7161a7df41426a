import { expect, it } from 'vitest';
import type { Lining } from '../../../../src/microscopy/lesion/lining.ts';
import { normalLinings } from '../../../../src/microscopy/lesion/normal.ts';
import { crowdLining } from '../../../../src/microscopy/render/crowd.ts';
import { blankSpot } from '../../../../src/microscopy/render/stroma.ts';

const stainOf = (lining: Lining): number => {
  const spot = blankSpot();
  crowdLining(lining, 40, 40, 10, -10, 16, spot);
  return spot.haematoxylin;
};

it('an overview of a gland does not hang on which glands were drawn before it', () => {
  const thin: Lining = { ...normalLinings.acinus, wallMm: 0.009 };
  const thick: Lining = { ...thin, wallMm: 0.05 };
  const alone: Lining = { ...thick, layers: thick.layers.map((layer) => ({ ...layer })) };
  const first = stainOf(thin);
  expect(stainOf(thick)).toBe(stainOf(alone));
  expect(stainOf(thick)).not.toBe(first);
});
