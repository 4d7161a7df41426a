import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embed, fromBlock, originOf, placesInBlock, toBlock } from '../../../src/phantom/block.ts';
import { type Core, fromCore, isInCore, takeBiopsy, toCore } from '../../../src/phantom/cores.ts';
import { corePoint } from '../../../src/phantom/frame.ts';
import { growPhantom } from '../../../src/phantom/phantom.ts';
import { between, cross, distance, dot } from '../../../src/phantom/vector.ts';

const phantom = growPhantom({
  seed: 8,
  morphology: 'fine-pleomorphic',
  distribution: 'grouped',
  extentMm: 7,
  count: 24,
});
const biopsy = takeBiopsy(phantom, { gauge: 9, cores: 10 });
const block = embed(phantom, biopsy);

describe('a vacuum biopsy of nine gauge', () => {
  it('takes as many cores as asked, no longer than the notch', () => {
    expect(biopsy.cores).toHaveLength(10);
    for (const { lengthMm, radiusMm } of biopsy.cores) {
      expect(lengthMm).toBeLessThanOrEqual(20);
      expect(lengthMm).toBeGreaterThan(10);
      expect(2 * radiusMm).toBeLessThanOrEqual(2.9);
    }
  });

  it('catches some of a group of 7 mm, some whole and some cut', () => {
    const catches = biopsy.cores.flatMap((core) => core.catches);
    expect(catches.filter(({ whole }) => whole).length).toBeGreaterThan(2);
    expect(catches.some(({ whole }) => !whole)).toBe(true);
    for (const { share } of catches) expect(share).toBeGreaterThan(0);
    for (const { share } of catches) expect(share).toBeLessThanOrEqual(1);
  });

  it('says whole only of specks whose middle lies in the core', () => {
    for (const core of biopsy.cores) {
      for (const { speck, whole } of core.catches) {
        const at = phantom.specks[speck]?.at;
        if (whole && at) expect(isInCore(core, toCore(core, at))).toBe(true);
      }
    }
  });

  it.each([9, 14] as const)('takes no tissue twice with a needle of %i gauge', (gauge) => {
    const shares = new Map<number, number>();
    for (const { catches } of takeBiopsy(phantom, { gauge, cores: 12 }).cores) {
      for (const { speck, share } of catches) shares.set(speck, (shares.get(speck) ?? 0) + share);
    }
    expect(shares.size).toBeGreaterThan(3);
    for (const share of shares.values()) expect(share).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('is the same biopsy each time', () => {
    expect(takeBiopsy(phantom, { gauge: 9, cores: 10 })).toEqual(biopsy);
  });

  it('holds nothing of the group when it goes 14 mm beside it, and is else the same', () => {
    const missed = takeBiopsy(phantom, { gauge: 9, cores: 10, missMm: 14 });
    expect(missed.cores.flatMap(({ catches }) => catches)).toEqual([]);
    const [aimed, beside] = [biopsy.cores[0]?.tip, missed.cores[0]?.tip] as [
      readonly number[],
      readonly number[],
    ];
    expect(Math.hypot(...beside.map((mm, axis) => mm - (aimed[axis] ?? 0)))).toBeCloseTo(14, 6);
  });

  it.each([{ gauge: 25 }, { cores: 5 }, { cores: 13 }, { missMm: -1 }, 'core'])(
    '%j is refused',
    (data) => {
      expect(() => takeBiopsy(phantom, data)).toThrow(
        'A biopsy needs a `gauge` of 14, 12, 11, 10, 9, 8, 6 to 12 `cores`, and a `missMm` of 0 to 40',
      );
    },
  );
});

describe('an excision', () => {
  const excised = takeBiopsy(phantom, { kind: 'excision' });
  const [slice] = excised.cores as [Core];

  it('leaves one slice, 15 by 10 mm and 3 mm thick, that holds some of the group', () => {
    expect(excised.gauge).toBeNull();
    expect(excised.cores).toHaveLength(1);
    expect(excised.bounds).toEqual({ lengthMm: 15, widthMm: 10, thicknessMm: 3 });
    expect(isInCore(slice, corePoint(7.5, 4.9, 0))).toBe(true);
    expect(isInCore(slice, corePoint(7.5, 0, 1.4))).toBe(true);
    expect(isInCore(slice, corePoint(7.5, 5.1, 0))).toBe(false);
    expect(isInCore(slice, corePoint(7.5, 0, 1.6))).toBe(false);
    expect(slice.catches.filter(({ whole }) => whole).length).toBeGreaterThan(2);
  });

  it('lies flat in its block, whose planes show its whole width', () => {
    const [laid] = embed(phantom, excised).cores;
    expect(laid?.rollDeg).toBe(0);
    const sideAt = (mm: number) =>
      toBlock(slice, laid as NonNullable<typeof laid>, corePoint(7.5, mm, 0));
    const [one, other] = [sideAt(-4.9), sideAt(4.9)];
    expect(Math.abs(one[1] - other[1])).toBeGreaterThan(9.5);
    expect(Math.abs(one[2] - other[2])).toBeLessThan(0.2);
  });

  it('misses the group when it is told to', () => {
    expect(takeBiopsy(phantom, { kind: 'excision', missMm: 30 }).cores[0]?.catches).toEqual([]);
  });

  it.each([{ lengthMm: 40 }, { widthMm: 1 }, { gauge: 9 }])('of %j is refused', (data) => {
    expect(() => takeBiopsy(phantom, { kind: 'excision', ...data })).toThrow(
      'An excision needs a `lengthMm` of 8 to 20, a `widthMm` of 6 to 14, and a `missMm` of 0 to 40',
    );
  });
});

describe('the paraffin block', () => {
  const inACore = fc.record({
    index: fc.integer({ min: 0, max: 9 }),
    s: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    a: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
    b: fc.double({ min: -0.7, max: 0.7, noNaN: true }),
  });
  const spot = ({ index, s, a, b }: { index: number; s: number; a: number; b: number }) => {
    const core = biopsy.cores[index] as Core;
    const laid = block.cores[index] as (typeof block.cores)[number];
    const point = corePoint(s * core.lengthMm, a * core.radiusMm, b * core.radiusMm);
    return { core, laid, point };
  };

  it('gives every point of a core back, and from there to the breast', () => {
    fc.assert(
      fc.property(inACore, (given) => {
        const { core, laid, point } = spot(given);
        expect(distance(fromBlock(core, laid, toBlock(core, laid, point)), point)).toBeLessThan(
          1e-9,
        );
        const inBreast = fromCore(core, point);
        expect(distance(toCore(core, inBreast), point)).toBeLessThan(1e-9);
        const places = placesInBlock(biopsy, block, inBreast);
        const origins = places.map((place) => originOf(biopsy, block, place)?.inBreast);
        for (const origin of origins)
          expect(distance(origin ?? point, inBreast)).toBeLessThan(1e-6);
      }),
    );
  });

  it('mirrors no core', () => {
    fc.assert(
      fc.property(inACore, (given) => {
        const { core, laid, point } = spot(given);
        const here = toBlock(core, laid, point);
        const image = (d: [number, number, number]) =>
          between(
            here,
            toBlock(core, laid, corePoint(point[0] + d[0], point[1] + d[1], point[2] + d[2])),
          );
        const volume = dot(cross(image([1e-3, 0, 0]), image([0, 1e-3, 0])), image([0, 0, 1e-3]));
        expect(volume / 1e-9).toBeCloseTo(1, 2);
      }),
    );
  });

  it('keeps its cores apart and inside', () => {
    const places = block.cores.flatMap((laid, index) =>
      [0, 0.5, 1].flatMap((s) =>
        [-1, 1].flatMap((side) => {
          const core = biopsy.cores[index] as Core;
          return [
            {
              laid,
              at: toBlock(core, laid, corePoint(s * core.lengthMm, side * core.radiusMm, 0)),
            },
            {
              laid,
              at: toBlock(core, laid, corePoint(s * core.lengthMm, 0, side * core.radiusMm)),
            },
          ];
        }),
      ),
    );
    for (const { at } of places) {
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(block.widthMm);
      expect(at[1]).toBeGreaterThan(0);
      expect(at[1]).toBeLessThan(block.heightMm);
    }
  });

  it('shows a speck that a core holds whole at a depth of the block', () => {
    const core = biopsy.cores.find(({ catches }) => catches.some(({ whole }) => whole)) as Core;
    const held = core.catches.find(({ whole }) => whole);
    const [place] = placesInBlock(
      biopsy,
      block,
      phantom.specks[held?.speck ?? 0]?.at ?? phantom.lesion.at,
    );
    expect(place?.[2]).toBeGreaterThan(0);
    expect(place?.[2]).toBeLessThan(block.depthMm);
  });

  it('is bare paraffin beside the cores', () => {
    expect(
      originOf(
        biopsy,
        block,
        toBlock(
          biopsy.cores[0] as Core,
          block.cores[0] as (typeof block.cores)[number],
          corePoint(5, 1.7, 0),
        ),
      ),
    ).toBeNull();
  });
});
