import { describe, expect, it } from 'vitest';
import { normalNuclei } from '../../../../src/microscopy/cell/nucleus-kind.ts';
import { moulded } from '../../../../src/microscopy/scene/moulding.ts';
import { nucleusOf } from '../../../../src/microscopy/scene/nucleus.ts';

const luminal = (x: number, y = 0) => nucleusOf({ x, y, bits: 9 }, normalNuclei.luminal, 1, 0);

describe('nuclei of a lining', () => {
  it('are flat against each other, with a seam between them, where they would overlap', () => {
    const apartUm = 1.5 * luminal(0).long;
    const [left, right] = moulded([luminal(0), luminal(apartUm)]);
    const [nx, ny, off] = left?.flats ?? [];
    const [otherNx, , otherOff] = right?.flats ?? [];
    expect(nx).toBeCloseTo(1);
    expect(ny).toBeCloseTo(0);
    expect(otherNx).toBeCloseTo(-1);
    const seamUm = apartUm - (off as number) - (otherOff as number);
    expect(seamUm).toBeGreaterThan(0.2);
    expect(seamUm).toBeLessThan(1);
  });

  it('keep their shape where they have room, and beside cells of the stroma', () => {
    const far = moulded([luminal(0), luminal(3 * luminal(0).long)]);
    const fibroblast = nucleusOf({ x: 1, y: 0, bits: 4 }, normalNuclei.fibroblast, 1, 0);
    expect(far.every(({ flats }) => flats === undefined)).toBe(true);
    expect(moulded([luminal(0), fibroblast]).every(({ flats }) => flats === undefined)).toBe(true);
  });

  it('are moulded alike in whatever order they come', () => {
    const all = [luminal(0), luminal(4), luminal(2, 4), luminal(7, 3)];
    const sides = (nuclei: readonly { flats?: readonly number[] }[]) =>
      nuclei.map(({ flats = [] }) => [...flats].sort((a, b) => a - b));
    expect(sides(moulded([...all].reverse())).reverse()).toEqual(sides(moulded(all)));
  });
});
