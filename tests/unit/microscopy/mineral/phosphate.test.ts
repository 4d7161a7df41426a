import { expect, it } from 'vitest';
import { openMinerals } from '../../../../src/microscopy/mineral/minerals.ts';
import { blankSpot } from '../../../../src/microscopy/mineral/phosphate.ts';
import { sectionOf } from '../../../fixtures/lesion-sections.ts';

it.each(['duct-ectasia', 'scar'] as const)(
  'the mineral of %s hides what lies under it',
  (lesion) => {
    const { section, x, y } = sectionOf(lesion);
    const field = { left: x - 250, top: y - 250, right: x + 250, bottom: y + 250 };
    const spot = blankSpot();
    let hidden = 0;
    for (const phosphate of openMinerals(section, field).phosphates) {
      for (let row = field.top; row < field.bottom; row += 12) {
        for (let column = field.left; column < field.right; column += 12) {
          if (!phosphate.hides(column, row, 0.5)) continue;
          hidden++;
          phosphate.look(column, row, 0.5, spot);
          expect(spot.cover + spot.gap).toBeCloseTo(1, 12);
        }
      }
    }
    expect(hidden).toBeGreaterThan(100);
  },
);
