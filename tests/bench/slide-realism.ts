import type { LesionId } from '../../src/lexicon/index.ts';
import { ascending, quantileOf } from '../../src/radiography/index.ts';
import { inChildren } from './children.ts';
import type { BenchRow } from './row.ts';
import type { SlideMeasures } from './slide-field.ts';
import type { Stained } from './slide-fields.ts';
import { realSlides } from './slide-reference.ts';

/** What is as cellular as the real fields, which are of tumours, each in a stain of its own. */
const lesions: readonly LesionId[] = [
  'high-grade-dcis',
  'low-grade-dcis',
  'invasive-carcinoma',
  'atypical-ductal-hyperplasia',
  'sclerosing-adenosis',
  'papilloma',
  'fibroadenoma',
  'columnar-cell-change',
];

const rounded = (value: number) => Number(value.toPrecision(3));

/** Stains, grey levels, texture, spectrum and nuclei of simulated slides beside those of real ones. */
export async function benchSlides(): Promise<BenchRow[]> {
  const tasks = lesions.map((lesion, n): Stained => ({ lesion, seed: 40 + n }));
  const fields = (await inChildren<Stained, SlideMeasures[]>('slide-fields.ts', tasks)).flat();
  return Object.entries(realSlides).map(([name, [least, most]]): BenchRow => {
    const values = ascending(fields.map((field) => field[name] as number));
    const [low, middle, high] = [0.05, 0.5, 0.95].map((part) => quantileOf(values, part)) as [
      number,
      number,
      number,
    ];
    return {
      name: `slides: ${name}`,
      value: rounded(middle),
      unit: `(${rounded(low)} to ${rounded(high)} in ${values.length} fields)`,
      bar: `real ${least} to ${most}`,
      ok: middle >= least && middle <= most,
    };
  });
}
