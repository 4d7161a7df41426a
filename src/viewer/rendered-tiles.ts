/** The tiles of slides that were rendered last: a lesson comes back to a field, and a curtain shows it again. Pure. */
import type { TileOrder } from '../microscopy/microscope/order.ts';

type Rgba = Uint8ClampedArray<ArrayBuffer>;

/** Some screens full, about 50 MB. */
const mostTiles = 200;

export interface RenderedTiles {
  /** The pixels of a tile: as they are remembered, else as `render` makes them. */
  take(order: TileOrder, render: () => Promise<Rgba>): Promise<Rgba>;
  clear(): void;
}

/** Remembers tiles; of more than `most` the one that was not asked for longest goes. */
export function rememberTiles(most = mostTiles): RenderedTiles {
  const tiles = new Map<string, Rgba>();
  return {
    async take(order, render) {
      const name = JSON.stringify(order);
      const rgba = tiles.get(name) ?? (await render());
      tiles.delete(name);
      tiles.set(name, rgba);
      const [oldest = ''] = tiles.keys();
      if (tiles.size > most) tiles.delete(oldest);
      return rgba;
    },
    clear: () => tiles.clear(),
  };
}
