import { describe, expect, it } from 'vitest';
import { growAnatomy } from '../../../src/phantom/anatomy.ts';
import { depthUnderSkinMm } from '../../../src/phantom/breast.ts';
import { sowCells } from '../../../src/phantom/cell-diagram.ts';
import { openCells } from '../../../src/phantom/cell-walls.ts';
import { openDraw } from '../../../src/phantom/draw.ts';
import { phantomPoint } from '../../../src/phantom/frame.ts';
import {
  leafletSizes,
  lobuleSizes,
  noWalls,
  openParenchyma,
} from '../../../src/phantom/parenchyma.ts';
import { planOf } from '../../../src/phantom/plan.ts';
import { spaceFields } from '../../../src/phantom/tissue-space.ts';

describe.each([
  ['of lobules', lobuleSizes],
  ['of leaflets', leafletSizes],
])('a power diagram %s', (_, sizes) => {
  const diagram = sowCells([0, 0, 0], [60, 60, 60], 10, sizes, openDraw(4));
  const wallsAt = openCells(diagram);
  const { seeds } = diagram;

  it('finds the cell and the wall that a search through all seeds finds', () => {
    const draw = openDraw(5);
    const walls = noWalls();
    for (let n = 0; n < 400; n++) {
      const p = [draw.uniform(12, 48), draw.uniform(12, 48), draw.uniform(12, 48)] as const;
      wallsAt(Float64Array.of(...p), walls);
      const powers = Array.from({ length: seeds.length / 4 }, (_, seed) => {
        const [x = 0, y = 0, z = 0, weight = 0] = seeds.subarray(seed * 4, seed * 4 + 4);
        return { seed, power: (x - p[0]) ** 2 + (y - p[1]) ** 2 + (z - p[2]) ** 2 - weight };
      }).sort((a, b) => a.power - b.power);
      expect(walls.cell).toBe(powers[0]?.seed);
      expect(walls.nearest).toBeGreaterThanOrEqual(0);
      expect(walls.second).toBeGreaterThanOrEqual(walls.nearest);
    }
  });
});

describe.each([
  ['a', 0, 0.035],
  ['b', 0.035, 0.075],
  ['c', 0.075, 0.155],
  ['d', 0.155, 0.3],
] as const)('the tissue of a breast of density %s', (density, least, most) => {
  const plan = planOf({ seed: 3, morphology: 'punctate', density, breastSize: 'small' });
  const anatomy = growAnatomy(plan);
  const tissue = openParenchyma(plan, anatomy);

  it('has the volumetric density of its class', () => {
    expect(tissue.volumetricDensity).toBeGreaterThan(least);
    expect(tissue.volumetricDensity).toBeLessThan(most);
  });

  it('is fat under the skin and more gland in the middle', () => {
    const draw = openDraw(1);
    const mean = (keep: (depth: number) => boolean) => {
      let total = 0;
      let count = 0;
      while (count < 1500) {
        const { depthMm, halfWidthMm, halfHeightMm } = anatomy.breast;
        const p = phantomPoint(
          draw.uniform(5, depthMm * 0.8),
          draw.uniform(-1, 1) * halfWidthMm,
          draw.uniform(-1, 1) * halfHeightMm,
        );
        if (!keep(depthUnderSkinMm(anatomy.breast, p))) continue;
        total += tissue.fibroglandularAt(p);
        count++;
      }
      return total / count;
    };
    expect(mean((depth) => depth > 14)).toBeGreaterThan(2 * mean((d) => d > 1 && d < 4));
  });

  it('has no step of gland where one lobule borders on the next', () => {
    const space = new Float64Array(spaceFields.length);
    const [walls, before] = [noWalls(), noWalls()];
    const steps: number[] = [];
    for (let line = 0; line < 40; line++) {
      let last = Number.NaN;
      for (let x = 20; x < 55; x += 0.02) {
        tissue.spaceAt(phantomPoint(x, (line % 8) * 6 - 24, Math.floor(line / 8) * 6 - 12), space);
        const level = tissue.lobuleAt(space, walls);
        if (walls.cell !== before.cell && !Number.isNaN(last)) steps.push(Math.abs(level - last));
        last = level;
        before.cell = walls.cell;
      }
    }
    expect(steps.length).toBeGreaterThan(40);
    expect(Math.max(...steps)).toBeLessThan(0.03);
  });

  it('has no step of gland anywhere', () => {
    const space = new Float64Array(spaceFields.length);
    const walls = noWalls();
    let most = 0;
    for (let line = 0; line < 400; line++) {
      let last = Number.NaN;
      for (let x = 20; x < 55; x += 0.02) {
        tissue.spaceAt(
          phantomPoint(x, (line % 20) * 3 - 30, Math.floor(line / 20) * 3 - 30),
          space,
        );
        const level = tissue.lobuleAt(space, walls);
        if (!Number.isNaN(last)) most = Math.max(most, Math.abs(level - last));
        last = level;
      }
    }
    expect(most).toBeLessThan(0.08);
  });

  it('is made of fat or gland rather than of a haze between them', () => {
    const draw = openDraw(2);
    const values = Array.from({ length: 4000 }, () =>
      tissue.fibroglandularAt(
        phantomPoint(draw.uniform(15, 55), draw.uniform(-30, 30), draw.uniform(-30, 30)),
      ),
    );
    const full = tissue.fabric.filling;
    const between = values.filter((value) => value > 0.2 * full && value < 0.8 * full);
    expect(between.length / values.length).toBeLessThan(0.35);
  });
});

describe('the gland of a fatty breast', () => {
  /** The mean of the tissue that holds any gland, over five women. */
  const meanWhereItIs = (density: 'a' | 'b') => {
    let [total, count] = [0, 0];
    for (const seed of [1, 2, 3, 4, 5]) {
      const plan = planOf({ seed, morphology: 'punctate', density });
      const anatomy = growAnatomy(plan);
      const { fibroglandularAt } = openParenchyma(plan, anatomy);
      const { depthMm, halfWidthMm, halfHeightMm } = anatomy.breast;
      const draw = openDraw(6);
      for (let n = 0; n < 3000; n++) {
        const across = [
          draw.uniform(-0.6, 0.6) * halfWidthMm,
          draw.uniform(-0.6, 0.6) * halfHeightMm,
        ];
        const part = fibroglandularAt(
          phantomPoint(draw.uniform(0.1, 0.8) * depthMm, across[0] ?? 0, across[1] ?? 0),
        );
        if (part < 0.02) continue;
        total += part;
        count++;
      }
    }
    return total / count;
  };

  it('is loose and spread out, not gathered in bright islands', () => {
    expect(meanWhereItIs('a')).toBeLessThan(0.6 * meanWhereItIs('b'));
  });
});
