/** Hands the tiles of a slide to OpenSeadragon: coarse ones from its pyramid, finer ones as they are rendered. */
import OpenSeadragon from 'openseadragon';
import type { TilePlace } from '../microscopy/index.ts';
import type { Szi } from '../pyramid/szi.ts';
import { PyramidTileSource, type Tile } from './pyramid-tile-source.ts';
import type { SlideData } from './settings.ts';
import { joinMicroscope, lookAgain, renderTile } from './shared-microscope.ts';

/** The coarsest level that is rendered in the page, 32 µm a pixel: a coarser one takes long. */
const coarsestRendered = 7;

/** Side of a rendered tile, without what it shares with its neighbours: quick to make. */
const renderedPx = 254;

/**
 * A tile source whose lower levels are those of an SZI file and whose upper ones are rendered in
 * workers: only those that the reader sees, at the level that she sees, nearest to the pointer first.
 */
export class SlideTileSource extends PyramidTileSource {
  readonly #slide: SlideData;
  readonly #signal: AbortSignal;
  /** The finest level of the pyramid. */
  readonly #storedLevel: number;
  #viewer: OpenSeadragon.Viewer | undefined;
  #minPixelRatio = 0.5;
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
    this.#slide = slide;
    this.#signal = signal;
    this.#storedLevel = isStored ? overview : -1;
    joinMicroscope(signal);
  }

  /** How many tiles in view are waited for. */
  #tell(): void {
    if (this.#signal.aborted) return;
    this.#rendering([...this.#awaited].filter((urgency) => urgency() !== undefined).length);
  }

  /** Follows what a viewer shows and where its pointer is. */
  follow(
    viewer: OpenSeadragon.Viewer,
    minPixelRatio: number,
    rendering: (tiles: number) => void,
  ): void {
    this.#viewer = viewer;
    this.#rendering = rendering;
    this.#signal.addEventListener('abort', () => rendering(0));
    this.#minPixelRatio = minPixelRatio;
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
    return level > (this.#storedLevel ?? level) ? renderedPx : super.getTileWidth(level);
  }

  override getTileHeight(level: number): number {
    return this.getTileWidth(level);
  }

  protected override bring(
    level: number,
    column: number,
    row: number,
    signal: AbortSignal,
  ): Promise<Tile> {
    return level > this.#storedLevel
      ? this.#rendered(level, column, row, signal)
      : super.bring(level, column, row, signal);
  }

  async #rendered(level: number, column: number, row: number, signal: AbortSignal) {
    const place = this.#placeOf(level, column, row);
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

  /** The pixels of a tile, those that it shares with its neighbours included. */
  #placeOf(level: number, column: number, row: number): TilePlace {
    const coarser = this.maxLevel - level;
    const { widthPx, heightPx } = this.#slide;
    const from = (place: number) => Math.max(0, place * renderedPx - this.tileOverlap);
    const until = (place: number, size: number) =>
      Math.min((place + 1) * renderedPx + this.tileOverlap, size / 2 ** coarser);
    return {
      level: coarser,
      column: from(column),
      row: from(row),
      widthPx: until(column, widthPx) - from(column),
      heightPx: until(row, heightPx) - from(row),
    };
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
    const coarser = Math.ceil(Math.log2((this.#slide.widthPx / screenPx) * this.#minPixelRatio));
    return Math.max(this.minLevel, this.maxLevel - Math.max(0, coarser));
  }
}
