import { expect, test } from 'vitest';
import type { SpeckTrace } from '../../../../../src/trace/index.ts';
import { piecesOf } from '../../../../../src/viewer/bench/trace/pieces.ts';

const piece = (id: number, core: number): SpeckTrace => ({
  id,
  core,
  mineral: 'hydroxyapatite',
  widestUm: 100,
  outlinesPx: [],
  hidden: null,
});

test('what the needle cut in two is found together, in the order of the view', () => {
  const specks = [piece(7, 0), piece(2, 1), piece(7, 4)];
  const pieces = piecesOf({ specks });
  expect(pieces.get(7)?.map(({ core }) => core)).toEqual([0, 4]);
  expect(pieces.get(2)).toEqual([specks[1]]);
  expect(pieces.get(3)).toBeUndefined();
});
