import { expect, it } from 'vitest';
import { blankLoads } from '../../../../src/microscopy/light/loads.ts';
import { openMinerals } from '../../../../src/microscopy/mineral/minerals.ts';
import { inkPhosphate } from '../../../../src/microscopy/render/phosphate.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { sectionOf } from '../../../fixtures/lesion-sections.ts';

const { specimen } = sectionOf('low-grade-dcis').section;
const phosphates = Array.from({ length: 60 }, (_, n) => 600 + 40 * n).flatMap((depthUm) => {
  if (depthUm >= specimen.deepestUm) return [];
  const section = cutSection(specimen, depthUm);
  return section.specksIn().flatMap(({ reach }) => [...openMinerals(section, reach).phosphates]);
});

/** The brightest that light is gathered about a speck on bare glass, as a density below 0. */
function brightest(phosphate: (typeof phosphates)[number]): number {
  const { left, top, right, bottom } = phosphate.reach;
  const pitchUm = 1;
  const [column, row] = [Math.floor(left), Math.floor(top)];
  const [widthPx, heightPx] = [Math.ceil(right) - column, Math.ceil(bottom) - row];
  const loads = blankLoads(widthPx, heightPx);
  const whole = { left: 0, top: 0, right: widthPx, bottom: heightPx };
  inkPhosphate(phosphate, undefined, loads, { column, row, pitchUm }, whole);
  const { haematoxylin } = loads.dyes;
  return loads.shade.reduce(
    (least, value, at) => (haematoxylin[at] === 0 ? Math.min(least, value) : least),
    0,
  );
}

it('light is gathered at the edge of mineral, and none where it has fallen out', () => {
  const lost = phosphates.filter(({ fate }) => fate.isLost);
  expect(lost.length).toBeGreaterThan(0);
  for (const phosphate of lost) expect(brightest(phosphate)).toBe(0);
  const kept = phosphates.find(({ fate }) => !fate.isLost && fate.build !== 'granular');
  expect(kept && brightest(kept)).toBeLessThan(-0.01);
});
