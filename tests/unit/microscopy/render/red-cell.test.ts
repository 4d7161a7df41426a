import { expect, it } from 'vitest';
import { blankLoads } from '../../../../src/microscopy/light/loads.ts';
import { inkRedCell } from '../../../../src/microscopy/render/red-cell.ts';
import { scatter } from '../../../../src/phantom/index.ts';

const [px, pitchUm] = [96, 0.25];
const whole = { left: 0, top: 0, right: px, bottom: px };
const at = { column: -px / 2, row: -px / 2, pitchUm };

it('red cells are drawn whole: none has a straight, cut edge', () => {
  const most = Array.from({ length: 300 }, (_, n) => {
    const loads = blankLoads(px, px);
    inkRedCell({ x: 0, y: 0, bits: scatter(31 * n + 7) }, loads, at, whole);
    const { orange } = loads.dyes;
    let step = 0;
    orange.forEach((load, i) => {
      if (i % px > 0) step = Math.max(step, Math.abs(load - (orange[i - 1] as number)));
      if (i >= px) step = Math.max(step, Math.abs(load - (orange[i - px] as number)));
    });
    return step;
  });
  // The softest edge of a cell takes 0.8 µm; a cut takes none.
  expect(Math.max(...most)).toBeLessThan(0.27);
});
