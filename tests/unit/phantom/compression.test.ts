import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BreastSize, growBreast, nippleTipMm, sliceAt } from '../../../src/phantom/breast.ts';
import { openCompression } from '../../../src/phantom/compression.ts';
import { compressedPoint, type PhantomPoint, phantomPoint } from '../../../src/phantom/frame.ts';
import { compressedViewIds, openPatient, positionFor } from '../../../src/phantom/position.ts';
import { between, cross, distance, dot } from '../../../src/phantom/vector.ts';

const sizes: BreastSize[] = ['small', 'medium', 'large'];
const situations = sizes.flatMap((size) => compressedViewIds.map((view) => ({ size, view })));

function press(size: BreastSize, view: (typeof compressedViewIds)[number], seed = 11) {
  const patient = openPatient(seed);
  const breast = growBreast(size, patient.branch('breast'));
  const compression = openCompression(breast, positionFor(view, breast, patient));
  /** A point of the breast from three numbers between 0 and 1. */
  const at = (depth: number, reach: number, turn: number): PhantomPoint => {
    const x = -30 + depth * (nippleTipMm(breast) - 0.5 + 30);
    const { halfWidthMm, halfHeightMm } = sliceAt(breast, x);
    const r = Math.sqrt(reach);
    const angle = 2 * Math.PI * turn;
    return phantomPoint(x, halfWidthMm * r * Math.cos(angle), halfHeightMm * r * Math.sin(angle));
  };
  return { breast, compression, at };
}

const fraction = fc.double({ min: 0, max: 0.995, noNaN: true });

describe.each(situations)('a $size breast pressed for $view', ({ size, view }) => {
  const { compression, at, breast } = press(size, view);

  it('gives every point back to within a nanometre', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        const point = at(a, b, c);
        const back = compression.release(compression.compress(point));
        expect(distance(point, back)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the volume of small pieces of tissue to within 3 %', () => {
    const inner = fc.double({ min: 0.05, max: 0.85, noNaN: true });
    fc.assert(
      fc.property(inner, inner, fraction, (a, b, c) => {
        const [x, y, z] = at(a, b, c);
        const step = 0.4;
        const here = compression.compress(phantomPoint(x, y, z));
        const [e, f, g] = [
          phantomPoint(x + step, y, z),
          phantomPoint(x, y + step, z),
          phantomPoint(x, y, z + step),
        ].map((point) => between(here, compression.compress(point))) as [
          ReturnType<typeof between>,
          ReturnType<typeof between>,
          ReturnType<typeof between>,
        ];
        const volume = dot(cross(e, f), g) / step ** 3;
        expect(Math.abs(volume - 1)).toBeLessThan(0.03);
      }),
      { numRuns: 60 },
    );
  });

  it('is as thick as the plates are apart, and nowhere thicker', () => {
    let thickest = 0;
    for (let u = 0; u < compression.depthMm; u += 3) {
      for (let v = -120; v < 140; v += 3) {
        thickest = Math.max(thickest, 2 * compression.halfThicknessMm(u, v));
      }
    }
    expect(thickest / compression.thicknessMm).toBeGreaterThan(0.99);
    expect(thickest / compression.thicknessMm).toBeLessThanOrEqual(1.001);
  });

  it('keeps neighbours in order in depth, across and in height', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, fraction, (a, b, c, d) => {
        const { compress, release } = compression;
        const [u, v] = compress(at(a, b, c));
        const half = compression.halfThicknessMm(u, v);
        // Two points of one ray: the one nearer to the tube at rest stays so.
        const low = release(compressedPoint(u, v, -half * d));
        const high = release(compressedPoint(u, v, half * d + 0.01));
        const angle = (compression.position.angleDeg * Math.PI) / 180;
        const up = between(low, high);
        expect(up[2] * Math.cos(angle) - up[1] * Math.sin(angle)).toBeGreaterThan(0);
        // Of two points on the axis of the nipple the deeper one stays the deeper.
        const [near, far] = [phantomPoint(a * 60, 0, 0), phantomPoint(a * 60 + 0.5, 0, 0)];
        expect(compress(far)[0]).toBeGreaterThan(compress(near)[0]);
      }),
      { numRuns: 40 },
    );
  });

  it('shows the nipple at the front', () => {
    const front = Math.max(...compression.outline(400).map(([u]) => u));
    const nipple = compression.compress(phantomPoint(breast.depthMm, 0, 0));
    expect(nipple[0]).toBeGreaterThan(front - breast.nipple.lengthMm * 1.6 - 2);
  });
});

describe('the nipples of ten women', () => {
  /** Breadth near the tip over that near the foot, and how much of the length stands out. */
  const forms = Array.from({ length: 10 }, (_, i) => {
    const { breast, compression } = press('medium', 'cc', i + 1);
    const { depthMm, position } = compression;
    const outline = compression.outline(20_001);
    const baseMm = breast.depthMm * position.pull;
    const breadthAt = (part: number) => {
      const behindMm = (1 - part) * (depthMm - baseMm);
      const side = Math.sqrt(behindMm / (depthMm + breast.backMm));
      const [low = [0, 0], high = [0, 0]] = [1 - side, 1 + side].map(
        (at) => outline[Math.round(at * 10_000)],
      );
      return Math.hypot(low[0] - high[0], low[1] - high[1]);
    };
    return { pointed: breadthAt(0.85) / breadthAt(0.35), out: position.nipple.out };
  });
  const range = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

  it('are not of one mould: some are blunt, some taper', () => {
    expect(range(forms.map(({ pointed }) => pointed))).toBeGreaterThan(0.1);
  });

  it('wrinkle by themselves: the skin behind them does not', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { breast, compression } = press('medium', 'cc', seed);
      const behind = compression.outline(4001).filter(([u]) => u > 0 && u < breast.depthMm - 8);
      const below = behind.filter(([, v]) => v < 0);
      // Where it bends one way only, its slope never turns back.
      const slopes = below.slice(1).map(([u, v], n) => {
        const [u0, v0] = below[n] ?? [u, v];
        return (v - v0) / (u - u0);
      });
      const turns = slopes.slice(2).filter((slope, n) => {
        const [a, b] = [slopes[n] ?? slope, slopes[n + 1] ?? slope];
        return (b - a) * (slope - b) < 0;
      });
      expect(turns.length).toBeLessThan(8);
    }
  });

  it('do not all stand out: some are pressed flat', () => {
    expect(range(forms.map(({ out }) => out))).toBeGreaterThan(0.4);
  });
});

describe('two views of one breast', () => {
  it('do not agree to the pixel on the depth behind the nipple', () => {
    const cc = press('medium', 'cc').compression;
    const ml = press('medium', 'ml').compression;
    const apart = [20, 35, 50, 65].map((x) => {
      const point = phantomPoint(x, 12, -9);
      return Math.abs(cc.compress(point)[0] - ml.compress(point)[0]);
    });
    expect(Math.max(...apart)).toBeGreaterThan(0.5);
    expect(Math.max(...apart)).toBeLessThan(20);
  });
});
