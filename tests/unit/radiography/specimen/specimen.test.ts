import { describe, expect, it } from 'vitest';
import { growPhantom, type Speck, takeBiopsy } from '../../../../src/phantom/index.ts';
import { takeRadiograph } from '../../../../src/radiography/radiograph.ts';
import { openSpecimen } from '../../../../src/radiography/specimen/specimen.ts';

const phantom = growPhantom({
  seed: 8,
  morphology: 'fine-pleomorphic',
  distribution: 'grouped',
  count: 33,
});

describe.each([
  ['specimen-radiograph', 'eight cores', { gauge: 9, cores: 8 }],
  ['block-radiograph', 'eight cores', { gauge: 9, cores: 8 }],
  ['specimen-radiograph', 'a slice of an excision', { kind: 'excision' }],
  ['block-radiograph', 'a slice of an excision', { kind: 'excision' }],
] as const)('the %s of %s', (view, _taken, plan) => {
  const biopsy = takeBiopsy(phantom, plan);
  const { thicknessMm: coreMm } = biopsy.bounds;
  const { projection } = openSpecimen(phantom, view, { biopsy, binning: 5 });
  const { frame, materials, shadows } = projection;
  const rowsOf = async (first: number, count: number) => {
    const paths = materials.map(() => new Float32Array(frame.widthPx * count));
    await projection.fill(first, count, paths);
    return paths;
  };

  it('shows of each calcification what the cores hold of it, no more and no less', () => {
    const cellMm2 = (frame.pitchUm / 1000) ** 2;
    const held = new Map<number, number>();
    for (const { speck, share } of biopsy.cores.flatMap(({ catches }) => catches))
      held.set(speck, (held.get(speck) ?? 0) + share);
    expect(held.size).toBeGreaterThan(2);
    for (const { id, mineralMm3 } of phantom.specks as Speck[]) {
      const shown = shadows
        .filter((shadow) => shadow.id === id)
        .reduce((sum, { pathMm }) => sum + pathMm.reduce((a, b) => a + b, 0) * cellMm2, 0);
      expect(shown / mineralMm3).toBeCloseTo(held.get(id) ?? 0, 1);
    }
  });

  it('has paths that are never negative and no longer than the cores are thick', async () => {
    const paths = await rowsOf(0, frame.heightPx);
    let [greatest, negative] = [0, 0];
    for (let at = 0; at < frame.widthPx * frame.heightPx; at++) {
      let tissue = 0;
      paths.forEach((path, n) => {
        const mm = path[at] as number;
        if (!(mm >= 0)) negative++;
        if (materials[n] === 'gland' || materials[n] === 'adipose') tissue += mm;
      });
      greatest = Math.max(greatest, tissue);
    }
    expect(negative).toBe(0);
    expect(greatest).toBeGreaterThan(view === 'specimen-radiograph' ? 0.7 * coreMm : 0.2 * coreMm);
    expect(greatest).toBeLessThan(1.6 * coreMm);
  });

  it('comes out the same whatever rows it is asked for with', async () => {
    const first = Math.floor(frame.heightPx / 3);
    const together = await rowsOf(first, 24);
    const below = await rowsOf(first + 11, 5);
    below.forEach((path, n) => {
      const from = 11 * frame.widthPx;
      expect(path).toEqual(together[n]?.slice(from, from + path.length));
    });
  });
});

describe('the X-ray of cores hardly wider than what they hold', () => {
  const woman = growPhantom({
    seed: 404,
    ageYears: 38,
    side: 'left',
    density: 'c',
    morphology: 'coarse-heterogeneous',
    distribution: 'grouped',
    lesion: 'fibroadenoma',
    count: 16,
    difficulty: 0,
  });
  const taken = takeBiopsy(woman, { gauge: 14, cores: 6 });

  it('shows particles of half a millimetre, which stand out from tissue and not from air', async () => {
    const { truth } = await takeRadiograph(woman, 'specimen-radiograph', {
      biopsy: taken,
      binning: 2,
    });
    const large = truth.specks.filter(({ diameterMm }) => (diameterMm ?? 0) > 0.5);
    const seen = large.filter(({ visible }) => visible);
    expect(large.length).toBeGreaterThan(4);
    expect(seen.length / large.length).toBeGreaterThan(0.7);
  });

  it('knows how far its rays run through a core, and that there is none beside it', async () => {
    const { projection } = openSpecimen(woman, 'specimen-radiograph', {
      biopsy: taken,
      binning: 5,
    });
    const { frame, materials, tissueMm } = projection;
    const paths = materials.map(() => new Float32Array(frame.widthPx * frame.heightPx));
    await projection.fill(0, frame.heightPx, paths);
    const without = new Set(['water', 'polystyrene', 'hydroxyapatite', 'weddellite']);
    let [farthest, mm] = [0, 0];
    for (let at = 0; at < frame.widthPx * frame.heightPx; at += 7) {
      const path = tissueMm?.(at % frame.widthPx, Math.floor(at / frame.widthPx)) ?? Number.NaN;
      if (paths.some((values, n) => /apatite|weddellite/.test(materials[n] ?? '') && values[at]))
        continue;
      const tissue = paths.reduce(
        (sum, values, n) => sum + (without.has(materials[n] ?? '') ? 0 : (values[at] as number)),
        0,
      );
      farthest = Math.max(farthest, Math.abs(tissue - path));
      mm = Math.max(mm, path);
    }
    expect(mm).toBeGreaterThan(1);
    // At a steep edge: between places that are straightened one by one the way is taken for straight.
    expect(farthest).toBeLessThan(0.06 * mm);
  });
});
