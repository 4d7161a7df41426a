/** Renders the places of a slide where its story stops: what the children do. */
import { setImmediate } from 'node:timers/promises';
import sharp from 'sharp';
import type { Report } from '../machine/index.ts';
import { renderTwins } from '../microscopy/index.ts';
import { slideTilePlace, type SlideTile } from '../microscopy/tile-grid.ts';
import { type FinerTile, jpegOf } from '../pyramid/index.ts';
import type { Twins } from './slide-image.ts';
import { type Stop, stopTiles } from './stop-tiles.ts';

/**
 * The tiles of stops in slides of one section, for each slide those of its own stops; only what is finer
 * than `level`, at which the slides are made whole. `report` is told from 0 to 1.
 */
export async function renderStops(
  { slide, settings }: Twins,
  stops: readonly (readonly Stop[])[],
  level: number,
  report: Report,
): Promise<FinerTile[][]> {
  const made = settings.map((): FinerTile[] => []);
  const asked = askedTiles(stops.map((each) => stopTiles(each, slide)));
  const wanted = asked.filter(({ tile }) => tile.level < level);
  for (const [n, { tile, by }] of wanted.entries()) {
    const place = slideTilePlace(tile, slide);
    const lights = by.map((each) => settings[each]);
    const pictures = renderTwins(slide.scene, place, slide.light, lights);
    for (const [at, each] of by.entries()) {
      const { widthPx: width, heightPx: height } = place;
      const raw = { width, height, channels: 4 } as const;
      const jpeg = await jpegOf(sharp(pictures[at] as Uint8ClampedArray, { raw }).removeAlpha());
      const { column, row } = tile;
      made[each]?.push({ finer: level - tile.level, column, row, jpeg });
    }
    report((n + 1) / wanted.length);
    // Between tiles the child hears that its parent is gone.
    await setImmediate();
  }
  return made;
}

/** Each tile once, with the slides that ask for it: what lies in it is laid for all of them together. */
function askedTiles(tiles: readonly (readonly SlideTile[])[]): { tile: SlideTile; by: number[] }[] {
  const asked = new Map<string, { tile: SlideTile; by: number[] }>();
  for (const [n, each] of tiles.entries())
    for (const tile of each) {
      const name = JSON.stringify(tile);
      const { by } = asked.get(name) ?? { by: [] };
      asked.set(name, { tile, by: [...by, n] });
    }
  return [...asked.values()];
}
