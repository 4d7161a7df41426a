import { describe, expect, it } from 'vitest';
import { growPhantom, type Speck, takeBiopsy } from '../../../../src/phantom/index.ts';
import { openSpecimen } from '../../../../src/radiography/specimen/specimen.ts';

const phantom = growPhantom({ seed: 8, morphology: 'fine-pleomorphic', distribution: 'grouped' });
const biopsy = takeBiopsy(phantom, { gauge: 9, cores: 8 });
const { coreMm } = biopsy.needle;

describe.each(['specimen-radiograph', 'block-radiograph'] as const)('the %s', (view) => {
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
