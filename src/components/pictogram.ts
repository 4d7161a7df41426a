import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DistributionId, MorphologyId } from '../lexicon/index.ts';
import { writeWhole } from '../machine/index.ts';
import { sliceAt } from '../phantom/breast.ts';
import { growPhantom, nippleTipMm, type Phantom, type Recipe } from '../phantom/index.ts';
import { rendererDigests } from '../simulation/index.ts';
import { cacheDir } from './picture.ts';
import { drawSpecks, type SpeckDrawing } from './speck-drawing.ts';

/** For each morphology the patient whose specks are drawn, and how wide a field of them. */
const samples: Readonly<Record<MorphologyId, { fieldMm: number; recipe: Partial<Recipe> }>> = {
  skin: { fieldMm: 7, recipe: {} },
  vascular: { fieldMm: 44, recipe: { seed: 8, count: 6 } },
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

/** To be raised when drawings change although neither recipe nor phantom has. */
const edition = 1;

const inHand = new Map<string, Promise<unknown>>();

/** A drawing takes about a second; it is kept in the cache for as long as recipe and phantom stay. */
function remembered<Drawing>(recipe: Recipe, fieldMm: number, draw: () => Drawing) {
  const key = JSON.stringify([edition, recipe, fieldMm, rendererDigests()]);
  const name = createHash('sha256').update(key).digest('hex').slice(0, 20);
  const path = join(cacheDir(), 'pictograms', `${name}.json`);
  const make = async (): Promise<Drawing> => {
    const kept = await readFile(path, 'utf8').catch(() => undefined);
    if (kept !== undefined) return JSON.parse(kept) as Drawing;
    const drawing = draw();
    await writeWhole(path, JSON.stringify(drawing));
    return drawing;
  };
  const known = (inHand.get(path) as Promise<Drawing> | undefined) ?? make();
  inHand.set(path, known);
  return known;
}

/** The specks of a simulated patient with calcifications of one morphology. */
export function morphologyDrawing(id: MorphologyId): Promise<SpeckDrawing> {
  const { fieldMm, recipe: more } = samples[id];
  const recipe: Recipe = { seed: 7, morphology: id, difficulty: 0, ...more };
  return remembered(recipe, fieldMm, () => drawSpecks(growPhantom(recipe), fieldMm));
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

/** Specks of one distribution in the breast, seen from above: the nipple is at the top. */
export function distributionDrawing(id: DistributionId): Promise<BreastDrawing> {
  const recipe: Recipe = { ...woman, distribution: id, ...amounts[id] };
  return remembered(recipe, 0, () => drawBreast(growPhantom(recipe)));
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
