import { type Axes, axesAlong, exponential, unit, type Vector } from '../../phantom/index.ts';
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

/** Sheaves of fibres that are strong in the same places. */
interface Group {
  readonly of: Strengths;
  /** The size of a cell across a sheaf, of which a fibre is some five wide; its strength; and the way it runs. */
  readonly sheaves: readonly {
    readonly cellMm: number;
    readonly strength: number;
    readonly along: Vector;
  }[];
}

/** All sheaves; x leads to the nipple. Along it their cells are `longer` times as long. */
const groups: readonly Group[] = [
  {
    of: lobules,
    sheaves: [
      { cellMm: 0.072, strength: 0.95, along: unit([1, 0.41, 0.47]) },
      { cellMm: 0.1, strength: 1.05, along: unit([1, -0.6, -0.33]) },
    ],
  },
  { of: tracts, sheaves: [{ cellMm: 0.16, strength: 1.3, along: unit([1, 0.52, -0.45]) }] },
  { of: tracts, sheaves: [{ cellMm: 0.21, strength: 1.25, along: unit([1, -0.3, 0.42]) }] },
];
const longer = 2.7;

/**
 * Opens the weave: sheaves of fibres that cross each other, from a third of a millimetre to some
 * two millimetres wide, finer than the lobules and leaflets that are drawn one by one. All are read
 * from one tile; each lies askew in the breast, so that no plane ever cuts it the same way twice.
 */
export function openWeave(seed: number): Weave {
  const web = webTile(seed);
  const cloud = cloudTile(seed);
  const all = groups.flatMap(({ sheaves }) => sheaves);
  const norm = 1 / Math.sqrt(all.reduce((sum, { strength }) => sum + strength * strength, 0));
  let count = 0;
  const read = groups.map(({ of, sheaves }) => {
    const axes = of.axes ?? axesAlong((sheaves[0] as Group['sheaves'][0]).along, hint);
    const strengths = sheafOf(axes, of.cellMm, of.longer, of.spread, of.axes ? 0 : 29 * count);
    const fibres = sheaves.map(({ cellMm, strength, along }) => {
      const part = strength * norm;
      const sheaf = sheafOf(axesAlong(along, hint), cellMm, longer, part, 17 * count++);
      return { sheaf, body: of.body * part };
    });
    return { strengths, fibres, most: of.most, mean: of.mean };
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
      const stepOf = (mm: number) => Math.max(1, Math.floor(mm / pitchMm));
      for (const { strengths: of, fibres, most, mean } of read) {
        // Places at which each of the fibres is looked up.
        const steps = new Set(fibres.map(({ sheaf }) => stepOf(sheaf.cellMm)));
        const shared = [...steps].reduce((product, step) => product * step, 1);
        const wide = shared * stepOf(of.cellMm / (2 * shared));
        lookUp(cloud, of, places, count, wide, strengths);
        toStrengths(strengths, count, wide, most);
        for (const { sheaf, body } of fibres) {
          const step = stepOf(sheaf.cellMm);
          lookUp(web, sheaf, places, count, step, found);
          strengthen(found, strengths, count, step, wide, body, mean);
          addBetween(found, count, step, to);
        }
      }
    },
  };
}

/** Turns the logarithms at every `wide`-th place and at the last into strengths. */
function toStrengths(strengths: Float64Array, count: number, wide: number, most: number): void {
  for (let p = 0; p < count; p = p < count - 1 ? Math.min(p + wide, count - 1) : count)
    strengths[p] = strengthOf(strengths[p] as number, most);
}

/**
 * Multiplies what was found at every `step`-th place by strengths that are known at every `wide`-th,
 * and adds the body of what is strong.
 */
function strengthen(
  found: Float64Array,
  strengths: Float64Array,
  count: number,
  step: number,
  wide: number,
  body: number,
  mean: number,
): void {
  for (let start = 0; start < count; start += wide) {
    const end = Math.min(start + wide, count - 1);
    const low = strengths[start] as number;
    const rise = end > start ? ((strengths[end] as number) - low) / (end - start) : 0;
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
