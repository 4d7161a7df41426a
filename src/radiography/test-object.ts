import type { MaterialId } from './attenuation.ts';
import { clamp } from '../phantom/index.ts';
import { type Frame, pixelCentreMm } from './raster.ts';
import type { Thickness } from './thickness.ts';

/** A piece of the test object: a body of one material in the plane. */
export type Piece = Disc | HalfPlane | Band;

/** A flat disc: path `mm` inside a circle. */
export interface Disc {
  readonly kind: 'disc';
  readonly material: MaterialId;
  readonly mm: number;
  readonly atMm: readonly [number, number];
  readonly diameterMm: number;
}

/** Everything on one side of a straight edge: path `mm` where normal · (u, v) ≥ offset. */
export interface HalfPlane {
  readonly kind: 'half-plane';
  readonly material: MaterialId;
  readonly mm: number;
  /** A unit vector. */
  readonly normal: readonly [number, number];
  readonly offsetMm: number;
}

/** One step of a wedge: path `mm` for u from `fromMm` to `toMm`. */
export interface Band {
  readonly kind: 'band';
  readonly material: MaterialId;
  readonly mm: number;
  readonly fromMm: number;
  readonly toMm: number;
}

/**
 * A test object as physicists lay it on the detector: pieces in a slab of one material, each of which
 * displaces the slab along its path, as far as there is any. Edges are exact: a pixel gets the part
 * of its area that is covered (discs: to some per cent of a pixel).
 */
export function testObject(
  frame: Frame,
  slab: { readonly material: MaterialId; readonly mm: number },
  pieces: readonly Piece[],
): Thickness {
  const materials = [...new Set([slab.material, ...pieces.map((piece) => piece.material)])];
  const pitchMm = frame.pitchUm / 1000;
  return {
    frame,
    materials,
    thicknessMm: slab.mm,
    fill: (firstRow, rows, paths) => {
      const filler = paths[0] as Float32Array;
      filler.fill(slab.mm);
      for (const piece of pieces) {
        const own = paths[materials.indexOf(piece.material)] as Float32Array;
        for (let row = 0; row < rows; row++) {
          for (let x = 0; x < frame.widthPx; x++) {
            const centre = pixelCentreMm(frame, x, firstRow + row);
            const part = coverage(piece, centre, pitchMm);
            if (part === 0) continue;
            const at = row * frame.widthPx + x;
            const mm = part * piece.mm;
            filler[at] = Math.max(0, (filler[at] as number) - mm);
            own[at] = (own[at] as number) + mm;
          }
        }
      }
    },
  };
}

/** Part of the pixel around a place that a piece covers, 0 to 1. */
function coverage(piece: Piece, [u, v]: readonly [number, number], pitchMm: number): number {
  switch (piece.kind) {
    case 'band': {
      const left = Math.max(piece.fromMm, u - pitchMm / 2);
      const right = Math.min(piece.toMm, u + pitchMm / 2);
      return clamp((right - left) / pitchMm, 0, 1);
    }
    case 'half-plane': {
      const inside = piece.normal[0] * u + piece.normal[1] * v - piece.offsetMm;
      return cutSquare(inside / pitchMm, piece.normal);
    }
    case 'disc': {
      const du = u - piece.atMm[0];
      const dv = v - piece.atMm[1];
      const radius = piece.diameterMm / 2;
      const reach = radius + pitchMm;
      if (du * du + dv * dv > reach * reach) return 0;
      return discCoverage(du / pitchMm, dv / pitchMm, radius / pitchMm);
    }
  }
}

/**
 * Part of a unit square on the inner side of a line at distance `inside` from its centre. The line
 * meets the square in a strip whose profile along the normal is a trapezium: its integral.
 */
function cutSquare(inside: number, [nu, nv]: readonly [number, number]): number {
  const long = Math.max(Math.abs(nu), Math.abs(nv));
  const short = Math.min(Math.abs(nu), Math.abs(nv));
  const ramp = (d: number) => (d <= 0 ? 0 : (d * d) / 2);
  const [a, b] = [(long + short) / 2, (long - short) / 2];
  if (short < 1e-9) return clamp(inside / long + 0.5, 0, 1);
  const sum = ramp(inside + a) - ramp(inside + b) - ramp(inside - b) + ramp(inside - a);
  return clamp(sum / (long * short), 0, 1);
}

/** Part of a unit square at (x, y) that lies in a circle, from 16 × 16 points. */
function discCoverage(x: number, y: number, radius: number): number {
  const points = 16;
  let inside = 0;
  for (let j = 0; j < points; j++) {
    for (let i = 0; i < points; i++) {
      const dx = x + (i + 0.5) / points - 0.5;
      const dy = y + (j + 0.5) / points - 0.5;
      if (dx * dx + dy * dy <= radius * radius) inside++;
    }
  }
  return inside / (points * points);
}
