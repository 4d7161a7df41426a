import { expect, test } from 'vitest';
import type { SectionTruth } from '../../../src/microscopy/index.ts';
import type { ViewTruth } from '../../../src/radiography/index.ts';
import { traceOfRadiograph, traceOfSection } from '../../../src/trace/index.ts';

const square = (x: number, y: number, side: number) =>
  [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ] as const;

const speck = {
  id: 4,
  morphology: 'amorphous',
  mineral: 'hydroxyapatite',
  host: {},
  hostWords: 'a cyst',
  centrePx: [5, 5],
  outlinesPx: [square(10, 10, 4), square(16, 10, 4)],
  diameterMm: 0.2,
  contrastToNoise: 2.12345,
  visible: true,
  hidden: null,
};
const truth = (rest: object) =>
  ({
    view: 'cc',
    umPerPixel: 20,
    nipplePx: [0, 0],
    specks: [speck],
    ...rest,
  }) as unknown as ViewTruth;

test('a radiograph tells of each calcification what it is, where it lies and how wide it is', () => {
  expect(traceOfRadiograph(truth({}))).toEqual({
    specks: [
      {
        id: 4,
        mineral: 'hydroxyapatite',
        morphology: 'amorphous',
        host: 'a cyst',
        widestUm: 200,
        hidden: null,
        outlinesPx: [
          [10, 10, 14, 10, 14, 14, 10, 14],
          [16, 10, 20, 10, 20, 14, 16, 14],
        ],
      },
    ],
  });
});

test('what the needle cut in two is two pieces on the specimen, each as wide as it is', () => {
  const cut = {
    ...speck,
    outlinesPx: [square(10, 10, 10), square(22, 10, 10), square(500, 10, 5)],
  };
  const { specks } = traceOfRadiograph(truth({ nipplePx: null, specks: [cut] }));
  expect(specks.map(({ id }) => id)).toEqual([4, 4]);
  expect(specks.map(({ outlinesPx }) => outlinesPx.length).sort()).toEqual([1, 2]);
  for (const { widestUm } of specks) expect(widestUm).toBeLessThan(600);
});

test('in a mammogram a calcification that falls apart stays one', () => {
  const far = { ...speck, outlinesPx: [square(10, 10, 10), square(500, 10, 5)] };
  expect(traceOfRadiograph(truth({ specks: [far] })).specks).toHaveLength(1);
});

test('a section tells in pixels of its slide, and in each light what is seen in it', () => {
  const section: SectionTruth = {
    depthUm: 700,
    pieces: [0, 1, 2].map((core) => ({ core, outlines: [] })),
    specks: [
      {
        speck: 9,
        core: 2,
        mineral: 'calcium-oxalate',
        depthUm: [600, 800],
        outlines: [square(100, 200, 50)],
        areaUm2: 2500,
        cutAreaUm2: 2600,
        hiddenInPlainLight: 'unstained',
        hiddenBetweenPolars: null,
      },
    ],
  };
  const trace = traceOfSection(section, 'histology', 0.25);
  expect(trace.depthUm).toBe(700);
  expect(trace.specks[0]).toMatchObject({
    id: 9,
    core: 2,
    betweenUm: [600, 800],
    widestUm: 71,
    hidden: 'unstained',
  });
  expect(trace.specks[0]?.outlinesPx[0]).toEqual([400, 800, 600, 800, 600, 1000, 400, 1000]);
  expect(traceOfSection(section, 'polarised', 0.25).specks[0]?.hidden).toBeNull();
});
