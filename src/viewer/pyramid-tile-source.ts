/** Hands the tiles of an open pyramid to OpenSeadragon. */
import OpenSeadragon from 'openseadragon';
import { wholeLevel } from '../pyramid/dzi.ts';
import type { Szi } from '../pyramid/szi.ts';
import { withBackOff } from './back-off.ts';

/** What a tile comes as: a file to decode, or pixels that are there. Undefined for one that is nowhere. */
export type Tile = Blob | CanvasRenderingContext2D | null | undefined;

/** How large the whole picture is at its finest level, which may be finer than those of the pyramid. */
interface Extent {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly maxLevel: number;
  /** The coarsest level; else the first that is a single tile. */
  readonly minLevel?: number;
}

/**
 * A tile source over one SZI file. No tile has an address of its own: they come as Blobs, which
 * OpenSeadragon decodes. All downloads end when `signal` aborts.
 */
export class PyramidTileSource extends OpenSeadragon.TileSource {
  readonly #pyramid: Szi;
  readonly #signal: AbortSignal;

  constructor(
    pyramid: Szi,
    signal: AbortSignal,
    { widthPx, heightPx, maxLevel, minLevel }: Extent = {
      ...pyramid,
      maxLevel: pyramid.levels.length - 1,
    },
  ) {
    super({
      width: widthPx,
      height: heightPx,
      tileSize: pyramid.tileSizePx,
      tileOverlap: pyramid.overlapPx,
      // The levels below are thumbnails of one tile: loading them first would only delay the picture.
      minLevel: minLevel ?? wholeLevel(pyramid.levels),
      maxLevel,
    });
    this.#pyramid = pyramid;
    this.#signal = signal;
  }

  /** Fetches a tile, again where it does not come; who knows more levels than the pyramid brings theirs. */
  protected bring(level: number, column: number, row: number, signal: AbortSignal): Promise<Tile> {
    return withBackOff(() => this.#pyramid.tile(level, column, row, signal), signal);
  }

  /** Names the tile for the cache, which each viewer has of its own. */
  override getTileUrl(level: number, column: number, row: number): string {
    return `${level}/${column}_${row}`;
  }

  override hasTransparency(): boolean {
    return false;
  }

  override downloadTileStart(job: OpenSeadragon.ImageJob): void {
    const [level, column, row] = job.src.split(/[/_]/).map(Number) as [number, number, number];
    const download = new AbortController();
    job.userData = download;
    const signal = AbortSignal.any([download.signal, this.#signal]);
    this.bring(level, column, row, signal).then(
      (tile) => {
        if (signal.aborted) return;
        if (!tile) job.fail('The pyramid holds no such tile.', null);
        else job.finish(tile, null, tile instanceof Blob ? 'rasterBlob' : 'context2d');
      },
      (error: unknown) => {
        if (!signal.aborted) job.fail(String(error), null);
      },
    );
  }

  override downloadTileAbort(job: OpenSeadragon.ImageJob): void {
    if (job.userData instanceof AbortController) job.userData.abort();
  }
}
