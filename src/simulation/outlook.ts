/** What is known of a simulated patient before any view is taken. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import { deepestUmOf, type SlideSize, slideSize } from '../microscopy/index.ts';
import {
  type Biopsy,
  type Block,
  type Compression,
  compressedViewIds,
  embed,
  inView,
  measure,
  measureInView,
  openView,
  type Phantom,
  phantomPoint,
  RecipeError,
} from '../phantom/index.ts';
import {
  type Frame,
  isOfSpecimen,
  pixelAt,
  radiographFrame,
  type RadiographId,
  radiographIds,
} from '../radiography/index.ts';
import { orderDigest, type PatientOrder } from './order.ts';
import { patientOf } from './patient.ts';

/** What pages need of a patient: small, plain data. */
export interface Outlook {
  readonly side: 'left' | 'right';
  readonly density: string;
  readonly views: Readonly<Partial<Record<RadiographId, ViewOutlook>>>;
  /** What the needle took, where there was a biopsy. */
  readonly biopsy: BiopsyOutlook | null;
}

/** The needle, null where tissue was excised, its cores, and how many of them hold calcifications. */
export interface BiopsyOutlook {
  readonly gauge: number | null;
  readonly cores: number;
  readonly coresWithCalcifications: number;
  /** The slides that can be cut from its block: their size at the finest pitch, and the deepest. */
  readonly slides: SlideSize & { readonly deepestUm: number };
}

/** Size of a view and what can be measured in it. */
export interface ViewOutlook {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly umPerPixel: number;
  /** Calcifications of which the middle lies in the field. */
  readonly count: number;
  readonly smallestMm: number;
  readonly largestMm: number;
  /** Greatest distance between two of them; null where they do not lie as they lay in the breast. */
  readonly extentMm: number | null;
  /** Where the middle of the lesion lies from the nipple; null in views without one. */
  readonly fromNipple: { readonly mm: number; readonly aboveMm: number } | null;
}

/** The verdict on an order: its outlook, or sentences that say why nobody can be grown from it. */
export type Verdict = { readonly outlook: Outlook } | { readonly faults: readonly string[] };

const specimenIds = radiographIds.filter(isOfSpecimen);

const inHand = new Map<string, Promise<Verdict>>();

/**
 * Grows the patient of an order and looks at it, which takes about a second; the verdict is remembered
 * below `cacheDir` for as long as order and code stay the same.
 */
export function verdictOn(order: PatientOrder, cacheDir: string): Promise<Verdict> {
  const digest = orderDigest(order);
  const path = join(cacheDir, 'patients', `${digest.slice(0, 20)}-slides.json`);
  const known = inHand.get(path) ?? recallOrGrow(order, path);
  inHand.set(path, known);
  return known;
}

/** The outlook of an order that the content check has found right. Throws its faults otherwise. */
export async function outlookOf(order: PatientOrder, cacheDir: string): Promise<Outlook> {
  const verdict = await verdictOn(order, cacheDir);
  if ('faults' in verdict) throw new RecipeError(verdict.faults);
  return verdict.outlook;
}

async function recallOrGrow(order: PatientOrder, path: string): Promise<Verdict> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Verdict;
  } catch {
    const verdict = judge(order);
    // A memo that cannot be written costs time, not a result.
    await writeWhole(path, JSON.stringify(verdict)).catch(() => {});
    return verdict;
  }
}

function judge(order: PatientOrder): Verdict {
  try {
    const { phantom, biopsy } = patientOf(order);
    return { outlook: look(phantom, order.biopsy && biopsy()) };
  } catch (error) {
    if (error instanceof RecipeError) return { faults: error.faults };
    throw error;
  }
}

function look(phantom: Phantom, biopsy: Biopsy | undefined): Outlook {
  const { side, density } = phantom.plan;
  const mammograms = compressedViewIds.map((view) => [
    view,
    lookInView(phantom, openView(phantom, view), radiographFrame(phantom, view)),
  ]);
  const specimens = biopsy
    ? specimenIds.map((view) => [
        view,
        lookAtCores(phantom, biopsy, radiographFrame(phantom, view, { biopsy })),
      ])
    : [];
  const held = biopsy?.cores.filter(({ catches }) => catches.length > 0);
  return {
    side,
    density,
    views: Object.fromEntries([...mammograms, ...specimens]),
    biopsy:
      biopsy && held
        ? {
            gauge: biopsy.gauge,
            cores: biopsy.cores.length,
            coresWithCalcifications: held.length,
            slides: slidesOf(embed(phantom, biopsy)),
          }
        : null,
  };
}

const slidesOf = (block: Block) => ({ ...slideSize(block), deepestUm: deepestUmOf(block) });

function lookAtCores(phantom: Phantom, { cores }: Biopsy, frame: Frame): ViewOutlook {
  const caught = new Set(cores.flatMap(({ catches }) => catches.map(({ speck }) => speck)));
  const specks = phantom.specks.filter(({ id }) => caught.has(id));
  const { count, smallestMm, largestMm } = measure({ specks });
  return { ...sizeOf(frame), count, smallestMm, largestMm, extentMm: null, fromNipple: null };
}

const sizeOf = ({ widthPx, heightPx, pitchUm }: Frame) => ({
  widthPx,
  heightPx,
  umPerPixel: pitchUm,
});

function lookInView(phantom: Phantom, compression: Compression, frame: Frame): ViewOutlook {
  const { widthPx, heightPx } = frame;
  const specks = phantom.specks.filter((speck) => {
    const [u, v] = inView(speck, compression).at;
    const [x, y] = pixelAt(frame, [u, v]);
    return x >= 0 && y >= 0 && x < widthPx && y < heightPx;
  });
  const { count, smallestMm, largestMm, extentMm } = measureInView({ specks }, compression);
  const nipple = compression.compress(phantomPoint(phantom.anatomy.breast.depthMm, 0, 0));
  const lesion = compression.compress(phantom.lesion.at);
  const [across, above] = [lesion[0] - nipple[0], lesion[1] - nipple[1]];
  const fromNipple = { mm: Math.hypot(across, above), aboveMm: above };
  return { ...sizeOf(frame), count, smallestMm, largestMm, extentMm, fromNipple };
}
