import {
  type Biopsy,
  type Block,
  growPhantom,
  openDraw,
  type Phantom,
  takeBiopsy,
} from '../phantom/index.ts';
import { type Polars, readPolars } from './light/polars.ts';
import { drawScanner } from './light/scanner.ts';
import { readStain } from './light/stain.ts';
import { finestPitchUm, type Light, pitchOf } from './render/tile.ts';
import { openScene, type Scene } from './scene/scene.ts';
import { cutSection } from './section/section.ts';
import { openSpecimen, type Specimen } from './section/specimen.ts';

/** What a slide is made from: plain data, as it stands in a case. What is left out is usual. */
export interface SlideOrder {
  /** A recipe as an author writes it; it is read and checked where the work is done. */
  readonly recipe: unknown;
  /** The gauge and the cores of the biopsy. */
  readonly biopsy: unknown;
  /** Depth of the section below the face of the block. */
  readonly depthUm: number;
  /** What is not usual of the stain, the rest is drawn from the patient's seed. */
  readonly stain?: unknown;
  /** How the polars stand; plain light where there are none. */
  readonly polars?: unknown;
}

/** A slide under the microscope. */
export interface Slide extends SlideSize {
  readonly scene: Scene;
  readonly light: Light;
}

/** The coarsest level of a slide. Level 0 has the finest pitch, each further one twice that. */
export const coarsestLevel = 8;

/** The size of a slide at its finest pitch: whole pixels at every level. */
export interface SlideSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The exposure of details in polarised light: so long that fibres show dimly (assumed). */
const usualExposure = 22;

/** The size of the slides of a block, with what is left over at its right and lower edge as glass. */
export function slideSize({ widthMm, heightMm }: Pick<Block, 'widthMm' | 'heightMm'>): SlideSize {
  const coarse = pitchOf(coarsestLevel);
  const px = (mm: number) => (Math.ceil((1000 * mm) / coarse) * coarse) / finestPitchUm;
  return { widthPx: px(widthMm), heightPx: px(heightMm) };
}

/** The light of a slide: its stain and scanner, drawn from the patient's seed, and its polars. */
export function lightOf({ stain, polars }: SlideOrder, seed: number): Light {
  const draw = openDraw(seed, 'slide');
  const [stainSeed, scannerSeed] = [draw.seed(), draw.seed()];
  return {
    stain: readStain(stain ?? {}, stainSeed),
    scanner: drawScanner(scannerSeed),
    ...(polars !== undefined && { polars: usualPolars(polars) }),
  };
}

const usualPolars = (polars: unknown): Polars =>
  readPolars(
    typeof polars === 'object' && polars !== null ? { exposure: usualExposure, ...polars } : polars,
  );

/** A patient and what was taken from her. */
export interface Biopsied {
  readonly phantom: Phantom;
  readonly biopsy: Biopsy;
}

function growAndTake({ recipe, biopsy }: SlideOrder): Biopsied {
  const phantom = growPhantom(recipe);
  return { phantom, biopsy: takeBiopsy(phantom, biopsy) };
}

/** How many scenes are kept: two depths that are looked at in turn. */
const keptScenes = 2;

/**
 * Opens slides. The last specimen is kept, with the scenes of its last depths, as a slide, its
 * polarised twin and the next level are looked at together. Who has a patient at hand passes
 * `biopsiedOf`. Opening throws a RecipeError or a RangeError whose sentence names what is wrong.
 */
export function openSlides(
  biopsiedOf: (order: SlideOrder) => Biopsied = growAndTake,
): (order: SlideOrder) => Slide {
  let last: { readonly key: string; readonly specimen: Specimen } | undefined;
  let scenes = new Map<number, Scene>();

  const specimenOf = (order: SlideOrder): Specimen => {
    const key = JSON.stringify([order.recipe, order.biopsy]);
    if (last?.key === key) return last.specimen;
    last = undefined;
    scenes = new Map();
    const { phantom, biopsy } = biopsiedOf(order);
    const specimen = openSpecimen(phantom, biopsy);
    last = { key, specimen };
    return specimen;
  };

  return (order) => {
    const specimen = specimenOf(order);
    const { depthUm } = order;
    const scene = scenes.get(depthUm) ?? openScene(cutSection(specimen, depthUm));
    scenes.delete(depthUm);
    scenes.set(depthUm, scene);
    const [oldest] = scenes.keys();
    if (scenes.size > keptScenes && oldest !== undefined) scenes.delete(oldest);
    const light = lightOf(order, specimen.phantom.plan.seed);
    return { scene, light, ...slideSize(specimen.block) };
  };
}
