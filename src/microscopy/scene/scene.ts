import { openDraw } from '../../phantom/index.ts';
import { type Field, widened } from '../frame.ts';
import { type Minerals, openMinerals } from '../mineral/minerals.ts';
import type { Section } from '../section/section.ts';
import { type CellMap, openCellMap } from './cell-map.ts';
import { type Nucleus, nucleiIn } from './nucleus.ts';
import { openTissue, type Tissue } from './tissue.ts';

/** The side of a chunk, and how far beyond it its tissue is known. */
export const chunkUm = 512;
export const marginUm = 64;
/** How many chunks are kept; each is about 2 MB. */
const keptChunks = 64;

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
}

/** A section with its tissue and cells, made where they are looked at. */
export interface Scene {
  readonly section: Section;
  /** The chunk of a column and row of chunks. */
  chunkAt(column: number, row: number): Chunk;
}

/** Opens the scene of a section. What a chunk holds does not hang on which others were made before. */
export function openScene(section: Section): Scene {
  const { seed } = section.specimen.phantom.plan;
  // Two sections share tissue but no cells.
  const cells = openDraw(seed, `cells ${section.number}`).seed();
  const kept = new Map<string, Chunk>();
  return {
    section,
    chunkAt(column, row) {
      const key = `${column} ${row}`;
      const chunk = kept.get(key) ?? makeChunk(section, column, row, cells);
      // The last one asked for goes to the end; the first in the map was asked for longest ago.
      kept.delete(key);
      kept.set(key, chunk);
      const [oldest] = kept.keys();
      if (kept.size > keptChunks && oldest !== undefined) kept.delete(oldest);
      return chunk;
    },
  };
}

function makeChunk(section: Section, column: number, row: number, seed: number): Chunk {
  const field = {
    left: column * chunkUm,
    top: row * chunkUm,
    right: (column + 1) * chunkUm,
    bottom: (row + 1) * chunkUm,
  };
  const layers = section.pieces.flatMap((piece) => {
    const tissue = openTissue(section, piece, widened(field, marginUm));
    if (!tissue) return [];
    const nuclei = nucleiIn(tissue, widened(field, marginUm), seed + piece.core.id);
    return [{ tissue, nuclei, cells: openCellMap(nuclei) }];
  });
  return { field, layers, minerals: openMinerals(section, field) };
}
