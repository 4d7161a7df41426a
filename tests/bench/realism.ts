import {
  contains,
  findTerm,
  type MorphologyId,
  morphologyIds,
  printInterval,
} from '../../src/lexicon/index.ts';
import { ascending, distributionDistance, quantileOf } from '../../src/radiography/index.ts';
import type { Appearance, Woman } from './appearance.ts';
import { measureChain } from './chain.ts';
import { inChildren } from './children.ts';
import { benchMinerals } from './mineral-contrast.ts';
import * as real from './realism-reference.ts';
import type { BenchRow } from './row.ts';
import { benchSlides } from './slide-realism.ts';
import type { Sampling, SpeckSample } from './speck-sample.ts';

/** Four breasts beside the four real views, whose density looks like b or c. */
const breasts = [
  { seed: 11, density: 'b' },
  { seed: 21, density: 'b' },
  { seed: 5, density: 'c' },
  { seed: 12, density: 'c' },
] as const;

/** What has nothing real beside it: the other densities, and magnification views. */
const unreferenced = [
  { seed: 3, density: 'a', view: 'cc' },
  { seed: 4, density: 'd', view: 'cc' },
  { seed: 11, density: 'b', view: 'magnification-cc' },
  { seed: 5, density: 'c', view: 'magnification-cc' },
] as const;

const rounded = (value: number) => Number(value.toPrecision(3));
const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** A value inside the spread of the real ones, or outside it. */
const beside = (name: string, value: number, [least, most]: real.Spread, unit = ''): BenchRow => ({
  name,
  value: rounded(value),
  unit,
  bar: `real ${least} to ${most}`,
  ok: value >= least && value <= most,
});

/** The mean of several views, of which each is shown too. */
function views(name: string, each: readonly number[], spread: real.Spread): BenchRow {
  const unit = `(${each.map(rounded).join(', ')})`;
  return beside(name, mean(each), spread, unit);
}

async function tissue(): Promise<BenchRow[]> {
  const what = {
    depthsMm: real.skin.map(([mm]) => mm),
    bandsMm: real.bandRms.map(([mm]) => mm),
  };
  const tasks: Woman[] = [
    ...breasts.map((breast) => ({ ...what, ...breast, view: 'cc' as const })),
    ...[breasts[0], breasts[2]].map((breast) => ({ ...what, ...breast, view: 'mlo' as const })),
    ...unreferenced.map((view) => ({ ...what, ...view })),
  ];
  const all = await inChildren<Woman, Appearance>('appearance.ts', tasks);
  const cc = all.slice(0, breasts.length);
  const mlo = all.slice(breasts.length, breasts.length + 2);
  const others = all.slice(breasts.length + 2);
  const each = (of: (view: Appearance) => number) => cc.map(of);
  return [
    views(
      'exponent 0.1–1/mm',
      each(({ coarse }) => coarse),
      real.exponents.coarse,
    ),
    views(
      'exponent 1–3/mm',
      each(({ fine }) => fine),
      real.exponents.fine,
    ),
    literature(
      'CC',
      each(({ coarse }) => coarse),
      real.literature.cc,
    ),
    literature(
      'MLO',
      mlo.map(({ coarse }) => coarse),
      real.literature.mlo,
    ),
    ...real.bandRms.map(([mm, spread], i) =>
      views(
        `contrast up to ${mm} mm`,
        each(({ bands }) => bands[i]?.rms ?? Number.NaN),
        spread,
      ),
    ),
    views(
      'excess kurtosis 0.1–0.2 mm',
      each(({ bands }) => bands[1]?.excessKurtosis ?? Number.NaN),
      real.kurtosis,
    ),
    views(
      'coherence',
      each(({ streaks }) => streaks.coherence),
      real.streakiness.coherence,
    ),
    views(
      'towards the nipple',
      each(({ streaks }) => streaks.radial),
      real.streakiness.radial,
    ),
    ...real.skin.map(([mm, spread], i) =>
      views(
        `grey ${mm} mm under the outline`,
        each(({ skin }) => skin[i]?.mean ?? 0),
        spread,
      ),
    ),
    views(
      'its deviation along the skin, all depths',
      each(({ skin }) => mean(skin.map(({ spread }) => spread))),
      real.skinSpread,
    ),
    ...greyLevels(cc),
    ...unreferenced.flatMap((woman, i) => reported(woman, others[i] as Appearance)),
  ];
}

/** A view of which no real one was measured. */
function reported(
  { density, view }: (typeof unreferenced)[number],
  { coarse, fine, bands, streaks }: Appearance,
): BenchRow[] {
  const row = (measure: string, values: readonly number[]): BenchRow => ({
    name: `density ${density}, ${view}: ${measure}`,
    value: values.map(rounded).join(', '),
    unit: '',
    bar: 'nothing real was measured',
  });
  return [
    row('exponents 0.1–1/mm and 1–3/mm', [coarse, fine]),
    row(
      'contrast up to 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4 mm',
      bands.map(({ rms }) => rms),
    ),
    row('coherence, towards the nipple', [streaks.coherence, streaks.radial]),
  ];
}

const literature = (view: string, each: readonly number[], spread: real.Spread): BenchRow => {
  const row = views(`${view}: exponent 0.1–1/mm`, each, spread);
  return { ...row, bar: `literature ${spread.map(rounded).join(' to ')}` };
};

/** How far the grey levels lie from a picture known to lie near the real ones. */
function greyLevels(cc: readonly Appearance[]): BenchRow[] {
  const known = ascending(real.greyQuantiles);
  const distances = cc.map(({ quantiles }) => distributionDistance(ascending(quantiles), known));
  const shown = [1, 5, 10, 14, 18];
  return [
    ...shown.map((at) => ({
      name: `grey level quantile ${(2 * at + 1) / 40}`,
      value: rounded(mean(cc.map(({ quantiles }) => quantiles[at] as number))),
      unit: `(${cc.map(({ quantiles }) => rounded(quantiles[at] as number)).join(', ')})`,
      bar: `${real.greyQuantiles[at]} in a picture near the real ones`,
    })),
    ...(['greatest', 'move'] as const).map((measure) => ({
      ...views(
        `grey levels apart (${measure})`,
        distances.map((distance) => distance[measure]),
        [0, real.apart[measure]],
      ),
      bar: `real at most ${real.apart[measure]}`,
    })),
  ];
}

/** Seeds of each morphology; those that are radiographed stand for one class of real specks. */
const sizeSeeds = [1, 2];
const takenSeeds = [1, 2, 3, 4];
const classes: Partial<Record<MorphologyId, real.Spread>> = {
  round: real.contrastToNoise.single,
  punctate: real.contrastToNoise.single,
  amorphous: real.contrastToNoise.fine,
  'fine-pleomorphic': real.contrastToNoise.fine,
};

async function specks(): Promise<BenchRow[]> {
  const tasks = morphologyIds.map((morphology): Sampling => {
    const taken = morphology in classes;
    return { morphology, taken, seeds: taken ? takenSeeds : sizeSeeds };
  });
  const samples = await inChildren<Sampling, SpeckSample>('speck-sample.ts', tasks);
  return morphologyIds.flatMap((morphology, i) => {
    const sample = samples[i] as SpeckSample;
    return [...conspicuity(morphology, sample), ...sizes(morphology, sample)];
  });
}

/** Those weaker than the weakest that was picked in real views would not have been picked here. */
function conspicuity(morphology: MorphologyId, { contrastsToNoise }: SpeckSample): BenchRow[] {
  const spread = classes[morphology];
  if (!spread) return [];
  const seen = ascending(contrastsToNoise.filter((value) => value >= spread[0]));
  const unit = `(${seen.length} of ${contrastsToNoise.length} specks)`;
  return [0.5, 0.9].map((part) => {
    const name = `${morphology}: contrast to noise, ${part === 0.5 ? 'median' : 'quantile 0.9'}`;
    return beside(name, seen.length > 0 ? quantileOf(seen, part) : Number.NaN, spread, unit);
  });
}

/** Sizes beside the limits of the lexicon, where it has any for what is measured. */
function sizes(morphology: MorphologyId, { spansMm, calibresMm }: SpeckSample): BenchRow[] {
  const measured = { particle: spansMm, sphere: spansMm, calibre: calibresMm, length: spansMm };
  const limits = findTerm('morphology', morphology).sizes.flatMap(({ of, sizeMm }) => {
    const values = of in measured ? measured[of as keyof typeof measured] : [];
    return values.length > 0 ? [{ of: of as string, values, sizeMm }] : [];
  });
  const all = limits.length > 0 ? limits : [{ of: 'span', values: spansMm, sizeMm: undefined }];
  return all.map(({ of, values, sizeMm }) => {
    const sorted = ascending(values);
    const [low, middle, high] = [0.05, 0.5, 0.95].map((part) => quantileOf(sorted, part));
    return {
      name: `${morphology}: ${of} of ${sorted.length}, quantiles 0.05, 0.5, 0.95`,
      value: [low, middle, high].map((mm) => mm?.toFixed(2)).join(', '),
      unit: 'mm',
      ...(sizeMm && {
        bar: `lexicon ${printInterval(sizeMm, 'mm')}`,
        ok: contains(sizeMm, low as number) && contains(sizeMm, high as number),
      }),
    };
  });
}

async function chain(): Promise<BenchRow[]> {
  const { atNyquist, noisePart, whiteness } = await measureChain();
  return [
    {
      name: 'edge: contrast at the Nyquist frequency of 7.1/mm',
      value: rounded(atNyquist),
      unit: '',
      bar: `amorphous selenium more than ${real.leastAtNyquist}`,
      ok: atNyquist > real.leastAtNyquist,
    },
    { name: 'noise of a pixel behind 5 cm', value: rounded(noisePart), unit: 'of its value' },
    {
      name: 'noise power at 5–6.5/mm over that at 0.5–2/mm',
      value: rounded(whiteness),
      unit: '',
      bar: 'selenium nearly white: no number known',
    },
  ];
}

/**
 * What simulated views measure beside what real ones did: the tissue of four breasts, the chain from
 * quanta to pixels, contrast and size of specks, and stained slides.
 */
export async function benchRealism(): Promise<BenchRow[]> {
  const measures = [chain, tissue, specks, benchMinerals, benchSlides];
  const rows: BenchRow[] = [];
  for (const measure of measures) rows.push(...(await measure()));
  return rows;
}
