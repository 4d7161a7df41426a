import {
  type Core,
  type CorePoint,
  type CoreSurface,
  halfWidthMm,
  type Vector,
} from '../../phantom/index.ts';
import type { CoreTissue } from './core-tissue.ts';

/** Distance of the nodes; the surface and the sheets of fibres have hardly anything finer. */
const pitchMm = 0.085;
/** Over what length an end is rounded off. */
const roundMm = 1.2;
/** How far torn ends and bumps may reach beyond the cylinder. */
const marginMm = 0.9;

/** What a ray through a straightened core meets. */
export interface Crossing {
  /** Path through the core. */
  mm: number;
  /** Part of that path that is gland; the rest is fat. */
  gland: number;
  /** How far outside of the core the ray runs by it; 0 for a ray through it. */
  besideMm: number;
}

/** A straightened core as it is seen along z. */
export interface CoreMap {
  readonly halfLengthMm: number;
  readonly halfWidthMm: number;
  /** Writes what a ray meets that runs at a place along and aside of the middle of the core. */
  read(alongMm: number, asideMm: number, to: Crossing): void;
}

const channels = 5;

/** Maps a core: its upper and lower surface, its ends and its tissue, at nodes; linear between them. */
export function openCoreMap(
  core: Core,
  unroll: (straight: Vector) => CorePoint,
  surface: CoreSurface,
  tissue: CoreTissue,
): CoreMap {
  const { radiusMm, flatness } = core;
  const halfLengthMm = core.lengthMm / 2 + marginMm;
  const widestMm = halfWidthMm(core) * 1.3 + marginMm;
  const columns = Math.ceil((2 * halfLengthMm) / pitchMm) + 2;
  const rows = Math.ceil((2 * widestMm) / pitchMm) + 2;
  const nodes = new Float32Array(columns * rows * channels);
  for (let i = 0, at = 0; i < columns; i++) {
    const s = i * pitchMm - halfLengthMm;
    const flanks = [-1, 1].map((c) => surface.radiusMm(unroll([s, c * halfWidthMm(core), 0])));
    for (let j = 0; j < rows; j++, at += channels) {
      const aside = j * pitchMm - widestMm;
      // A slice lies on its flat side: its width is counted as its thickness.
      const c = aside / flatness;
      // The surface is looked up where the ray leaves the plain cylinder, or passes it nearest.
      const square = radiusMm * radiusMm - c * c;
      const flank = (c < 0 ? flanks[0] : flanks[1]) as number;
      const rise = Math.sqrt(Math.max(square, 0));
      const above = square > 0 ? surface.radiusMm(unroll([s, aside, rise])) : flank;
      const below = square > 0 ? surface.radiusMm(unroll([s, aside, -rise])) : flank;
      const top = surface.withinEndsMm(unroll([s, aside, 0.4 * rise]));
      const bottom = surface.withinEndsMm(unroll([s, aside, -0.4 * rise]));
      const ends = Math.max(top, bottom);
      nodes[at] = above;
      nodes[at + 1] = below;
      nodes[at + 2] = top;
      nodes[at + 3] = bottom;
      const outer = Math.max(above, below) + 2 * pitchMm;
      if (ends < -2 * pitchMm || c * c > outer * outer) continue;
      const up = Math.sqrt(Math.max(above * above - c * c, 0.01));
      const down = Math.sqrt(Math.max(below * below - c * c, 0.01));
      nodes[at + 4] = tissue(core, unroll([s, aside, -down]), unroll([s, aside, up]));
    }
  }
  const alongRow = channels * rows;
  return {
    halfLengthMm,
    halfWidthMm: widestMm,
    read(alongMm, asideMm, to) {
      const x = (alongMm + halfLengthMm) / pitchMm;
      const y = (asideMm + widestMm) / pitchMm;
      const i = Math.floor(x);
      const j = Math.floor(y);
      to.mm = 0;
      to.besideMm = Infinity;
      if (i < 0 || j < 0 || i >= columns - 1 || j >= rows - 1) return;
      const s = x - i;
      const t = y - j;
      const at = i * alongRow + j * channels;
      const a = (1 - s) * (1 - t);
      const b = (1 - s) * t;
      const c = s * (1 - t);
      const d = s * t;
      const right = at + channels;
      const on = at + alongRow;
      const over = on + channels;
      const above =
        a * (nodes[at] as number) +
        b * (nodes[right] as number) +
        c * (nodes[on] as number) +
        d * (nodes[over] as number);
      const below =
        a * (nodes[at + 1] as number) +
        b * (nodes[right + 1] as number) +
        c * (nodes[on + 1] as number) +
        d * (nodes[over + 1] as number);
      const top =
        a * (nodes[at + 2] as number) +
        b * (nodes[right + 2] as number) +
        c * (nodes[on + 2] as number) +
        d * (nodes[over + 2] as number);
      const bottom =
        a * (nodes[at + 3] as number) +
        b * (nodes[right + 3] as number) +
        c * (nodes[on + 3] as number) +
        d * (nodes[over + 3] as number);
      const off = asideMm < 0 ? -asideMm : asideMm;
      const beside = Math.max(off - Math.max(above, below) * flatness, -Math.max(top, bottom));
      to.besideMm = beside > 0 ? beside : 0;
      const square = (asideMm / flatness) * (asideMm / flatness);
      to.mm = rise(above * above - square, top) + rise(below * below - square, bottom);
      if (to.mm > 0)
        to.gland =
          a * (nodes[at + 4] as number) +
          b * (nodes[right + 4] as number) +
          c * (nodes[on + 4] as number) +
          d * (nodes[over + 4] as number);
    },
  };
}

/** Half the chord through a core, by its square, rounded off towards the end of the core. */
function rise(square: number, withinMm: number): number {
  if (square <= 0 || withinMm <= 0) return 0;
  const left = withinMm < roundMm ? 1 - withinMm / roundMm : 0;
  return Math.sqrt(square * (1 - left * left));
}
