import { z } from '../lexicon/schema.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, sine } from './elementary.ts';
import { type CorePoint, corePoint, type PhantomPoint, phantomPoint } from './frame.ts';
import { type NeedleGauge, needleGauges, needleOf } from './needle.ts';
import type { Phantom } from './phantom.ts';
import { openPatient } from './position.ts';
import { RecipeError } from './recipe.ts';
import { samplesOf } from './solid/lattice.ts';
import { coverOf } from './solid/solid.ts';
import type { Speck } from './speck.ts';
import {
  type Axes,
  axesAlong,
  between,
  distance,
  moved,
  outOf,
  scaled,
  type Vector,
  within,
} from './vector.ts';

/**
 * One core: a straight cylinder of tissue, taken out of the breast at rest. A slice of an excision is a core that
 * is wider than thick.
 */
export interface Core {
  /** Its order of removal, from 0. */
  readonly id: number;
  /** The middle of the end that lay nearest to the needle's tip. */
  readonly tip: PhantomPoint;
  /** First along the core, away from the tip; then away from the needle, or along a slice's width; then across. */
  readonly axes: Axes;
  readonly lengthMm: number;
  /** Half its thickness. */
  readonly radiusMm: number;
  /** How many times wider than thick it is: 1 for what a needle takes. */
  readonly flatness: number;
  /** What it holds of the specks, those that it holds nothing of left out. */
  readonly catches: readonly Catch[];
}

/** A speck in a core: how much of it, and whether the needle cut it. */
export interface Catch {
  readonly speck: number;
  /** Part of the mineral that is in this core, above 0 and at most 1. */
  readonly share: number;
  readonly whole: boolean;
}

const missMm = z
  .number()
  .min(0)
  .max(40)
  .default(0)
  .meta({ title: 'how far beside its target it went' });

const needleBiopsySchema = z.strictObject({
  kind: z.literal('needle').optional(),
  gauge: z.union(needleGauges.map((gauge) => z.literal(gauge))).default(9),
  cores: z.number().int().min(6).max(12).default(8),
  missMm,
});

const excisionSchema = z.strictObject({
  kind: z.literal('excision'),
  lengthMm: z.number().min(8).max(20).default(15),
  widthMm: z.number().min(6).max(14).default(10),
  missMm,
});

/**
 * How a biopsy is done; what is left out is a vacuum biopsy of nine gauge with eight cores, on target. Of an
 * excision one slice is embedded.
 */
export const biopsySchema = z.union([needleBiopsySchema, excisionSchema]);

/** What a biopsy took: its cores in the order of removal. */
export interface Biopsy {
  /** Null where a surgeon took it out. */
  readonly gauge: NeedleGauge | null;
  /** The most that a core measures. */
  readonly bounds: CoreBounds;
  readonly cores: readonly Core[];
}

/** The greatest sizes of a core. */
export interface CoreBounds {
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly thicknessMm: number;
}

/** Slices of an excision are cut so thick, to fit a cassette (assumed). */
const sliceMm = 3;

/** Above this part of its mineral a speck counts as whole: the needle only grazed it. */
const wholeFrom = 0.97;

/**
 * Takes a biopsy of the phantom's lesion. A vacuum needle stands in the lesion and is turned; it
 * draws in the tissue that it had pushed aside, so that at rest its cores lie side by side like the
 * cells of a honeycomb. A spring-loaded one is fired anew for each core, each time a little
 * elsewhere. No tissue is in two cores. Throws a RecipeError for a needle or a number not in use.
 */
export function takeBiopsy(phantom: Phantom, data: unknown = {}): Biopsy {
  const plan = readBiopsy(data);
  return plan.kind === 'excision' ? excise(phantom, plan) : takeCores(phantom, plan);
}

function takeCores(
  phantom: Phantom,
  { gauge, cores: count, missMm }: z.infer<typeof needleBiopsySchema>,
): Biopsy {
  const needle = needleOf(gauge as NeedleGauge);
  const draw = openPatient(phantom.plan.seed).branch(`biopsy ${gauge}`);
  const { specks } = phantom;
  const target = targetOf(phantom);
  // From the lateral side, slanting forward, as on a prone table.
  const way = axesAlong([draw.normal(0, 0.15) - 0.2, -1, draw.normal(0, 0.2)], [0, 0, 1]);
  const aim = moved(target, outOf(way, [0, draw.normal(0, 0.7) + missMm, draw.normal(0, 0.7)]));
  const places =
    needle.kind === 'vacuum'
      ? honeycomb(needle.coreMm * 1.03, draw.uniform(0, 2 * pi))
      : volley(needle.coreMm, count, draw);
  const cores = places.slice(0, count).map(([side, up], id): Core => {
    // Along the needle the lesion comes to lie about the middle of the notch.
    const lengthMm = needle.notchMm * draw.uniform(0.72, 1);
    const alongMm = lengthMm / 2 + draw.normal(0, 0.8);
    const tip = moved(aim, outOf(way, [alongMm, side, up]));
    const outward = outOf(way, side === 0 && up === 0 ? [0, 1, 0] : [0, side, up]);
    const axes = axesAlong(scaled(way[0], -1), outward);
    const radiusMm = (needle.coreMm / 2) * draw.uniform(0.9, 1);
    const blank = { id, tip, axes, lengthMm, radiusMm, flatness: 1 };
    return { ...blank, catches: catchesOf(blank, specks) };
  });
  const { coreMm: thicknessMm, notchMm: lengthMm } = needle;
  const bounds = { lengthMm, widthMm: thicknessMm, thicknessMm };
  return { gauge: needle.gauge, bounds, cores };
}

/** Cuts the one slice through the lesion that is embedded of an excision, about along the way to the nipple. */
function excise(
  phantom: Phantom,
  { lengthMm, widthMm, missMm }: z.infer<typeof excisionSchema>,
): Biopsy {
  const draw = openPatient(phantom.plan.seed).branch('excision');
  const axes = axesAlong(
    [-1, draw.normal(0, 0.2), draw.normal(0, 0.2)],
    [draw.normal(0, 0.2), 1, draw.normal(0, 0.5)],
  );
  // The knife goes where calcifications lie closest, and the slice holds as many of the others as it can.
  const target = targetOf(phantom);
  const [along, aside] = within(axes, between(target, middleOf(phantom)));
  const start = along + draw.normal(0, lengthMm / 20) - lengthMm / 2;
  const tip = moved(target, outOf(axes, [start, aside + draw.normal(0, widthMm / 20) + missMm, 0]));
  const blank = {
    id: 0,
    tip,
    axes,
    lengthMm,
    radiusMm: sliceMm / 2,
    flatness: widthMm / sliceMm,
  };
  const cores = [{ ...blank, catches: catchesOf(blank, phantom.specks) }];
  return { gauge: null, bounds: { lengthMm, widthMm, thicknessMm: sliceMm }, cores };
}

const middleOf = ({ specks, lesion }: Phantom): PhantomPoint => {
  if (specks.length === 0) return lesion.at;
  const mean = (axis: 0 | 1 | 2) =>
    specks.reduce((sum, { at }) => sum + at[axis], 0) / specks.length;
  return phantomPoint(mean(0), mean(1), mean(2));
};

const targetOf = ({ specks, lesion }: Phantom): PhantomPoint =>
  specks.length > 0 ? densest(specks) : lesion.at;

/** Reads how a biopsy is done. Throws a RecipeError whose sentence names what is permitted. */
export function readBiopsy(data: unknown): z.infer<typeof biopsySchema> {
  const parsed = biopsySchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new RecipeError([
    isExcision(data)
      ? `An excision needs a \`lengthMm\` of 8 to 20, a \`widthMm\` of 6 to 14, and a \`missMm\` of 0 to 40; found ${JSON.stringify(data)}.`
      : `A biopsy needs a \`gauge\` of ${needleGauges.join(', ')}, 6 to 12 \`cores\`, and a \`missMm\` of 0 to 40, or the \`kind\` excision; found ${JSON.stringify(data)}.`,
  ]);
}

const isExcision = (data: unknown) =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'excision';

/** A place across the needle. */
type Aside = readonly [sideMm: number, upMm: number];

/** The middles of the first thirteen cells of a honeycomb, from the inside out. */
function honeycomb(pitchMm: number, turn: number): Aside[] {
  const ring = (radiusMm: number, from: number): Aside[] =>
    Array.from({ length: 6 }, (_, i) => {
      const angle = from + (pi / 3) * i;
      return [radiusMm * cosine(angle), radiusMm * sine(angle)];
    });
  return [[0, 0], ...ring(pitchMm, turn), ...ring(pitchMm * Math.sqrt(3), turn + pi / 6)];
}

/** Shots about the aim, each clear of the earlier ones; farther out where there is no room left. */
function volley(coreMm: number, count: number, draw: Draw): Aside[] {
  const shots: Aside[] = [];
  for (let spread = 1.6; shots.length < count; spread *= 1.02) {
    const shot: Aside = [draw.normal(0, spread), draw.normal(0, spread)];
    const clear = shots.every(([side, up]) => {
      const [ds, du] = [side - shot[0], up - shot[1]];
      return ds * ds + du * du > coreMm * coreMm;
    });
    if (clear) shots.push(shot);
  }
  return shots;
}

/** Maps a point of the breast at rest into a core's own frame. */
export const toCore = (core: Pick<Core, 'tip' | 'axes'>, point: PhantomPoint): CorePoint =>
  corePoint(...within(core.axes, between(core.tip, point)));

/** Maps a point of a core back to where it lay in the breast: the inverse of `toCore`. */
export const fromCore = (core: Pick<Core, 'tip' | 'axes'>, point: CorePoint): PhantomPoint =>
  moved(core.tip, outOf(core.axes, point));

/** Tells whether a point of a core's frame lies in the core. */
export const isInCore = (
  core: Pick<Core, 'lengthMm' | 'radiusMm' | 'flatness'>,
  [along, outward, across]: CorePoint,
): boolean =>
  along >= 0 &&
  along <= core.lengthMm &&
  squareOffMm2(core, outward, across) <= core.radiusMm * core.radiusMm;

const squareOffMm2 = (
  { flatness }: Pick<Core, 'flatness'>,
  outward: number,
  across: number,
): number => {
  const side = outward / flatness;
  return side * side + across * across;
};

/** How far a point lies from a core's middle line, the width of a slice counted as its thickness. */
export const offAxisMm = (core: Pick<Core, 'flatness'>, [, outward, across]: CorePoint): number =>
  Math.sqrt(squareOffMm2(core, outward, across));

/** How far a core reaches from its middle line, at most. */
export const halfWidthMm = ({ radiusMm, flatness }: Pick<Core, 'radiusMm' | 'flatness'>): number =>
  radiusMm * flatness;

type CutCore = Omit<Core, 'catches'>;

function catchesOf(core: CutCore, specks: readonly Speck[]): Catch[] {
  return specks.flatMap((speck): Catch[] => {
    if (!mayTouch(core, speck)) return [];
    const share = shareWithin(core, speck);
    return share > 0 ? [{ speck: speck.id, share, whole: share >= wholeFrom }] : [];
  });
}

function mayTouch(core: CutCore, speck: Speck): boolean {
  // A long cast may reach its whole span from its middle.
  const slack = speck.spanMm + halfWidthMm(core);
  const [along, outward, across] = toCore(core, speck.at);
  return (
    along > -slack &&
    along < core.lengthMm + slack &&
    Math.sqrt(outward * outward + across * across) < slack
  );
}

/** The part of a speck's mineral that lies in a core, by some thousand samples. */
function shareWithin(core: CutCore, speck: Speck): number {
  const finest = Math.min(...coverOf(speck.solid).map(({ radiusMm }) => radiusMm));
  const samples = samplesOf(speck.solid, Math.max(finest / 10, speck.spanMm / 120));
  let all = 0;
  let held = 0;
  for (let i = 0; i < samples.mineral.length; i++) {
    const [x, y, z] = samples.points.subarray(3 * i, 3 * i + 3) as unknown as Vector;
    const part = (samples.mineral[i] as number) * (samples.volumesMm3[i] as number);
    all += part;
    const point = moved(speck.at, outOf(speck.axes, [x, y, z]));
    if (isInCore(core, toCore(core, point))) held += part;
  }
  return all > 0 ? held / all : 0;
}

/** The speck with the most others within 5 mm: what the needle is aimed at. */
function densest(specks: readonly Speck[]): PhantomPoint {
  const crowd = (speck: Speck) => specks.filter((other) => distance(other.at, speck.at) < 5).length;
  return specks.reduce((best, speck) => (crowd(speck) > crowd(best) ? speck : best)).at;
}
