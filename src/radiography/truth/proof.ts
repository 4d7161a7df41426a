import { groupMinCount } from '../../lexicon/index.ts';
import {
  growPhantom,
  openView,
  type Phantom,
  RecipeError,
  readBiopsy,
  takeBiopsy,
} from '../../phantom/index.ts';
import { shadowsOf } from '../projection/shadow.ts';
import { radiographFrame } from '../radiograph.ts';
import { isOfSpecimen } from '../specimen/specimen.ts';
import type { RadiographId } from '../views.ts';
import { truthOf } from './reading.ts';
import type { Scene } from './scene.ts';
import { shapeRules, sizeFaults } from './shape-rules.ts';
import { spreadRules } from './spread-rules.ts';
import type { ViewTruth } from './view-truth.ts';

/**
 * Proves a recipe against the lexicon's rules as its views will show it, before any is taken: whether
 * it can be followed at all, whether the calcifications come into each field, and whether their shadows
 * have the sizes, shapes and arrangement that the recipe's words promise. Returns a sentence for every
 * fault, with the field and what it permits. `biopsy` is that of the case: its needle and number of
 * cores. Whoever has the patient at hand gives her as what `grow` answers. What noise and tissue hide is
 * told by `proveView`.
 */
export function proveRecipe(
  recipe: unknown,
  views: readonly RadiographId[],
  biopsy: unknown = {},
  grow: (recipe: unknown) => Phantom = growPhantom,
): readonly string[] {
  try {
    const phantom = grow(recipe);
    return views.flatMap((view) => proveField(phantom, view, biopsy));
  } catch (error) {
    if (error instanceof RecipeError) return error.faults;
    throw error;
  }
}

/**
 * Proves what the shadows of a phantom will look like in one view: their arrangement in every view of
 * the breast, sizes and shapes where they are magnified. See `proveRecipe`.
 */
export function proveField(phantom: Phantom, view: RadiographId, biopsy: unknown = {}): string[] {
  if (isOfSpecimen(view)) return biopsyFaults(phantom, biopsy);
  const compression = openView(phantom, view);
  const frame = radiographFrame(phantom, view);
  const shadows = shadowsOf(phantom, compression, frame);
  const { thicknessMm } = compression;
  const truth = truthOf({ phantom, view, compression, frame, raster: null, thicknessMm, shadows });
  const shown = truth.specks.filter(({ visible }) => visible);
  if (shown.length === 0) return [nothingIn(phantom, view)];
  const magnified = view.startsWith('magnification');
  const { morphology, distribution } = phantom.plan;
  const named = shown.filter((speck) => speck.morphology === morphology);
  const scene: Scene = { phantom, view, compression, frame, shadows, truth, named };
  const spread = distribution ? (spreadRules[distribution]?.(scene) ?? []) : [];
  if (!magnified || named.length === 0) return spread;
  return [...sizeFaults(scene), ...(shapeRules[morphology]?.(scene) ?? []), ...spread];
}

/**
 * Proves a finished view: whether enough can be seen in it of what the recipe promises. Only a
 * magnification has to show it; that a contact view hides faint calcifications is as in life.
 */
export function proveView({ plan }: Phantom, truth: ViewTruth): string[] {
  const { view, measures } = truth;
  if (!view.startsWith('magnification')) return [];
  if (measures.count === 0) {
    return [
      `\`morphology\` says ${plan.morphology}, but none can be seen in ${view}; ask for a larger sizeMm, less difficulty or less density.`,
    ];
  }
  const few = plan.distribution === 'grouped' || plan.distribution === 'regional';
  if (!few || measures.count >= groupMinCount) return [];
  return [
    `\`distribution\` says ${plan.distribution}, which takes at least ${groupMinCount} calcifications, but ${measures.count} can be seen in ${view}; ask for a larger count or sizeMm, less difficulty or less density.`,
  ];
}

function biopsyFaults(phantom: Phantom, data: unknown): string[] {
  const { cores } = takeBiopsy(phantom, data);
  const { missMm } = readBiopsy(data);
  const holding = cores.filter(({ catches }) => catches.length > 0).length;
  if (missMm > 0)
    return holding === 0
      ? []
      : [
          `\`biopsy\` must miss, but ${holding} of its ${cores.length} cores hold a calcification; ask for a larger missMm.`,
        ];
  return holding > 0
    ? []
    : [
        `\`biopsy\` must catch a calcification, but none of its ${cores.length} cores holds one; ask for a larger needle or more cores.`,
      ];
}

const nothingIn = ({ plan }: Phantom, view: RadiographId): string =>
  plan.site
    ? `\`site\` must bring the calcifications into the field of ${view}; none falls into it.`
    : `\`views\` must leave out ${view} or the recipe take another seed: no calcification falls into its field.`;
