import { describe, expect, it } from 'vitest';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import type { CutSpeck } from '../../../../src/microscopy/section/cut-speck.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { latticeOf, type Speck } from '../../../../src/phantom/index.ts';
import { phantom, specimen } from '../specimen.ts';

const stepUm = 20;
const levels = Array.from({ length: Math.floor(specimen.deepestUm / stepUm) }, (_, n) =>
  cutSection(specimen, n * stepUm).specksIn(),
);
/** The profiles of a speck in a core through all levels; null where it is not cut. */
const throughLevels = (speck: number, core: number): (CutSpeck | null)[] =>
  levels.map(
    (cut) => cut.find((one) => one.speck.id === speck && one.piece.core.id === core) ?? null,
  );
const wholes = specimen.biopsy.cores.flatMap(({ id, catches }) =>
  catches.filter(({ whole }) => whole).map(({ speck }) => ({ speck, core: id })),
);

describe('specks in the sections', () => {
  it('are seen only where the plane cuts them: in one run of levels, as deep as they are large', () => {
    expect(wholes.length).toBeGreaterThan(2);
    for (const { speck, core } of wholes) {
      const { solid, spanMm } = phantom.specks[speck] as Speck;
      const seen = throughLevels(speck, core).flatMap((cut, n) => (cut ? [n] : []));
      if (seen.length === 0) continue;
      const run = (seen[seen.length - 1] as number) - (seen[0] as number) + 1;
      // Pieces of a cluster may lie apart; one grain is one run.
      if (solid.kind === 'grain') expect(run).toBe(seen.length);
      expect((run - 1) * stepUm).toBeLessThanOrEqual(1000 * spanMm + 1);
    }
  });

  it('have the size that the plane makes of them: their areas add up to their volume', () => {
    const grains = wholes.filter(({ speck }) => phantom.specks[speck]?.solid.kind === 'grain');
    expect(grains.length).toBeGreaterThan(0);
    let compared = 0;
    for (const { speck, core } of grains) {
      const { solid, spanMm } = phantom.specks[speck] as Speck;
      const cuts = throughLevels(speck, core).flatMap((cut) => cut ?? []);
      if (cuts.length < 6) continue;
      const volume = cuts.reduce((sum, { areaUm2 }) => sum + areaUm2 * stepUm, 0) / 1e9;
      const lattice = latticeOf(solid, spanMm / 60);
      const truth = lattice.mineral.length * lattice.pitchMm ** 3;
      expect(volume / truth).toBeGreaterThan(0.85);
      expect(volume / truth).toBeLessThan(1.08);
      compared++;
    }
    expect(compared).toBeGreaterThan(1);
  });

  it('have outlines that hold mineral, none wider than the speck', () => {
    for (const { speck, outlines, mineralAt, piece, reach } of levels.flat()) {
      for (const [x, y] of outlines.flat()) {
        expect(x).toBeGreaterThanOrEqual(reach.left - 16);
        expect(x).toBeLessThanOrEqual(reach.right + 16);
        expect(y).toBeGreaterThanOrEqual(reach.top - 16);
      }
      const xs = outlines.flat().map(([x]) => x);
      expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(1000 * speck.spanMm * 1.05 + 8);
      const { left, right, top, bottom } = reach;
      const middle = mineralAt((left + right) / 2, (top + bottom) / 2);
      expect(middle).toBeGreaterThanOrEqual(0);
      expect(piece.core.catches.map((held) => held.speck)).toContain(speck.id);
    }
  });

  it('lie in tissue, even where the core is torn beside them', () => {
    for (const { outlines, piece } of levels.flat()) {
      for (const [x, y] of outlines.flat())
        expect(piece.insideUm(slidePoint(x, y))).toBeGreaterThan(0);
    }
  });

  it('are none where no core caught any', () => {
    for (const cut of levels.flat())
      expect(cut.piece.core.catches.some(({ speck }) => speck === cut.speck.id)).toBe(true);
    const empty = specimen.biopsy.cores.filter(({ catches }) => catches.length === 0);
    const seen = new Set(levels.flat().map(({ piece }) => piece.core.id));
    for (const { id } of empty) expect(seen).not.toContain(id);
  });
});
