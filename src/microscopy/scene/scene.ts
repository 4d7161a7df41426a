import { openDraw } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { type Minerals, openMinerals } from '../mineral/minerals.ts';
import type { Section } from '../section/section.ts';
import { type CellMap, openCellMap } from './cell-map.ts';
import { liningCells } from './lining-cells.ts';
import type { Nucleus } from './nucleus.ts';
import type { Place } from './placing.ts';
import { redCellsIn } from './red-cells.ts';
import { stromalCells } from './stromal-cells.ts';
import { fineGrain, type Grain, openTissue, type Tissue } from './tissue.ts';

/** How a section is parted into chunks. */
interface Parting {
  /** Side of a chunk: as wide as a tile of the viewer, or two or four of them side by side. */
  readonly sideUm: number;
  /** How far beyond a chunk its tissue is known. */
  readonly marginUm: number;
  /**
   * Nearer to a chunk than this a place is known from it as from its neighbour: two smooth nodes within the
   * margin, as slopes are read, and as far as cells stand in each other's way.
   */
  readonly beyondUm: number;
  readonly grain: Grain;
}

/** The side of a chunk in which cells are seen, and how far beyond it its tissue is known. */
export const chunkUm = 508;
export const marginUm = 64;
const fine: Parting = { sideUm: chunkUm, marginUm, beyondUm: 16, grain: fineGrain };
/** From this pitch on cells are not visited: see docs/microscopy.md, low zoom. */
export const overviewFromUm = 4;
const overview: Parting = {
  sideUm: 1016,
  marginUm: 56,
  beyondUm: 24,
  grain: { fatPitchUm: 4, finePitchUm: 8, smoothPitchUm: 16, bentPitchUm: 32 },
};
/** From this pitch on fields are coarser still: whole slides at a glance. */
const glanceFromUm = 16;
const glance: Parting = {
  sideUm: 2032,
  marginUm: 64,
  beyondUm: 0,
  grain: { fatPitchUm: 8, finePitchUm: 8, smoothPitchUm: 32, bentPitchUm: 64 },
};
/**
 * How many nodes of the finest lattice the chunks that are kept have, together: as many as 64 chunks of
 * tissue from side to side, about 2 MB each. Bare glass weighs nothing.
 */
const keptNodes = 64 * 320 * 320;

/** A square of a section with all that is in it: for each piece that comes near, tissue and nuclei. */
export interface Chunk {
  readonly field: Field;
  readonly layers: readonly Layer[];
  readonly minerals: Minerals;
}

/** What a piece has in a chunk. */
export interface Layer {
  readonly tissue: Tissue;
  readonly nuclei: readonly Nucleus[];
  readonly cells: CellMap;
  readonly redCells: readonly Place[];
}

/** A section in chunks, made where they are looked at. */
export interface Chunks {
  readonly chunkUm: number;
  /** A place so near to a chunk is the same when it is read from that one. */
  readonly beyondUm: number;
  /** Whether cells are in them one by one. */
  readonly hasCells: boolean;
  /** The chunk of a column and row of chunks. */
  chunkAt(column: number, row: number): Chunk;
}

/** A section with its tissue and cells. */
export interface Scene extends Chunks {
  readonly section: Section;
  /** The chunks for a pitch: without cells and on coarser lattices from `overviewFromUm` on. */
  chunksFor(pitchUm: number): Chunks;
}

/** Opens the scene of a section. What a chunk holds does not hang on which others were made before. */
export function openScene(section: Section): Scene {
  const { seed } = section.specimen.phantom.plan;
  // Two sections share tissue but no cells.
  const cells = openDraw(seed, `cells ${section.number}`).seed();
  const single = openChunks(section, fine, cells);
  const coarse = openChunks(section, overview, null);
  const coarsest = openChunks(section, glance, null);
  return {
    section,
    ...single,
    chunksFor(pitchUm) {
      if (pitchUm < overviewFromUm) return single;
      return pitchUm < glanceFromUm ? coarse : coarsest;
    },
  };
}

function openChunks(section: Section, parting: Parting, cells: number | null): Chunks {
  const { sideUm, beyondUm } = parting;
  const kept = new Map<string, Chunk>();
  let nodes = 0;
  return {
    chunkUm: sideUm,
    beyondUm,
    hasCells: cells !== null,
    chunkAt(column, row) {
      const key = `${column} ${row}`;
      let chunk = kept.get(key);
      if (!chunk) {
        chunk = makeChunk(section, squareAt(column, row, sideUm), parting, cells);
        nodes += nodesOf(chunk);
      }
      // The last one asked for goes to the end; the first in the map was asked for longest ago.
      kept.delete(key);
      kept.set(key, chunk);
      for (const [oldest, old] of kept) {
        if (nodes <= keptNodes || old === chunk) break;
        kept.delete(oldest);
        nodes -= nodesOf(old);
      }
      return chunk;
    },
  };
}

const nodesOf = ({ layers }: Chunk): number =>
  layers.reduce((sum, { tissue }) => sum + tissue.fat.values.length, 0);

const squareAt = (column: number, row: number, side: number): Field => ({
  left: column * side,
  top: row * side,
  right: (column + 1) * side,
  bottom: (row + 1) * side,
});

function makeChunk(
  section: Section,
  field: Field,
  { marginUm, beyondUm, grain }: Parting,
  cells: number | null,
): Chunk {
  const around = widened(field, marginUm);
  const layers = section.pieces.flatMap((piece) => {
    const tissue = openTissue(section, piece, around, grain);
    if (!tissue) return [];
    const own = cells === null ? null : cells + piece.core.id;
    const nuclei = own === null ? [] : [...liningCells(tissue, own), ...stromalCells(tissue, own)];
    const redCells = own === null ? [] : redCellsIn(tissue, own);
    return [{ tissue, nuclei, cells: openCellMap(nuclei), redCells }];
  });
  return { field, layers, minerals: openMinerals(section, widened(field, beyondUm)) };
}
