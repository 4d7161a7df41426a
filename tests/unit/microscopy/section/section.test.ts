import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { outlineAreaUm2, outlinesOf } from '../../../../src/microscopy/section/outline.ts';
import type { Piece } from '../../../../src/microscopy/section/piece.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { blockPoint, originOf, type Vector } from '../../../../src/phantom/index.ts';
import { biopsy, specimen } from '../specimen.ts';

const middleUm = specimen.deepestUm / 2;
const section = cutSection(specimen, middleUm);
const part = fc.double({ min: 0.02, max: 0.98, noNaN: true });
/** A place somewhere about a core. */
const spot = fc.record({ piece: fc.integer({ min: 0, max: 7 }), across: part, down: part });
const placeOf = ({ piece, across, down }: { piece: number; across: number; down: number }) => {
  const cut = section.pieces[piece] as Piece;
  const { left, right, top, bottom } = cut.reach;
  const [x, y] = [left + across * (right - left), top + down * (bottom - top)];
  return { cut, x, y };
};
const apart = (a: Vector, b: Vector) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe('the plane of a section', () => {
  it('knows where each place lay in the breast, and where each point of the breast came to lie', () => {
    fc.assert(
      fc.property(spot, fc.double({ min: -400, max: 400, noNaN: true }), (at, below) => {
        const { cut, x, y } = placeOf(at);
        const place = slidePoint(x, y, below);
        expect(apart(cut.onSlide(cut.toBreast(place)), place)).toBeLessThan(1e-6);
      }),
    );
  });

  it('agrees with the block about what is where', () => {
    fc.assert(
      fc.property(spot, (at) => {
        const { cut, x, y } = placeOf(at);
        const place = slidePoint(x, y);
        if (!cut.holds(place)) return;
        const point = blockPoint(x / 1000, y / 1000, middleUm / 1000);
        const origin = originOf(biopsy, specimen.block, point);
        expect(origin?.core.id).toBe(cut.core.id);
        if (origin) expect(apart(origin.inBreast, cut.toBreast(place))).toBeLessThan(1e-9);
      }),
    );
  });

  it.each([-1, specimen.deepestUm + 1, Number.NaN])('is refused at %d µm', (depthUm) => {
    expect(() => cutSection(specimen, depthUm)).toThrow(
      `from 0 to ${specimen.deepestUm} µm below its face, not at ${depthUm} µm`,
    );
  });

  it('has tissue where a core lies and bare glass in the corner of the slide', () => {
    const { reach } = section.pieces[2] as Piece;
    const [x, y] = [(reach.left + reach.right) / 2, (reach.top + reach.bottom) / 2];
    expect(section.pieceAt(x, y)).toBe(section.pieces[2]);
    expect(section.pieceAt(50, 50)).toBeNull();
    const fibrous = section.fibrousAt(section.pieces[2] as Piece, x, y);
    expect(fibrous).toBeGreaterThanOrEqual(0);
    expect(fibrous).toBeLessThanOrEqual(1);
  });
});

describe('the outline of a piece', () => {
  it('is where the tissue ends, and about as long and wide as the core', () => {
    for (const piece of section.pieces.slice(0, 3)) {
      const outlines = outlinesOf(piece);
      const area = outlines.reduce((sum, outline) => sum + outlineAreaUm2(outline), 0);
      const { lengthMm, radiusMm } = piece.core;
      expect(area / (2e6 * lengthMm * radiusMm)).toBeGreaterThan(0.6);
      expect(area / (2e6 * lengthMm * radiusMm)).toBeLessThan(1.2);
      for (const [x, y] of outlines.flat())
        expect(Math.abs(piece.insideUm(slidePoint(x, y)))).toBeLessThan(20);
    }
  });

  it('is ragged: no straight line follows it', () => {
    const [outline] = outlinesOf(section.pieces[0] as Piece);
    const turns = (outline ?? []).map((_, n, all) => {
      const [a, b, c] = [all[n], all[(n + 4) % all.length], all[(n + 8) % all.length]];
      if (!a || !b || !c) return 0;
      const cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
      return Math.abs(cross) / (Math.hypot(b[0] - a[0], b[1] - a[1]) * 150);
    });
    expect(turns.filter((turn) => turn > 0.2).length).toBeGreaterThan(turns.length / 8);
  });

  it('moves from level to level and never jumps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 10000 }),
        (index, level, pick) => {
          const depthUm = 1100 + 50 * level;
          const [here, next] = [0, 50].map(
            (deeper) => cutSection(specimen, depthUm + deeper).pieces[index] as Piece,
          ) as [Piece, Piece];
          const points = outlinesOf(here).flat();
          const [x, y] = points[pick % points.length] as readonly [number, number];
          expect(Math.abs(next.insideUm(slidePoint(x, y)))).toBeLessThan(150);
        },
      ),
      { numRuns: 12 },
    );
  });
});
