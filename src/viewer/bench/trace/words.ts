/** Every word of the findings of a bench, in one place. */
import type { SpeckTrace } from '../../../trace/index.ts';
import type { Standing } from './fate.ts';

/** The name of a speck: they are counted from 1 where people read. */
export const nameOf = (speck: number) => `Calcification ${speck + 1}`;

/** The minerals, and the signs that they have everywhere. */
export const minerals: Readonly<
  Record<SpeckTrace['mineral'], { readonly name: string; readonly sign: string }>
> = {
  hydroxyapatite: { name: 'hydroxyapatite', sign: '●' },
  'magnesium-hydroxyapatite': { name: 'magnesium-substituted hydroxyapatite', sign: '▲' },
  'calcium-oxalate': { name: 'calcium oxalate', sign: '◆' },
};

/** How a speck stands in a view, as a sign and in words. */
export const standings: Readonly<
  Record<Standing, { readonly sign: string; readonly name: string }>
> = {
  seen: { sign: '●', name: 'seen' },
  hidden: { sign: '◌', name: 'lies there, not to be seen' },
  absent: { sign: '–', name: 'not there' },
};

export const words = {
  panel: 'Calcifications through the images',
  caption: 'Every calcification through the images',
  howTo: 'Point at a calcification in a picture, or choose one here, and follow it.',
  number: 'Calcification',
  earlier: 'Earlier',
  later: 'Later',
  noEarlier: 'These are the first',
  noLater: 'These are the last',
  leaf: (from: number, until: number, all: number) => `${from} to ${until} of ${all}`,
  waiting: 'not known yet',
  previous: 'Previous',
  next: 'Next',
  none: 'Follow none',
  all: 'Show it in all panes',
  here: 'Go there',
  open: 'Open there',
  loading: 'Fetching the findings …',
  chapter: { id: 'radiological-classification', name: 'The chapter on descriptors' },
  failed: 'Some findings could not be loaded.',
  retry: 'Try again',
  legend: 'What the marks mean',
  lines: [
    'An outline, or where it would be small the sign of its mineral: a calcification.',
    'A whole line: seen in this view. A broken line: it lies there, and is not to be seen.',
    'A dotted line: the area that they take up on a film.',
    'A white ring: pointed at. A white ring with a number: followed.',
  ],
} as const;
