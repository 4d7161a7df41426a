import type { DistributionId, MorphologyId } from '../lexicon/index.ts';
import { sliceAt } from '../phantom/breast.ts';
import { growPhantom, nippleTipMm, type Phantom, type Recipe } from '../phantom/index.ts';
import { drawSpecks, type SpeckDrawing } from './speck-drawing.ts';

/** For each morphology the patient whose specks are drawn, and how wide a field of them. */
const samples: Readonly<Record<MorphologyId, { fieldMm: number; recipe: Partial<Recipe> }>> = {
  skin: { fieldMm: 7, recipe: {} },
  vascular: { fieldMm: 44, recipe: { seed: 5, count: 6 } },
  coarse: { fieldMm: 16, recipe: {} },
  'large-rod-like': { fieldMm: 30, recipe: { distribution: 'segmental' } },
  round: { fieldMm: 12, recipe: {} },
  punctate: { fieldMm: 12, recipe: {} },
  rim: { fieldMm: 34, recipe: {} },
  dystrophic: { fieldMm: 26, recipe: {} },
  'milk-of-calcium': { fieldMm: 16, recipe: {} },
  suture: { fieldMm: 24, recipe: {} },
  amorphous: { fieldMm: 12, recipe: {} },
  'coarse-heterogeneous': { fieldMm: 14, recipe: {} },
  'fine-pleomorphic': { fieldMm: 12, recipe: {} },
  'fine-linear': { fieldMm: 24, recipe: {} },
};

const drawings = new Map<MorphologyId, SpeckDrawing>();

/** The specks of a simulated patient with calcifications of one morphology, drawn once a build. */
export function morphologyDrawing(id: MorphologyId): SpeckDrawing {
  const known = drawings.get(id);
  if (known) return known;
  const { fieldMm, recipe } = samples[id];
  const drawing = drawSpecks(
    growPhantom({ seed: 7, morphology: id, difficulty: 0, ...recipe }),
    fieldMm,
  );
  drawings.set(id, drawing);
  return drawing;
}

type Place = readonly [x: number, y: number];

/** A breast at rest from above: its outline, the ducts of the lesion's lobe, and where its specks lie. */
export interface BreastDrawing {
  /** Left, top, width and height, in millimetres. */
  box: readonly [number, number, number, number];
  outline: string;
  ducts: readonly { path: string; middle: Place; widthMm: number; generation: number }[];
  /** The terminal duct lobular units of that lobe. */
  units: readonly Place[];
  places: readonly Place[];
}

/** The same woman for every distribution, so that only the arrangement differs. */
const woman = { seed: 31, ageYears: 50, morphology: 'punctate', difficulty: 0 } as const;
const amounts: Record<DistributionId, Partial<Recipe>> = {
  diffuse: { count: 110 },
  regional: { count: 60 },
  grouped: {},
  linear: {},
  segmental: { count: 70, extentMm: 45 },
};

const breasts = new Map<DistributionId, BreastDrawing>();

/** Specks of one distribution in the breast, seen from above: the nipple is at the top. */
export function distributionDrawing(id: DistributionId): BreastDrawing {
  const known = breasts.get(id);
  if (known) return known;
  const phantom = growPhantom({ ...woman, distribution: id, ...amounts[id] });
  const drawing = drawBreast(phantom);
  breasts.set(id, drawing);
  return drawing;
}

function drawBreast({ anatomy: { breast, tree }, lesion, specks }: Phantom): BreastDrawing {
  const tip = nippleTipMm(breast);
  const round = (mm: number) => Math.round(mm * 10) / 10;
  const at = ([x, y]: Place): Place => [round(y), round(tip - x)];
  const depths = Array.from({ length: 60 }, (_, step) => tip - (step / 59) ** 2 * tip);
  const sides = [-1, 1].map((side) =>
    depths.map((x) => at([x, side * sliceAt(breast, x).halfWidthMm])),
  );
  const rim = [...(sides[0] ?? []).toReversed(), ...(sides[1] ?? [])];
  const widest = Math.max(...rim.map(([x]) => x));
  return {
    box: [-widest - 2, -2, 2 * widest + 4, round(tip) + 4],
    outline: `M${rim.map((point) => point.join(' ')).join('L')}`,
    ducts: tree.ducts
      .filter(({ lobe }) => lobe === lesion.lobe)
      .map(({ course, fromRadiusMm, generation }) => ({
        path: `M${course.map((point) => at([point[0], point[1]]).join(' ')).join('L')}`,
        middle: at([...(course[course.length >> 1] ?? [0, 0])].slice(0, 2) as [number, number]),
        widthMm: round(2 * fromRadiusMm),
        generation,
      })),
    units: tree.tdlus
      .filter(({ lobe }) => lobe === lesion.lobe)
      .map((unit) => at([unit.at[0], unit.at[1]])),
    places: specks.map((speck) => at([speck.at[0], speck.at[1]])),
  };
}
