import type { MineralId } from '../lexicon/index.ts';
import { type Anatomy, growAnatomy } from './anatomy.ts';
import { depositCasts } from './calcification/casts.ts';
import type { Deposit, Ground } from './calcification/deposit.ts';
import { depositGrains } from './calcification/grains.ts';
import { depositMilk } from './calcification/milk.ts';
import { depositDystrophic, depositPopcorn, depositRims } from './calcification/pieces.ts';
import { depositPlaques } from './calcification/plaques.ts';
import { depositRods } from './calcification/rods.ts';
import { depositSkinSpots } from './calcification/skin-spots.ts';
import { depositSutures } from './calcification/sutures.ts';
import { openTerritory } from './distribution/open-territory.ts';
import type { Draw } from './draw.ts';
import { boxAround } from './frame.ts';
import type { Lesion, Part } from './lesion.ts';
import { type Plan, planOf } from './plan.ts';
import { openPatient } from './position.ts';
import { prove } from './proof.ts';
import { RecipeError, readRecipe } from './recipe.ts';
import { sizeOf } from './solid/size.ts';
import type { Host, Speck } from './speck.ts';
import { along, distance } from './vector.ts';

/**
 * The virtual patient: one breast with one lesion, every speck of it known. Plain data: it can be
 * written as JSON and read again. What needs computing is opened from it: `openCompression`,
 * `openParenchyma`, `openSolid`.
 */
export interface Phantom {
  readonly plan: Plan;
  readonly anatomy: Anatomy;
  readonly lesion: Lesion;
  readonly specks: readonly Speck[];
}

/** How often the lesion is drawn anew when what was drawn does not fulfil the recipe's words. */
const attempts = 12;

/**
 * Grows the phantom of a recipe. Throws a RecipeError where the recipe cannot be read, and where no
 * attempt gives calcifications that are what the recipe calls them; its sentences say why.
 */
export function growPhantom(data: unknown): Phantom {
  const plan = planOf(readRecipe(data));
  const anatomy = growAnatomy(plan);
  const patient = openPatient(plan.seed);
  let faults: readonly string[] = [];
  for (let attempt = 0; attempt < attempts; attempt++) {
    const phantom = {
      plan,
      anatomy,
      ...growLesion(plan, anatomy, patient.branch(`lesion ${attempt}`)),
    };
    faults = prove(phantom);
    if (faults.length === 0) return phantom;
  }
  throw new RecipeError(faults);
}

function growLesion(plan: Plan, anatomy: Anatomy, draw: Draw): Pick<Phantom, 'lesion' | 'specks'> {
  const territory = openTerritory(anatomy, plan, draw.branch('territory'));
  const mineralOf = shareOut(plan, draw.branch('mineral'));
  const deposits = deposit({ plan, anatomy, territory }, mineralOf, draw.branch('deposits'));
  const parts = [...new Set(deposits.map(({ part }) => part))];
  const specks = deposits.map((made, id): Speck => {
    const { spanMm, equivalentDiameterMm, mineralMm3 } = sizeOf(made.solid);
    return {
      id,
      morphology: made.morphology,
      at: made.at,
      axes: made.axes,
      solid: made.solid,
      mineral: mineralOf(id),
      host: hostOf(made.part, parts.indexOf(made.part), made.tdlu),
      spanMm,
      equivalentDiameterMm,
      mineralMm3,
    };
  });
  const box = specks.length > 0 ? boxAround(specks.map(({ at }) => at)) : undefined;
  const at = box ? along(box.min, box.max, 0.5) : territory.at;
  const reachMm = Math.max(0, ...specks.map((speck) => distance(at, speck.at) + speck.spanMm / 2));
  // An artery keeps to no lobe, though a line is laid out along one.
  const lobe = plan.morphology === 'vascular' ? null : territory.lobe;
  return { lesion: { kind: plan.lesion, at, reachMm, lobe, parts }, specks };
}

function deposit(ground: Ground, mineralOf: (index: number) => MineralId, draw: Draw): Deposit[] {
  switch (ground.plan.morphology) {
    case 'fine-linear':
      return depositCasts(ground, draw);
    case 'large-rod-like':
      return depositRods(ground, draw);
    case 'vascular':
      return depositPlaques(ground, draw);
    case 'skin':
      return depositSkinSpots(ground, draw);
    case 'rim':
      return depositRims(ground, draw);
    case 'coarse':
      return depositPopcorn(ground, draw);
    case 'dystrophic':
      return depositDystrophic(ground, draw);
    case 'milk-of-calcium':
      return depositMilk(ground, draw);
    case 'suture':
      return depositSutures(ground, draw);
    default:
      return depositGrains(ground, mineralOf, draw);
  }
}

/** Gives each speck its mineral, so that the shares of the plan come out as evenly as they can. */
function shareOut({ minerals, count }: Plan, draw: Draw): (index: number) => MineralId {
  let upTo = 0;
  const bounds = minerals.map(({ mineral, share }) => {
    upTo += share;
    return { mineral, upTo };
  });
  const dealt = Array.from({ length: count }, (_, i) => {
    const found = bounds.find((bound) => (i + 0.5) / count < bound.upTo) ?? bounds[0];
    return { mineral: found?.mineral ?? 'hydroxyapatite', key: draw.uniform() };
  }).sort((a, b) => a.key - b.key);
  return (index) => dealt[index % dealt.length]?.mineral ?? 'hydroxyapatite';
}

function hostOf(part: Part, index: number, tdlu: number | null): Host {
  const nowhere = { lobe: null, tdlu, ducts: [], vessel: null };
  const host = { ...nowhere, structure: part.kind, part: index };
  switch (part.kind) {
    case 'acinus':
      return { ...host, lobe: part.lobe, tdlu: part.tdlu };
    case 'lumen':
      return { ...host, lobe: part.lobe, ducts: part.ducts };
    case 'cyst':
      return { ...host, lobe: part.lobe };
    case 'artery':
      return { ...host, vessel: part.vessel };
    default:
      return host;
  }
}
