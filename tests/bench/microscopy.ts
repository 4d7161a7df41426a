import { morphologyOf } from '../fixtures/lesion-sections.ts';
import { inChildren } from './children.ts';
import type { SlideCost } from './one-slide.ts';
import type { BenchRow } from './row.ts';

const rounded = (value: number) => Math.round(value * 100) / 100;
const row = (name: string, value: number, unit: string, most?: number): BenchRow => ({
  name,
  value: rounded(value),
  unit,
  ...(most !== undefined && { bar: `at most ${most}`, ok: value <= most }),
});

/** What slides cost at 0.5 µm/px: each lesion about a speck, one after the other. */
export async function benchMicroscopy(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const costs: SlideCost[] = [];
  for (const lesion of Object.keys(morphologyOf)) {
    // A process of its own, as a worker is, and one at a time: two would slow each other down.
    const [cost] = (await inChildren('one-slide.ts', [lesion])) as [SlideCost];
    costs.push(cost);
    rows.push(row(lesion, cost.secondsPerMpx, 's CPU per Mpx'));
  }
  const all = (of: keyof SlideCost) => costs.map((cost) => cost[of]);
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    ...rows,
    row('all lesions on the average', mean(all('secondsPerMpx')), 's CPU per Mpx', 1),
    row('a tile of 256 pixels on the average', mean(all('tileMs')), 'ms CPU', 120),
    row('the dearest lesion: such a tile', Math.max(...all('tileMs')), 'ms CPU'),
    row('tissue and cells of a field, drawn first', mean(all('firstSeconds')), 's CPU'),
    row('opening a section, the slowest', Math.max(...all('openSeconds')), 's CPU', 10),
    row('memory of a process at its peak', Math.max(...all('peakMb')), 'MB', 400),
  ];
}
