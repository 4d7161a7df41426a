import { buildSite } from './built.ts';
import type { BenchRow } from './row.ts';

/** A second build with nothing changed makes no image. */
export async function benchRebuild(): Promise<BenchRow[]> {
  buildSite();
  const made = /Images: (\d+) made/.exec(buildSite())?.[1];
  return [
    {
      name: 'images made by a second build with nothing changed',
      value: made ?? 'not told',
      unit: '',
      bar: 'none',
      ok: made === '0',
    },
  ];
}
