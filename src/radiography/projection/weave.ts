import { type Axes, axesAlong, exponential, unit } from '../../phantom/index.ts';
import { cloudTile, lookUp, type Places, sheafOf, webTile } from './weave-tile.ts';

/** The weave of the finest fibres: mean 0, spread 1. */
export interface Weave {
  /**
   * Writes it for the first `count` places of a row, which lie `pitchMm` apart in the picture: each is
   * a point of the breast at rest. Wide fibres are looked up at some of the places, and run straight
   * between those.
   */
  readRow(places: Places, count: number, pitchMm: number, to: Float32Array): void;
}

/**
 * Here one sheaf is strong and there another, so that no place has a net of them all: by the exponential
 * of a noise of this spread, which changes over some cells across a sheaf, and along it more slowly.
 * It comes ever more slowly near its bounds: without any the strongest fibres are worms, and with a sharp one
 * there are patches with borders.
 */
interface Strengths {
  readonly spread: number;
  readonly most: number;
  readonly cellMm: number;
  readonly longer: number;
  /** What is dense there besides the fibres, in terms of them: so their gaps are no pits. */
  readonly body: number;
  /** The mean of the strength, beside which the body adds and takes as much. */
  readonly mean: number;
  /** Where all sheaves are strong in the same places, the way that these run. */
  readonly axes?: Axes;
}

const hint = [0.37, -0.61, 0.7] as const;
const tracts: Strengths = { spread: 0.6, most: 1, cellMm: 2.4, longer: 1.5, body: 0, mean: 1.1 };
/** The finest fibres are those of lobules: nodules of one to three millimetres, with haze between. */
const lobules: Strengths = {
  spread: 1,
  most: 1.4,
  cellMm: 0.5,
  longer: 2,
  body: 0.8,
  mean: 1.258,
  axes: axesAlong(unit([1, 0.1, 0.15]), hint),
};

const strengthOf = (logarithm: number, most: number): number => {
  const part = logarithm / most;
  return exponential(logarithm / Math.sqrt(1 + part * part));
};

/**
 * Sheaves of fibres: the size of a cell across them, of which a fibre is some five wide, their
 * strength, and the way they run; x leads to the nipple. Along it they are `longer` times as long.
 */
const sheaves = [
  { cellMm: 0.072, strength: 0.95, along: unit([1, 0.41, 0.47]), of: lobules },
  { cellMm: 0.1, strength: 1.05, along: unit([1, -0.6, -0.33]), of: lobules },
  { cellMm: 0.16, strength: 1.3, along: unit([1, 0.52, -0.45]), of: tracts },
  { cellMm: 0.21, strength: 1.25, along: unit([1, -0.3, 0.42]), of: tracts },
] as const;
const longer = 2.7;

/**
 * Opens the weave: sheaves of fibres that cross each other, from a third of a millimetre to some
 * two millimetres wide, finer than the lobules and leaflets that are drawn one by one. All are read
 * from one tile; each lies askew in the breast, so that no plane ever cuts it the same way twice.
 */
export function openWeave(seed: number): Weave {
  const web = webTile(seed);
  const cloud = cloudTile(seed);
  const norm = 1 / Math.sqrt(sheaves.reduce((sum, { strength }) => sum + strength * strength, 0));
  const read = sheaves.map(({ cellMm, strength, along, of }, n) => {
    const axes = axesAlong(along, hint);
    const shift = of.axes ? 0 : 29 * n;
    return {
      fibres: sheafOf(axes, cellMm, longer, strength * norm, 17 * n),
      strengths: sheafOf(of.axes ?? axes, of.cellMm, of.longer, of.spread, shift),
      most: of.most,
      body: of.body * strength * norm,
      mean: of.mean,
    };
  });
  let found = new Float64Array(0);
  let strengths = new Float64Array(0);
  return {
    readRow(places, count, pitchMm, to) {
      if (found.length < count) {
        found = new Float64Array(count);
        strengths = new Float64Array(count);
      }
      to.fill(0, 0, count);
      for (const sheaf of read) {
        const step = Math.max(1, Math.floor(sheaf.fibres.cellMm / pitchMm));
        lookUp(web, sheaf.fibres, places, count, step, found);
        const wide = step * Math.max(1, Math.floor(sheaf.strengths.cellMm / (2 * pitchMm * step)));
        lookUp(cloud, sheaf.strengths, places, count, wide, strengths);
        strengthen(found, strengths, count, step, wide, sheaf);
        addBetween(found, count, step, to);
      }
    },
  };
}

/**
 * Multiplies what was found at every `step`-th place by strengths whose logarithms are known at every `wide`-th,
 * and adds the body of what is strong.
 */
function strengthen(
  found: Float64Array,
  logarithms: Float64Array,
  count: number,
  step: number,
  wide: number,
  { most, body, mean }: { readonly most: number; readonly body: number; readonly mean: number },
): void {
  for (let start = 0; start < count; start += wide) {
    const end = Math.min(start + wide, count - 1);
    const low = strengthOf(logarithms[start] as number, most);
    const rise =
      end > start ? (strengthOf(logarithms[end] as number, most) - low) / (end - start) : 0;
    const next = Math.min(start + wide, count);
    for (let p = start; p < next; p = p < count - 1 ? Math.min(p + step, count - 1) : count) {
      const strength = low + rise * (p - start);
      found[p] = (found[p] as number) * strength + body * (strength - mean);
    }
  }
}

/** Adds what was found at every `step`-th place, and between them what lies on a straight line. */
function addBetween(found: Float64Array, count: number, step: number, to: Float32Array): void {
  for (let start = 0; start < count; start += step) {
    const end = Math.min(start + step, count - 1);
    const low = found[start] as number;
    const rise = end > start ? ((found[end] as number) - low) / (end - start) : 0;
    const next = Math.min(start + step, count);
    for (let p = start; p < next; p++) to[p] = (to[p] as number) + low + rise * (p - start);
  }
}
