import { fine } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import type { CellLayer } from './lining.ts';

/** What is left of the nuclei of dead cells: shadows, and dark dust. */
const ghost: NucleusKind = {
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

/** What dead cells leave in a lumen: ghosts throughout, and dark drops and dust near those that died last. */
export const debris: readonly CellLayer[] = [
  {
    nucleus: ghost,
    insideUm: [20, 1000],
    lumenUm: [0, 1000],
    spacingUm: 9,
    rounds: 2,
    share: 0.95,
    stands: 'any',
  },
  {
    nucleus: pyknotic,
    insideUm: [16, 1000],
    lumenUm: [-14, 90],
    spacingUm: 8,
    rounds: 1,
    share: 0.22,
    clumped: 0.55,
    stands: 'any',
  },
  {
    nucleus: dust,
    insideUm: [20, 1000],
    lumenUm: [-1, 70],
    spacingUm: 4,
    rounds: 1,
    share: 0.3,
    clumped: 1,
    stands: 'any',
  },
];
