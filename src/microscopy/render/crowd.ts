import { clamp, smoothStep } from '../../phantom/index.ts';
import type { CellLayer, Lining } from '../lesion/lining.ts';
import { isPatch } from '../scene/lining-cells.ts';
import { packedShare } from '../scene/packing.ts';
import { bledShare, bloodShare, redCellSpacing } from '../scene/red-cells.ts';
import { lymphoidShare, populations } from '../scene/stromal-cells.ts';
import { stromaOf, type Tissue } from '../scene/tissue.ts';
import { smoothOrdered, smoothTexture, textureAt } from '../scene/texture.ts';
import { redCellStamp, type Stamp, stampOf } from './stamp.ts';
import type { Spot } from './stroma.ts';

/** A crowd is never denser than this. */
const densest = 1.2;
/** Of cells that together have the area of the field, the part that lies on others (measured). */
const overlapShare = 0.25;

/**
 * Adds the cells of a lining to its cytoplasm at a place, not one by one but as what all of them are on
 * the average: the mean of their loads, and how far loads vary within a pixel.
 */
export function crowdLining(
  lining: Lining,
  x: number,
  y: number,
  gland: number,
  lumen: number,
  pitchUm: number,
  spot: Spot,
): void {
  const { layers, content } = lining;
  const densities = layerDensities(lining);
  for (let n = 0; n < layers.length; n++) {
    const layer = layers[n] as CellLayer;
    if (!isPatch(layer, x, y)) continue;
    const stamp = stampOf(layer.nucleus);
    const within = bandAt(layer, gland, lumen, Math.sqrt(stamp.areaUm2 / 3.14));
    if (within > 0) add(spot, stamp, within * (densities[n] as number), { x, y, pitchUm });
  }
  if (content === 'blood' && lumen > 0)
    add(
      spot,
      redCellStamp(),
      smoothStep(-1, 3, lumen) * densityOf(redCellSpacing, 2, bloodShare(x, y)),
      { x, y, pitchUm },
    );
}

/** Adds the cells of the stroma at a place. */
export function crowdStroma(
  tissue: Tissue,
  x: number,
  y: number,
  pitchUm: number,
  spot: Spot,
): void {
  const at = { x, y, pitchUm };
  const stroma = stromaOf(tissue, x, y);
  const lymphoid = lymphoidShare(tissue, stroma, x, y);
  const here = { x, y, stroma, lymphoid, seam: spot.seam };
  const bled = bledShare(x, y);
  if (bled > 0) add(spot, redCellStamp(), densityOf(redCellSpacing, 2, bled), at);
  for (const { population, stamps } of stromaCrowds()) {
    const share = population.shareAt(here);
    if (share <= 0) continue;
    const density = densityOf(population.spacingUm, population.rounds, share);
    for (const { stamp, part } of stamps) add(spot, stamp, part * density, at);
  }
}

let crowds: ReturnType<typeof crowdsOf> | undefined;

/** The populations of the stroma with what their cells do; found out where they are first asked for. */
const stromaCrowds = () => (crowds ??= crowdsOf(populations));

const crowdsOf = (of: typeof populations) =>
  of.map((population) => ({
    population,
    stamps: population.kinds.map(([kind, part]) => ({ stamp: stampOf(kind), part })),
  }));

/** How far a place lies in the band of a layer, whose cells reach beyond it by their radius. */
function bandAt(
  { insideUm, lumenUm }: CellLayer,
  gland: number,
  lumen: number,
  radius: number,
): number {
  const between = (value: number, [from, to]: readonly [number, number]) =>
    (from <= -1000 ? 1 : smoothStep(from - radius, from + radius, value)) -
    (to >= 1000 ? 0 : smoothStep(to - radius, to + radius, value));
  return Math.max(0, between(gland, insideUm) + between(lumen, lumenUm) - 1);
}

// By lining and not by layer: linings with walls of their own share layers.
const densitiesOf = new WeakMap<Lining, readonly number[]>();

/** Cells on a square micrometre of the band of each layer of a lining. */
function layerDensities(lining: Lining): readonly number[] {
  const before = densitiesOf.get(lining);
  if (before) return before;
  const wallUm = lining.lumen.kind === 'open' ? 1000 * lining.wallMm : Infinity;
  const found = lining.layers.map((layer) => layerDensity(layer, wallUm));
  densitiesOf.set(lining, found);
  return found;
}

/** Cells of a layer on a square micrometre of its band, in a wall of this thickness. */
function layerDensity(
  { insideUm, lumenUm, spacingUm, rounds, share }: CellLayer,
  wallUm: number,
): number {
  const inWall = lumenUm[0] < 0 && wallUm < Infinity;
  const wide = inWall
    ? Math.min(insideUm[1], wallUm + lumenUm[1]) - Math.max(insideUm[0], wallUm + lumenUm[0])
    : insideUm[1] - insideUm[0];
  return packedShare(rounds, share, Math.max(wide, 0.5) / spacingUm) / (spacingUm * spacingUm);
}

const densityOf = (spacingUm: number, rounds: number, share: number): number =>
  packedShare(rounds, clamp(share, 0, 1)) / (spacingUm * spacingUm);

/** The grain is not where the cells are: in full it stood out more than they do, and lay farther off them. */
const mostShown = 0.72;

/** Half the width of the slope between a grain and what is beside it, in deviations of the noise. */
const softness = 0.5;

/**
 * How far a place is covered by cells that cover such a part of the field: where cells are too small to
 * be drawn but not to be seen, they are a grain of their size, the mean of which is that part.
 */
function grainOf(part: number, areaUm2: number, x: number, y: number): number {
  const sizeUm = 1.1 * Math.sqrt(areaUm2);
  const level = smoothOrdered[Math.floor((1 - part) * (smoothOrdered.length - 1))] as number;
  const value = textureAt(smoothTexture, x / sizeUm + areaUm2, y / sizeUm);
  return smoothStep(level - softness, level + softness, value);
}

/** Lays so many cells on a square micrometre over what is there. */
function add(
  spot: Spot,
  { areaUm2, gives, keeps, variance }: Stamp,
  perUm2: number,
  { x, y, pitchUm }: { readonly x: number; readonly y: number; readonly pitchUm: number },
): void {
  const laid = Math.min(densest, perUm2 * areaUm2);
  if (laid <= 0.002) return;
  const mean = laid - overlapShare * laid * laid;
  // Of what varies a part is shown, and the rest is kept as what varies within the pixel.
  const shown = mostShown * smoothStep(0.3, 1.1, Math.sqrt(areaUm2) / (2 * pitchUm));
  const grain = shown > 0 ? grainOf(mean, areaUm2, x, y) : mean;
  const cover = mean + shown * (grain - mean);
  const twice = laid / mean - 1;
  const h = changedBy(gives.haematoxylin, keeps.haematoxylin, twice, spot.haematoxylin);
  const e = changedBy(gives.eosin, keeps.eosin, twice, spot.eosin);
  const o = changedBy(gives.orange, keeps.orange, twice, spot.orange);
  const uneven = mean * (1 - mean) * (1 - shown * shown);
  spot.varianceH += uneven * h * h + cover * variance;
  spot.varianceHE += uneven * h * e;
  spot.varianceE += uneven * e * e;
  spot.haematoxylin += cover * h;
  spot.eosin += cover * e;
  spot.orange += cover * o;
  spot.brown += cover * gives.brown;
}

/** By how much a cell changes what is there of a dye; of the cells so many lie on others. */
const changedBy = (gives: number, keeps: number, twice: number, before: number): number =>
  gives * (1 + twice * keeps) - (1 - keeps) * before;
