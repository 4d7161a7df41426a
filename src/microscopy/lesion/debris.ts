import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { CellLayer } from './lining.ts';

/** What is left of the nuclei of dead cells: shadows, and dark dust. */
export const ghost: NucleusKind = {
  name: 'ghost cell',
  hasCell: true,
  isDead: true,
  long: [4.2, 1.2],
  wide: [3.3, 0.9],
  astray: 1,
  chromatin: {
    ...fine,
    base: 0.2,
    clump: 0.25,
    clumpUm: 2,
    rim: 0.03,
    varies: 0.95,
    dark: 0,
    nucleoli: 0,
  },
  lumpy: 0.13,
  bend: 0.02,
};
const dust: NucleusKind = {
  ...ghost,
  name: 'karyorrhectic dust',
  hasCell: false,
  long: [0.75, 0.4],
  wide: [0.6, 0.3],
  chromatin: { ...ghost.chromatin, base: 1.3, varies: 0.5 },
};
/** Nuclei of dying cells: shrunken to a dark, uneven drop. */
const pyknotic: NucleusKind = {
  ...dust,
  name: 'pyknotic nucleus',
  long: [2.3, 0.75],
  wide: [1.7, 0.6],
  chromatin: { ...ghost.chromatin, base: 1.35, clump: 0.35, clumpUm: 1.3, varies: 0.4 },
};

/** How much of each is left of dead cells, as parts of the places: the shadows, and what of nuclei is dark. */
interface Remains {
  readonly ghosts: number;
  readonly dark: number;
}

/** So far within a lumen cells died last: their nuclei are dark drops and dust there, and few of these lie deeper. */
const lastUm = 24;
/** Deeper than this even the shadows have gone. */
const shadowsUm = 105;

/**
 * What dead cells leave in a lumen. From the living rim inward nuclei shrink, fall to dust and fade, until
 * only meal is left.
 */
export const debrisOf = ({ ghosts, dark }: Remains): readonly CellLayer[] => {
  const layer = (
    nucleus: NucleusKind,
    lumenUm: CellLayer['lumenUm'],
    spacingUm: number,
    share: number,
    clumped?: number,
  ): CellLayer => ({
    nucleus,
    insideUm: [18, 1000],
    lumenUm,
    spacingUm,
    rounds: 1,
    share: Math.min(1, share),
    ...(clumped === undefined ? {} : { clumped }),
    stands: 'any',
  });
  return [
    { ...layer(ghost, [0, shadowsUm], 9, ghosts), rounds: 2 },
    layer(pyknotic, [-14, lastUm], 8, 0.34 * dark, 0.3),
    layer(pyknotic, [lastUm, 130], 11, 0.12 * dark, 0.85),
    layer(dust, [-3, lastUm], 4, 0.4 * dark, 0.55),
    layer(dust, [lastUm, 110], 7, 0.32 * dark, 1),
  ];
};
