import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openCompression } from '../../../src/phantom/compression.ts';
import { habits } from '../../../src/phantom/habit.ts';
import { measure } from '../../../src/phantom/measures.ts';
import { growPhantom, type Phantom } from '../../../src/phantom/phantom.ts';
import { openPatient, positionFor } from '../../../src/phantom/position.ts';
import { prove } from '../../../src/phantom/proof.ts';
import { latticeOf } from '../../../src/phantom/solid/lattice.ts';
import { inView, type Speck } from '../../../src/phantom/speck.ts';
import { moved, outOf } from '../../../src/phantom/vector.ts';

const cases = Object.entries(habits).flatMap(([morphology, habit]) =>
  habit.arrangements.map((arrangement) => ({ morphology, arrangement })),
);
const recipeOf = (morphology: string, arrangement: string, seed: number) => ({
  seed,
  morphology,
  breastSize: 'small',
  ...(arrangement !== 'alone' && { distribution: arrangement }),
});

const digest = (phantom: Phantom) =>
  createHash('sha256').update(JSON.stringify(phantom)).digest('hex').slice(0, 16);

describe('a phantom', () => {
  it.each(cases)(
    'of $morphology, $arrangement, is what its recipe says',
    ({ morphology, arrangement }) => {
      const phantom = growPhantom(recipeOf(morphology, arrangement, 4));
      expect(prove(phantom)).toEqual([]);
      expect(phantom.specks.length).toBeGreaterThan(0);
      for (const { host } of phantom.specks) {
        expect(phantom.lesion.parts[host.part]?.kind).toBe(host.structure);
      }
    },
  );

  it('is plain data: written and read again it is the same', () => {
    const phantom = growPhantom(recipeOf('fine-linear', 'segmental', 9));
    expect(JSON.parse(JSON.stringify(phantom))).toEqual(phantom);
  });

  it('keeps its anatomy when another lesion is asked for', () => {
    const one = growPhantom({ ...recipeOf('punctate', 'grouped', 9), ageYears: 60 });
    const other = growPhantom({ ...recipeOf('rim', 'alone', 9), ageYears: 60 });
    expect(other.anatomy).toEqual(one.anatomy);
  });

  it('comes out bit for bit as it always did', () => {
    const digests = [
      'fine-pleomorphic',
      'fine-linear',
      'milk-of-calcium',
      'vascular',
      'suture',
    ].map((morphology) => [morphology, digest(growPhantom({ seed: 2024, morphology }))]);
    expect(digests).toMatchInlineSnapshot(`
      [
        [
          "fine-pleomorphic",
          "b15aa121f47c6ebe",
        ],
        [
          "fine-linear",
          "341167fda3a203c0",
        ],
        [
          "milk-of-calcium",
          "e59c13afd2719350",
        ],
        [
          "vascular",
          "7abae5ba591b2553",
        ],
        [
          "suture",
          "a52b93614ec865cf",
        ],
      ]
    `);
  });

  it('shares out a mixture of minerals as asked', () => {
    const { specks } = growPhantom({
      ...recipeOf('punctate', 'regional', 5),
      count: 40,
      mixture: { hydroxyapatite: 0.75, 'calcium-oxalate': 0.25 },
    });
    expect(specks.filter(({ mineral }) => mineral === 'calcium-oxalate')).toHaveLength(10);
  });

  it('mixes in more of the look-alike the harder it is, and never as many', () => {
    const strangers = (difficulty: number) =>
      growPhantom({
        ...recipeOf('fine-pleomorphic', 'grouped', 5),
        count: 20,
        difficulty,
      }).specks.filter(({ morphology }) => morphology !== 'fine-pleomorphic').length;
    expect([0, 0.3, 1].map(strangers)).toEqual([0, 2, 8]);
  });

  it('grows its lesion where the recipe puts it', () => {
    const site = { xMm: 40, yMm: 10, zMm: 12 };
    const { lesion } = growPhantom({ ...recipeOf('amorphous', 'grouped', 6), site });
    expect(Math.abs(lesion.at[0] - 40)).toBeLessThan(6);
    expect(Math.abs(lesion.at[2] - 12)).toBeLessThan(6);
  });
});

describe('the proof', () => {
  const phantom = growPhantom(recipeOf('punctate', 'grouped', 4));
  const altered = (change: (speck: Speck, index: number) => Speck): Phantom => ({
    ...phantom,
    specks: phantom.specks.map(change),
  });

  it('finds a punctate calcification that is too large', () => {
    const faults = prove(altered((speck, i) => (i === 8 ? { ...speck, spanMm: 0.7 } : speck)));
    expect(faults).toContain(
      '`morphology` says punctate, whose particle is <0.5\u202fmm, but one of 0.70 mm was made.',
    );
  });

  it('finds a group that has come apart', () => {
    const apart = altered((speck, i) => ({ ...speck, at: moved(speck.at, [0, 0, 1], i * 2) }));
    expect(prove(apart).join(' ')).toMatch(/`distribution` says grouped, but .* are no group/);
  });

  it('finds that specks are missing', () => {
    const few = {
      ...phantom,
      plan: { ...phantom.plan, countAsked: true },
      specks: phantom.specks.slice(0, 4),
    };
    expect(prove(few).join(' ')).toMatch(
      /`count` asks for \d+ calcifications, but there is room for 4/,
    );
  });

  it('finds a calcification outside the breast', () => {
    const out = altered((speck, i) =>
      i === 0 ? { ...speck, at: moved(speck.at, [0, 0, 300]) } : speck,
    );
    expect(prove(out).join(' ')).toMatch(/`site` must keep every calcification under the skin/);
  });

  it('finds a segment whose specks lie in another lobe', () => {
    const segment = growPhantom(recipeOf('amorphous', 'segmental', 4));
    const lobe = ((segment.lesion.lobe ?? 0) + 7) % segment.anatomy.tree.lobes.length;
    const faults = prove({ ...segment, lesion: { ...segment.lesion, lobe } });
    expect(faults.join(' ')).toMatch(/lie in the wedge of one lobe/);
  });

  it('stops a recipe that cannot fulfil its own words', () => {
    const crowded = { ...recipeOf('coarse-heterogeneous', 'grouped', 4), count: 60, extentMm: 2 };
    expect(() => growPhantom(crowded)).toThrow(/^`count` asks for 60 calcifications/);
  });
});

describe('milk of calcium', () => {
  const phantom = growPhantom({ seed: 12, morphology: 'milk-of-calcium', distribution: 'grouped' });
  /** Width across and height up the image of the largest speck's sediment. */
  const shapeIn = (view: 'cc' | 'ml') => {
    const { breast } = phantom.anatomy;
    const compression = openCompression(breast, positionFor(view, breast, openPatient(12)));
    const largest = [...phantom.specks].sort((a, b) => b.spanMm - a.spanMm)[0] as Speck;
    const { solid, axes } = inView(largest, compression);
    const { points } = latticeOf(solid, largest.spanMm / 30);
    const along = (axis: 0 | 1) => {
      const places = Array.from({ length: points.length / 3 }, (_, i) => {
        const [x, y, z] = points.subarray(3 * i, 3 * i + 3);
        return outOf(axes, [x ?? 0, y ?? 0, z ?? 0])[axis];
      });
      return Math.max(...places) - Math.min(...places);
    };
    return along(1) / along(0);
  };

  it('is a disc from above and a flat-topped crescent from the side', () => {
    expect(shapeIn('cc')).toBeGreaterThan(0.85);
    expect(shapeIn('ml')).toBeLessThan(0.62);
  });
});

describe('what a reader would measure', () => {
  it('counts forks of casts, and extents from outline to outline', () => {
    const phantom = growPhantom(recipeOf('fine-linear', 'segmental', 9));
    const found = measure(phantom);
    expect(found.branching).toBeGreaterThan(0);
    expect(found.count).toBe(phantom.specks.length);
    expect(found.largestMm).toBeGreaterThanOrEqual(found.medianMm);
    expect(found.extentMm).toBeGreaterThan(15);
  });
});
