import { exposureAt, polarise, type Polars } from '../light/polars.ts';
import { blankLoads } from '../light/loads.ts';
import { drawnOut, type Planes, rowsJoined } from '../light/planes.ts';
import { apronPx, type Scanner, scan } from '../light/scanner.ts';
import type { Stain } from '../light/stain.ts';
import { toneOf } from '../light/tone.ts';
import { transmit } from '../light/transmission.ts';
import type { Scene } from '../scene/scene.ts';
import { isBare, type Raster, tissueLoads } from './tissue-loads.ts';

/** The finest pitch of a slide, at level 0; each level is half as fine as the one below it. */
export const finestPitchUm = 0.25;

/** A rectangle of pixels of one level of a slide. */
export interface TilePlace {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How a slide is looked at. Without polars in plain light. */
export interface Light {
  readonly stain: Stain;
  readonly scanner: Scanner;
  readonly polars?: Polars;
}

/** The pitch of a level. Throws a RangeError for a level that no slide has. */
export function pitchOf(level: number): number {
  if (!Number.isInteger(level) || level < 0 || level > 8)
    throw new RangeError(`A slide has the levels 0 to 8, not ${level}.`);
  let pitchUm = finestPitchUm;
  for (let n = 0; n < level; n++) pitchUm *= 2;
  return pitchUm;
}

/**
 * Renders a tile alone: RGBA, four bytes a pixel. The same pixel of the same slide in the same light
 * is the same in every tile that has it.
 */
export function renderTile(scene: Scene, place: TilePlace, light: Light): Uint8ClampedArray {
  const [rgba] = renderTwins(scene, place, light, [light.polars]);
  return rgba as Uint8ClampedArray;
}

/**
 * Renders a tile as `renderTile` does, once for each setting of the polars: their tissue, which is what
 * costs time, is laid once for all of them.
 */
export function renderTwins(
  scene: Scene,
  place: TilePlace,
  { stain, scanner }: Light,
  settings: readonly Light['polars'][],
): Uint8ClampedArray[] {
  const pitchUm = pitchOf(place.level);
  const apron = apronPx(scanner, pitchUm);
  const pixels = { column: place.column - apron, row: place.row - apron, pitchUm };
  const size = { widthPx: place.widthPx + 2 * apron, heightPx: place.heightPx + 2 * apron };
  return seenIn(scene, { ...pixels, ...size }, stain, settings).map((planes) =>
    scan(planes, pixels, scanner),
  );
}

/**
 * A rectangle of the slide as the scanner's lens has it before it, for each setting of the polars. Where
 * single cells are not seen, a pixel is the mean light of two places in it.
 */
export function seenIn(
  scene: Scene,
  place: Raster,
  stain: Stain,
  settings: readonly Light['polars'][],
): Planes[] {
  const chunks = scene.chunksFor(place.pitchUm);
  const raster = chunks.hasCells ? place : chequered(place);
  const isGlass = isBare(chunks, raster);
  const isPolarised = settings.some((polars) => polars !== undefined);
  const loads = isGlass ? blankLoads(1, 1, isPolarised) : tissueLoads(chunks, raster, isPolarised);
  const stained = transmit(loads, stain);
  return settings.map((polars) => {
    const light = polars
      ? polarise(loads, stained, { ...polars, exposure: exposureAt(polars, place.pitchUm) })
      : stained;
    const seen = chunks.hasCells || isGlass ? light : rowsJoined(light);
    if (polars) for (const plane of seen.channels) tone(plane);
    return isGlass ? drawnOut(seen, place.widthPx, place.heightPx) : seen;
  });
}

/** Brings linear light into the values of a file; much of a slide is as dark as what lies before it. */
function tone(plane: Float32Array): void {
  let [before, toned] = [0, toneOf(0)];
  for (let n = 0; n < plane.length; n++) {
    const light = plane[n] as number;
    if (light !== before) [before, toned] = [light, toneOf(light)];
    plane[n] = toned;
  }
}

/** The same rectangle in pixels of half the pitch, of which every second one is there. */
const chequered = ({ column, row, pitchUm, widthPx, heightPx }: Raster) => ({
  column,
  row: 2 * row,
  pitchUm: pitchUm / 2,
  isChequered: true,
  widthPx,
  heightPx: 2 * heightPx,
});
