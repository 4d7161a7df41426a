/** Hands the tiles of an open pyramid to OpenSeadragon. */
import OpenSeadragon from 'openseadragon';
import type { Szi } from '../pyramid/szi.ts';

/**
 * A tile source over one SZI file. No tile has an address of its own: they come as Blobs, which
 * OpenSeadragon decodes. All downloads end when `signal` aborts.
 */
export class PyramidTileSource extends OpenSeadragon.TileSource {
  readonly #pyramid: Szi;
  readonly #signal: AbortSignal;

  constructor(pyramid: Szi, signal: AbortSignal) {
    super({
      width: pyramid.widthPx,
      height: pyramid.heightPx,
      tileSize: pyramid.tileSizePx,
      tileOverlap: pyramid.overlapPx,
      // The levels below are thumbnails of one tile: loading them first would only delay the picture.
      minLevel: pyramid.levels.findLastIndex((level) => level.columns * level.rows === 1),
      maxLevel: pyramid.levels.length - 1,
    });
    this.#pyramid = pyramid;
    this.#signal = signal;
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
    this.#pyramid.tile(level, column, row, signal).then(
      (blob) => {
        if (signal.aborted) return;
        if (blob) job.finish(blob, null, 'rasterBlob');
        else job.fail('The pyramid holds no such tile.', null);
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
