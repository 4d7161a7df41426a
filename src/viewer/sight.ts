/** What a picture is of: its size, its tiles, and what these need to know of the picture. */
import type OpenSeadragon from 'openseadragon';
import type { Szi } from '../pyramid/szi.ts';
import type { Extent } from './field.ts';
import { PyramidTileSource } from './pyramid-tile-source.ts';
import type { SlideSetting } from './settings.ts';
import { words } from './words.ts';

/** An image to look into. */
export interface Sight extends Extent {
  /** What is drawn, the lowest first; all have the same bounds. */
  readonly layers: readonly OpenSeadragon.TileSource[];
  /** How OpenSeadragon is to be set up for it, where it is not as usual. */
  readonly options: Partial<OpenSeadragon.Options>;
  /** Whether the still shows the same: else it must not stand in for it. */
  readonly isAsStill: boolean;
  /** What to say where tiles have failed. */
  readonly failed: string;
  /** Told of the viewer that shows it; tells how many tiles in view are being rendered. */
  follow(viewer: OpenSeadragon.Viewer, rendering: (tiles: number) => void): void;
  /** The same slide set otherwise; undefined where that changes nothing. Only slides have it. */
  set?(setting: SlideSetting): Sight | undefined;
  /** Ends what it still fetches and renders. */
  end(): void;
}

/** The image that a pyramid holds. */
export function pyramidSight(pyramid: Szi, signal: AbortSignal): Sight {
  return {
    widthPx: pyramid.widthPx,
    heightPx: pyramid.heightPx,
    layers: [new PyramidTileSource(pyramid, signal)],
    options: {},
    isAsStill: true,
    failed: words.tilesFailed,
    follow: () => {},
    end: () => {},
  };
}
