import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Core, isInCore, takeBiopsy, toCore } from '../../../src/phantom/cores.ts';
import { corePoint } from '../../../src/phantom/frame.ts';
import { growPhantom } from '../../../src/phantom/phantom.ts';
import {
  fromTray,
  placeOnTray,
  placesOnTray,
  toTray,
  trayHeightMm,
  trayWidthMm,
} from '../../../src/phantom/tray.ts';
import { distance } from '../../../src/phantom/vector.ts';

const phantom = growPhantom({ seed: 8, morphology: 'fine-pleomorphic', distribution: 'grouped' });
const biopsies = [
  { gauge: 9, cores: 6 },
  { gauge: 9, cores: 12 },
  { gauge: 14, cores: 10 },
] as const;

describe.each(biopsies)('the tray with $cores cores of $gauge gauge', (plan) => {
  const biopsy = takeBiopsy(phantom, plan);
  const tray = placeOnTray(phantom, biopsy);
  const spines = tray.cores.map((laid) => {
    const core = biopsy.cores[laid.core] as Core;
    const at = (part: number) => toTray(core, laid, corePoint(part * core.lengthMm, 0, 0));
    return { core, places: Array.from({ length: 41 }, (_, n) => at(n / 40)) };
  });

  it('holds each core once, in the order in which they were taken', () => {
    expect(tray.cores.map(({ core }) => core)).toEqual(biopsy.cores.map(({ id }) => id));
    expect(placeOnTray(phantom, biopsy)).toEqual(tray);
  });

  it('has every core within its walls', () => {
    for (const { places } of spines) {
      for (const [x, y] of places) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(trayWidthMm);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(trayHeightMm);
      }
    }
  });

  it('has no core on another', () => {
    spines.forEach((first, i) => {
      for (const second of spines.slice(i + 1)) {
        const gaps = first.places.flatMap((p) => second.places.map((q) => distance(p, q)));
        expect(Math.min(...gaps)).toBeGreaterThan(first.core.radiusMm + second.core.radiusMm);
      }
    });
  });

  it('can be read backwards to a nanometre', () => {
    const within = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(tray.cores.length - 1), within, within, within, (n, s, a, b) => {
        const laid = tray.cores[n] as (typeof tray.cores)[number];
        const core = biopsy.cores[laid.core] as Core;
        const side = (part: number) => (2 * part - 1) * core.radiusMm;
        const point = corePoint(s * core.lengthMm, side(a), side(b));
        expect(distance(fromTray(core, laid, toTray(core, laid, point)), point)).toBeLessThan(1e-6);
      }),
    );
  });

  it('shows a place of the breast in the cores that hold it, and nowhere else', () => {
    for (const { at } of phantom.specks) {
      const held = biopsy.cores.filter((core) => isInCore(core, toCore(core, at)));
      expect(placesOnTray(biopsy, tray, at)).toHaveLength(held.length);
    }
  });
});
