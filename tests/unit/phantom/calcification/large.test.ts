import { describe, expect, it } from 'vitest';
import type { MorphologyId } from '../../../../src/lexicon/index.ts';
import { growPhantom } from '../../../../src/phantom/index.ts';
import { samplesOf } from '../../../../src/phantom/solid/lattice.ts';
import { openSediment } from '../../../../src/phantom/solid/sediment.ts';
import type { Sheath } from '../../../../src/phantom/solid/sheath.ts';
import type { Solid } from '../../../../src/phantom/solid/solid.ts';
import type { Speck } from '../../../../src/phantom/speck.ts';
import { distance, moved, type Vector } from '../../../../src/phantom/vector.ts';

const seeds = [401, 402, 403, 404, 405, 406];

const grown = (morphology: MorphologyId): Speck[][] =>
  seeds.map((seed) =>
    growPhantom({ seed, density: 'b', morphology }).specks.filter(
      (speck) => speck.morphology === morphology,
    ),
  );

const solidsOf = <K extends Solid['kind']>(morphology: MorphologyId, kind: K) =>
  grown(morphology)
    .flat()
    .map(({ solid }) => solid)
    .filter((solid): solid is Extract<Solid, { kind: K }> => solid.kind === kind);

const spread = (values: readonly number[]) => Math.max(...values) / Math.min(...values);

describe('rims', () => {
  const shells = solidsOf('rim', 'shell');

  it('are open on one side now and then', () => {
    const open = shells.filter(({ heavier }) => distance(heavier, [0, 0, 0]) > 1);
    expect(open.length).toBeGreaterThan(0);
    expect(open.length).toBeLessThan(shells.length * 0.7);
  });

  it('are bags and eggs: some have fallen in', () => {
    const flat = shells.filter(({ semiAxesMm: [a, , c] }) => c < 0.7 * a);
    expect(flat.length).toBeGreaterThan(0);
  });

  it('have walls of unlike thickness, each below a millimetre', () => {
    expect(spread(shells.map(({ wallMm }) => wallMm))).toBeGreaterThan(3);
    for (const { wallMm } of shells) expect(wallMm).toBeLessThan(1);
  });

  it('hold what they enclose within them', () => {
    for (const seed of seeds) {
      const { specks, lesion } = growPhantom({ seed, morphology: 'rim' });
      for (const { solid, host } of specks) {
        const part = lesion.parts[host.part];
        if (solid.kind !== 'shell' || part?.kind !== 'cyst') continue;
        expect(part.radiusMm).toBeLessThanOrEqual(Math.min(...solid.semiAxesMm) * 1.1);
      }
    }
  });
});

describe('popcorn', () => {
  it('consists of lumps that are not equally dense, and not of balls that touch', () => {
    for (const { balls } of solidsOf('coarse', 'cluster')) {
      expect(spread(balls.map(({ filling = 1 }) => filling))).toBeGreaterThan(1.8);
      const buried = balls.filter((ball) =>
        balls.some(
          (other) =>
            other !== ball && distance(other.at, ball.at) < 0.6 * (other.radiusMm + ball.radiusMm),
        ),
      );
      expect(buried.length).toBeGreaterThan(balls.length / 3);
    }
  });
});

describe('dystrophic crusts', () => {
  it('are lucent in their middle at times', () => {
    const fillings = solidsOf('dystrophic', 'cluster').map(({ balls }) => balls[0]?.filling ?? 1);
    expect(Math.min(...fillings)).toBeLessThan(0.5);
  });
});

describe('skin calcifications', () => {
  it('are mostly lucent-centred, and some are solid', () => {
    const grains = solidsOf('skin', 'grain');
    const lucent = grains.filter(({ bites }) => bites.length > 0).length / grains.length;
    expect(lucent).toBeGreaterThan(0.55);
    expect(lucent).toBeLessThan(0.9);
  });
});

describe('milk of calcium', () => {
  it('fills its cysts unequally and unequally densely', () => {
    const layers = solidsOf('milk-of-calcium', 'sediment');
    expect(spread(layers.map(({ fill }) => fill))).toBeGreaterThan(4.3);
    expect(spread(layers.map(({ texture }) => texture.packing))).toBeGreaterThan(9);
  });

  it('is a smudge from above: it thins out from its middle on', () => {
    const radiusMm = 0.6;
    const mineralAt = openSediment({
      kind: 'sediment',
      radiusMm,
      fill: 0.3,
      meniscus: 0.1,
      down: [0, 0, -1],
      texture: { seed: 3, bumpMm: 0, bumpSizeMm: 1, packing: 0.4, mottle: 0 },
    });
    const pathAt = (out: number) => {
      let sum = 0;
      for (let n = 0; n < 36; n++) {
        const turn = (2 * Math.PI * n) / 36;
        const [x, y] = [out * Math.cos(turn) * radiusMm, out * Math.sin(turn) * radiusMm];
        for (let k = 0; k < 60; k++) sum += mineralAt([x, y, -radiusMm * (k / 60)]);
      }
      return sum;
    };
    expect(pathAt(0.6) / pathAt(0.1)).toBeLessThan(0.37);
  });
});

describe('large rods', () => {
  const cases = grown('large-rod-like');
  const lengths = cases.flat().map(({ spanMm }) => spanMm);

  it('are short as often as long, between 3 and 10 mm', () => {
    for (const lengthMm of lengths) expect(lengthMm > 3 && lengthMm < 10).toBe(true);
    expect(lengths.filter((mm) => mm < 4.6).length).toBeGreaterThan(lengths.length / 4);
    expect(lengths.filter((mm) => mm > 6.5).length).toBeGreaterThan(lengths.length / 6);
  });

  it('follow one another end to end in some ducts', () => {
    const ends = ({ at, solid }: Speck): Vector[] => {
      const course = solid.kind === 'cast' ? (solid.limbs[0]?.course ?? []) : [];
      return [course[0], course[course.length - 1]].flatMap((end) => (end ? [moved(at, end)] : []));
    };
    const followed = cases.flatMap((rods) =>
      rods.filter((rod) =>
        rods.some(
          (other) =>
            other.id !== rod.id &&
            other.host.ducts.some((duct) => rod.host.ducts.includes(duct)) &&
            ends(rod).some((end) => ends(other).some((near) => distance(end, near) < 5)),
        ),
      ),
    );
    expect(followed.length).toBeGreaterThan(lengths.length / 3);
  });
});

describe('a calcified artery', () => {
  /** How much of the mineral lies on the fuller side, in stretches of 3 mm of a straight artery. */
  const fullerSide = (sided: number): number => {
    const course = Array.from({ length: 61 }, (_, i): Vector => [i * 0.5, 0, 0]);
    const parts: number[] = [];
    for (const seed of seeds) {
      const sheath: Sheath = {
        kind: 'sheath',
        limb: { course, radiiMm: course.map(() => 0.7) },
        lengthMm: 30,
        wallMm: 0.05,
        coverage: 0.5,
        sided,
        plaqueMm: 0.6,
        texture: { seed, bumpMm: 0, bumpSizeMm: 0.3, packing: 0.3, mottle: 0 },
      };
      const { points, volumesMm3 } = samplesOf(sheath, 0.1);
      for (let from = 6; from < 24; from += 3) {
        const sums = [0, 0, 0, 0];
        volumesMm3.forEach((volume, n) => {
          const [x, y, z] = points.subarray(3 * n, 3 * n + 3);
          if (x === undefined || y === undefined || z === undefined) return;
          if (x < from || x >= from + 3) return;
          const [side, height] = [y > 0 ? 0 : 1, z > 0 ? 2 : 3];
          sums[side] = (sums[side] ?? 0) + volume;
          sums[height] = (sums[height] ?? 0) + volume;
        });
        const [a = 0, b = 0, c = 0, d = 0] = sums;
        if (a + b > 0) parts.push(Math.max(a, b, c, d) / (a + b));
      }
    }
    return parts.reduce((sum, part) => sum + part, 0) / parts.length;
  };

  it('has long stretches of one wall only', () => {
    expect(fullerSide(0.5)).toBeGreaterThan(fullerSide(0) + 0.08);
    const sided = solidsOf('vascular', 'sheath').map((sheath) => sheath.sided);
    expect(Math.min(...sided)).toBeGreaterThan(0.2);
  });
});
