import { dense } from '../cell/chromatin.ts';
import type { NucleusKind } from '../cell/nucleus-kind.ts';
import { foam } from './foam.ts';
import type { Lining } from './lining.ts';

/** In the middle of its cell, small and dark, dented by the drops of fat about it. */
const sebocyte: NucleusKind = {
  name: 'sebocyte nucleus',
  hasCell: true,
  long: [2.9, 0.4],
  wide: [2.4, 0.35],
  astray: 1,
  chromatin: { ...dense, base: 0.88, clump: 0.25, nucleoli: 0.5 },
  lumpy: 0.2,
  bend: 0.03,
};

/** Young cells at the edge, without fat yet. */
const germinative: NucleusKind = {
  ...sebocyte,
  name: 'germinative nucleus',
  long: [3.7, 0.6],
  wide: [2, 0.4],
  astray: 0.2,
  chromatin: { ...sebocyte.chromatin, base: 0.95 },
  lumpy: 0.08,
};

/** Lobules of large pale cells full of fat, each with its nucleus in the middle, in a dark rim. */
export const sebaceous: Lining = {
  ...foam,
  name: 'sebaceous gland',
  wallMm: 0.2,
  uneven: 1.1,
  content: 'empty',
  layers: [
    {
      nucleus: germinative,
      insideUm: [1.5, 5],
      lumenUm: [-1000, 1000],
      spacingUm: 7.5,
      rounds: 3,
      share: 1,
      stands: 'flat',
    },
    {
      nucleus: sebocyte,
      insideUm: [12, 1000],
      lumenUm: [-1000, 1000],
      spacingUm: 17,
      rounds: 3,
      share: 0.96,
      stands: 'any',
    },
  ],
  cytoplasm: { ...foam.cytoplasm, eosin: 0.2, haematoxylin: 0.1, border: 2.4, gap: 0 },
  around: { sleeveMm: 0.02, retraction: 0.6, lymphocytes: 0.05 },
};
