/** The one microscope of a page: all its slides share the workers. */
import { type Microscope, openMicroscope } from '../microscopy/microscope/microscope.ts';
import type { TileOptions } from '../microscopy/microscope/microscope.ts';
import type { FeatureOrder, TileOrder } from '../microscopy/microscope/order.ts';
import type { Feature } from '../microscopy/truth/feature.ts';
import type { SectionTruth, SlideOrder } from '../microscopy/index.ts';
import { rememberTiles } from './rendered-tiles.ts';

let open: Microscope | undefined;
const tiles = rememberTiles();
const users = new Set<AbortSignal>();

/** Takes part in the page's microscope until the signal aborts; the last one out closes it. */
export function joinMicroscope(signal: AbortSignal): void {
  users.add(signal);
  signal.addEventListener('abort', () => {
    users.delete(signal);
    if (users.size > 0) return;
    open?.close();
    open = undefined;
    tiles.clear();
  });
}

/** Renders a tile, or remembers it. Where the workers fail, the next tile is tried with new ones. */
export const renderTile = (
  order: TileOrder,
  options: TileOptions,
): Promise<Uint8ClampedArray<ArrayBuffer>> =>
  tiles.take(order, () =>
    withMicroscope((microscope) => microscope.tile(order, options), options.signal),
  );

/** Tells what is true of the section of a slide. */
export const tellSection = (slide: SlideOrder, signal: AbortSignal): Promise<SectionTruth> =>
  withMicroscope((microscope) => microscope.section(slide, signal), signal);

/** Names the diagnostic features in a field of a slide. */
export const tellFeatures = (
  order: FeatureOrder,
  signal: AbortSignal,
): Promise<readonly Feature[]> =>
  withMicroscope((microscope) => microscope.features(order, signal), signal);

async function withMicroscope<Result>(
  work: (microscope: Microscope) => Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  open ??= openMicroscope();
  const microscope = open;
  try {
    return await work(microscope);
  } catch (error) {
    if (!signal?.aborted && open === microscope) {
      microscope.close();
      open = undefined;
    }
    throw error;
  }
}

/** Tells the microscope that the reader has moved. */
export const lookAgain = (): void => open?.look();
