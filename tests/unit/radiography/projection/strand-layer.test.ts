import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanChord } from '../../../../src/radiography/projection/chord.ts';
import { openStrandLayer } from '../../../../src/radiography/projection/strand-layer.ts';

const frame = { widthPx: 60, heightPx: 50, pitchUm: 100, originMm: [0, 0] } as const;
type Piece = readonly [number, number, number, number, number, number, number];

/** The paths in millimetres of strands of gland, drawn in blocks of so many rows. */
function drawn(
  strands: readonly (readonly Piece[])[],
  blockRows: number = frame.heightPx,
): Float32Array {
  const layer = openStrandLayer(frame);
  for (const pieces of strands) layer.add('gland', 1, pieces.flat(), pieces.length);
  const paths = new Float32Array(frame.widthPx * frame.heightPx);
  for (let row = 0; row < frame.heightPx; row += blockRows) {
    const rows = Math.min(blockRows, frame.heightPx - row);
    const from = row * frame.widthPx;
    layer.draw(row, rows, () => paths.subarray(from, from + rows * frame.widthPx));
  }
  return paths;
}

const end = fc.tuple(
  fc.double({ min: -15, max: 75, noNaN: true }),
  fc.double({ min: -15, max: 65, noNaN: true }),
  fc.double({ min: 0, max: 6, noNaN: true }),
);
const strand = fc.array(
  fc.tuple(end, end).map(([a, b]): Piece => [...a, ...b, 1]),
  { minLength: 1, maxLength: 4 },
);

describe('the chord of a disc', () => {
  it.each([0.1, 0.4, 1, 3.3, 20])('adds up over all pixels to its area, radius %f', (radius) => {
    let area = 0;
    for (let x = -30; x <= 30; x++) area += meanChord(Math.abs(x + 0.2), radius);
    expect(area / (Math.PI * radius * radius)).toBeCloseTo(1, 3);
  });
});

describe('a layer of strands', () => {
  it('holds the volume of a tube, whichever way it runs', () => {
    const radius = 1.7;
    for (const [dx, dy] of [
      [30, 0],
      [0, 30],
      [24, 18],
      [-18, 24],
    ] as const) {
      const paths = drawn([[[30, 10, radius, 30 + dx * 0.9, 10 + dy * 0.9, radius, 1]]]);
      const volume = paths.reduce((sum, mm) => sum + mm * 0.01, 0);
      // A tube of 2.7 mm with half a ball at either end.
      const exact = Math.PI * 0.17 ** 2 * (2.7 + (4 / 3) * 0.17);
      expect(volume / exact).toBeGreaterThan(0.95);
      expect(volume / exact).toBeLessThan(1.08);
    }
  });

  it('is the same whatever the blocks of rows are', () => {
    fc.assert(
      fc.property(
        fc.array(strand, { maxLength: 5 }),
        fc.integer({ min: 1, max: 49 }),
        (all, rows) => {
          expect(drawn(all, rows)).toEqual(drawn(all));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('misses no pixel that a piece touches', () => {
    fc.assert(
      fc.property(strand, (pieces) => {
        const paths = drawn([pieces]);
        for (let y = 0; y < frame.heightPx; y++) {
          for (let x = 0; x < frame.widthPx; x++) {
            const longest = Math.max(...pieces.map((piece) => 0.1 * chordAt(piece, x, y)));
            expect(Math.abs((paths[y * frame.widthPx + x] as number) - longest)).toBeLessThan(2e-3);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('counts a joint once and a crossing twice', () => {
    const across: Piece = [10, 20, 2, 40, 20, 2, 1];
    const on: Piece = [40, 20, 2, 50, 20, 2, 1];
    const down: Piece = [20, 5, 2, 20, 40, 2, 1];
    const at = (x: number, y: number) => y * frame.widthPx + x;
    const joined = drawn([[across, on]]);
    expect(joined[at(40, 20)]).toBeCloseTo(joined[at(30, 20)] as number, 5);
    const crossed = drawn([[across], [down]]);
    expect(crossed[at(20, 20)]).toBeCloseTo(2 * (crossed[at(30, 20)] as number), 5);
  });
});

/** The mean chord of a tapering tube at a pixel, by the nearest point of its axis. */
function chordAt([ax, ay, ar, bx, by, br]: Piece, x: number, y: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-12);
  const t = Math.min(Math.max(along, 0), 1);
  return meanChord(Math.sqrt((x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2), ar + (br - ar) * t);
}
