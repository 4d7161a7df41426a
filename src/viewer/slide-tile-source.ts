/** Hands the tiles of a slide to OpenSeadragon: coarse ones from its pyramid, finer ones as they are rendered. */
import OpenSeadragon from 'openseadragon';
import { shownLevel, slideTile, slideTilePlace } from '../microscopy/tile-grid.ts';
import type { Szi } from '../pyramid/szi.ts';
import { PyramidTileSource, type Tile } from './pyramid-tile-source.ts';
import type { SlideData } from './settings.ts';
import { joinMicroscope, lookAgain, renderTile } from './shared-microscope.ts';

/** The coarsest level that is rendered in the page, 32 µm a pixel: a coarser one takes long. */
const coarsestRendered = 7;

/**
 * A tile source whose lower levels are those of an SZI file and whose upper ones are rendered in
 * workers, but for the places that the file holds of them: only those that the reader sees, at the level
 * that she sees, nearest to the pointer first.
 */
export class SlideTileSource extends PyramidTileSource {
  readonly #pyramid: Szi;
  readonly #slide: SlideData;
  readonly #signal: AbortSignal;
  /** The finest level that the pyramid holds whole; -1 where nothing of it is shown. */
  readonly #wholeLevel: number;
  #viewer: OpenSeadragon.Viewer | undefined;
  #rendering: (tiles: number) => void = () => {};
  /** The tiles that are waited for. */
  readonly #awaited = new Set<() => number | undefined>();
  /** Where the pointer is, in the viewport; undefined where it is elsewhere. */
  #pointer: OpenSeadragon.Point | undefined;

  /** `isStored`: the coarse levels are those of the pyramid, else they are rendered as well. */
  constructor(pyramid: Szi, slide: SlideData, isStored: boolean, signal: AbortSignal) {
    const overview = pyramid.levels.length - 1;
    const { widthPx, heightPx } = slide;
    const maxLevel = overview + Math.round(Math.log2(widthPx / pyramid.widthPx));
    super(pyramid, signal, {
      widthPx,
      heightPx,
      maxLevel,
      ...(isStored ? {} : { minLevel: maxLevel - coarsestRendered }),
    });
    this.#pyramid = pyramid;
    this.#slide = slide;
    this.#signal = signal;
    this.#wholeLevel = isStored ? overview : -1;
    joinMicroscope(signal);
  }

  /** How many tiles in view are waited for. */
  #tell(): void {
    if (this.#signal.aborted) return;
    this.#rendering([...this.#awaited].filter((urgency) => urgency() !== undefined).length);
  }

  /** Follows what a viewer shows and where its pointer is. */
  follow(viewer: OpenSeadragon.Viewer, rendering: (tiles: number) => void): void {
    this.#viewer = viewer;
    this.#rendering = rendering;
    this.#signal.addEventListener('abort', () => rendering(0));
    const look = () => {
      lookAgain();
      this.#tell();
    };
    const moves = ['pan', 'zoom', 'rotate', 'resize'] as const;
    for (const moved of moves) viewer.addHandler(moved, look);
    this.#signal.addEventListener('abort', () => {
      for (const moved of moves) viewer.removeHandler(moved, look);
    });
    const { canvas } = viewer;
    canvas.addEventListener(
      'pointermove',
      (event) => {
        const { left, top } = canvas.getBoundingClientRect();
        const at = new OpenSeadragon.Point(event.clientX - left, event.clientY - top);
        this.#pointer = viewer.viewport.pointFromPixel(at);
      },
      { signal: this.#signal },
    );
    canvas.addEventListener('pointerleave', () => (this.#pointer = undefined), {
      signal: this.#signal,
    });
  }

  override getTileWidth(level: number): number {
    return level > (this.#wholeLevel ?? level) ? slideTile.sidePx : super.getTileWidth(level);
  }

  override getTileHeight(level: number): number {
    return this.getTileWidth(level);
  }

  protected override async bring(
    level: number,
    column: number,
    row: number,
    signal: AbortSignal,
  ): Promise<Tile> {
    if (level <= this.#wholeLevel) return super.bring(level, column, row, signal);
    const stored = await this.#stored(level, column, row, signal);
    return stored ?? this.#rendered(level, column, row, signal);
  }

  /** A tile of a place that was made ahead; one that cannot be fetched is rendered like all others. */
  async #stored(level: number, column: number, row: number, signal: AbortSignal): Promise<Tile> {
    if (this.#wholeLevel < 0) return undefined;
    return this.#pyramid.tile(level, column, row, signal).catch(() => undefined);
  }

  async #rendered(level: number, column: number, row: number, signal: AbortSignal) {
    const place = slideTilePlace({ level: this.maxLevel - level, column, row }, this.#slide);
    const bounds = this.getTileBounds(level, column, row);
    const urgency = () => this.#urgencyOf(level, bounds);
    this.#awaited.add(urgency);
    this.#tell();
    const rgba = await renderTile({ slide: this.#slide.order, place }, { signal, urgency }).finally(
      () => {
        this.#awaited.delete(urgency);
        this.#tell();
      },
    );
    const canvas = document.createElement('canvas');
    canvas.width = place.widthPx;
    canvas.height = place.heightPx;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.putImageData(new ImageData(rgba, place.widthPx, place.heightPx), 0, 0);
    return context;
  }

  /** How far a tile is from where the reader looks; undefined where she does not see it. */
  #urgencyOf(level: number, bounds: OpenSeadragon.Rect): number | undefined {
    const viewport = this.#viewer?.viewport;
    if (!viewport || level !== this.#levelOf(viewport)) return undefined;
    const seen = viewport.getBounds();
    if (!seen.intersection(bounds)) return undefined;
    const eye =
      this.#pointer && seen.containsPoint(this.#pointer) ? this.#pointer : seen.getCenter();
    return bounds.getCenter().distanceTo(eye);
  }

  /** The level that is shown once all movement has come to rest. */
  #levelOf(viewport: OpenSeadragon.Viewport): number {
    const screenPx =
      viewport.getZoom() * viewport.getContainerSize().x * OpenSeadragon.pixelDensityRatio;
    return Math.max(this.minLevel, this.maxLevel - shownLevel(this.#slide.widthPx / screenPx));
  }
}
