import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Cost, Task } from './one-radiograph.ts';
import type { BenchRow } from './row.ts';

const child = fileURLToPath(new URL('one-radiograph.ts', import.meta.url));

/**
 * How often each radiograph is made. Other work on the machine takes caches and cores away, which makes
 * a run dearer even in processor seconds and never cheaper: the least is what the work itself costs.
 */
const runs = 3;
/** The dearest run of a radiograph over its cheapest, at its worst: how much else the machine did. */
let unrest = 1;

/** Makes one radiograph several times, in a process of its own each, as a worker does. */
async function costOf(task: Task): Promise<Cost> {
  const costs: Cost[] = [];
  while (costs.length < runs) {
    const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(task)]);
    costs.push(JSON.parse(stdout));
  }
  const least = (of: (cost: Cost) => number) => Math.min(...costs.map(of));
  const seconds = least((cost) => cost.seconds);
  unrest = Math.max(unrest, Math.max(...costs.map((cost) => cost.seconds)) / seconds);
  return {
    ...(costs[0] as Cost),
    growSeconds: least((cost) => cost.growSeconds),
    seconds,
    peakMb: Math.max(...costs.map((cost) => cost.peakMb)),
  };
}

/** One of the largest breasts there are: in the oblique view it covers more than 5 megapixels. */
const woman = { seed: 54, breastSize: 'large', morphology: 'fine-pleomorphic' };
const wholeBreastMpx = 5.7;
const mostSeconds = 12;
const mostMb = 600;

const rounded = (value: number) => Math.round(value * 100) / 100;
const seconds = (name: string, value: number, most?: number): BenchRow => ({
  name,
  value: rounded(value),
  unit: 's CPU',
  ...(most !== undefined && { bar: `at most ${most}`, ok: value <= most }),
});
const memory = (name: string, { peakMb }: Cost): BenchRow => ({
  name: `${name}: memory at its peak`,
  value: Math.round(peakMb),
  unit: 'MB',
  bar: `at most ${mostMb}`,
  ok: peakMb <= mostMb,
});

async function fullField(view: 'cc' | 'mlo', density: string): Promise<BenchRow[]> {
  const cost = await costOf({ recipe: { ...woman, density }, view });
  const name = `${view.toUpperCase()}, density ${density}`;
  const covered = `${rounded(cost.breastMpx)} Mpx of breast`;
  return [
    seconds(`${name}: growing the phantom`, cost.growSeconds),
    seconds(`${name}: ${covered} of ${rounded(cost.mpx)}`, cost.seconds),
    seconds(
      `${name}: in proportion for ${wholeBreastMpx} Mpx of breast`,
      (cost.seconds * wholeBreastMpx) / cost.breastMpx,
      mostSeconds,
    ),
    memory(name, cost),
  ];
}

/** The bar is 4 s for a megapixel; what has no breast in it counts as well. */
async function magnification(density: string): Promise<BenchRow[]> {
  const cost = await costOf({ recipe: { ...woman, density }, view: 'magnification-cc' });
  const name = `magnification, density ${density}`;
  return [
    seconds(`${name}: ${rounded(cost.mpx)} Mpx`, cost.seconds),
    seconds(`${name}: in proportion for 1 Mpx`, cost.seconds / cost.mpx, 4),
    memory(name, cost),
  ];
}

async function specimen(view: 'specimen-radiograph' | 'block-radiograph'): Promise<BenchRow[]> {
  const cost = await costOf({ recipe: { ...woman, density: 'c' }, view });
  return [seconds(`${view}: ${rounded(cost.mpx)} Mpx`, cost.seconds, 4), memory(view, cost)];
}

/** Fields of one view from 1 to 14 Mpx: what each further megapixel costs must stay the same. */
async function linearity(): Promise<BenchRow[]> {
  const costs: Cost[] = [];
  for (const fieldMpx of [1, 3.5, 7, 14])
    costs.push(await costOf({ recipe: { ...woman, density: 'c' }, view: 'mlo', fieldMpx }));
  const marginal = costs.slice(1).map((cost, i) => {
    const before = costs[i] as Cost;
    return (cost.seconds - before.seconds) / (cost.mpx - before.mpx);
  });
  const ratio = Math.max(...marginal) / Math.min(...marginal);
  return [
    ...costs.map((cost) => seconds(`field of ${rounded(cost.mpx)} Mpx`, cost.seconds)),
    ...marginal.map((value, i) => ({
      ...seconds(`each Mpx up to ${rounded(costs[i + 1]?.mpx ?? 0)}`, value),
      unit: 's CPU per Mpx',
    })),
    {
      name: 'dearest over cheapest further Mpx',
      value: rounded(ratio),
      unit: '',
      bar: 'at most 1.5: cost grows linearly',
      ok: ratio <= 1.5,
    },
  ];
}

/** What radiographs cost: processor and memory, each in a process of its own, one after the other. */
export async function benchRadiography(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const density of ['b', 'd'])
    for (const view of ['cc', 'mlo'] as const) rows.push(...(await fullField(view, density)));
  for (const density of ['b', 'd']) rows.push(...(await magnification(density)));
  rows.push(...(await specimen('specimen-radiograph')), ...(await specimen('block-radiograph')));
  rows.push(...(await linearity()), {
    name: `dearest of ${runs} runs over the least, which is what stands above`,
    value: rounded(unrest),
    unit: 'at most, as far as other work on the machine let it',
  });
  return rows;
}
