/** What is known of a simulated patient before any view is taken. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import {
  type Compression,
  compressedViewIds,
  growPhantom,
  inView,
  measureInView,
  openView,
  type Phantom,
  phantomPoint,
  RecipeError,
  takeBiopsy,
} from '../phantom/index.ts';
import { type Frame, pixelAt, radiographFrame, type RadiographId } from '../radiography/index.ts';
import { orderDigest, type PatientOrder } from './order.ts';

/** What pages need of a patient: small, plain data. */
export interface Outlook {
  readonly side: 'left' | 'right';
  readonly density: string;
  readonly views: Readonly<Partial<Record<RadiographId, ViewOutlook>>>;
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
  readonly extentMm: number;
  /** From the middle of the lesion to the nipple, and its part above the level of the nipple in the picture. */
  readonly fromNippleMm: number;
  readonly aboveNippleMm: number;
}

/** The verdict on an order: its outlook, or sentences that say why nobody can be grown from it. */
export type Verdict = { readonly outlook: Outlook } | { readonly faults: readonly string[] };

const inHand = new Map<string, Promise<Verdict>>();

/**
 * Grows the patient of an order and looks at it, which takes about a second; the verdict is remembered
 * below `cacheDir` for as long as order and code stay the same.
 */
export function verdictOn(order: PatientOrder, cacheDir: string): Promise<Verdict> {
  const digest = orderDigest(order);
  const path = join(cacheDir, 'patients', `${digest.slice(0, 20)}.json`);
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

function judge({ recipe, biopsy }: PatientOrder): Verdict {
  try {
    const phantom = growPhantom(recipe);
    if (biopsy) takeBiopsy(phantom, biopsy);
    return { outlook: look(phantom) };
  } catch (error) {
    if (error instanceof RecipeError) return { faults: error.faults };
    throw error;
  }
}

function look(phantom: Phantom): Outlook {
  const { side, density } = phantom.plan;
  const views = Object.fromEntries(
    compressedViewIds.map((view) => [
      view,
      lookInView(phantom, openView(phantom, view), radiographFrame(phantom, view)),
    ]),
  );
  return { side, density, views };
}

function lookInView(phantom: Phantom, compression: Compression, frame: Frame): ViewOutlook {
  const { widthPx, heightPx, pitchUm } = frame;
  const specks = phantom.specks.filter((speck) => {
    const [u, v] = inView(speck, compression).at;
    const [x, y] = pixelAt(frame, [u, v]);
    return x >= 0 && y >= 0 && x < widthPx && y < heightPx;
  });
  const { count, smallestMm, largestMm, extentMm } = measureInView({ specks }, compression);
  const nipple = compression.compress(phantomPoint(phantom.anatomy.breast.depthMm, 0, 0));
  const lesion = compression.compress(phantom.lesion.at);
  const [across, above] = [lesion[0] - nipple[0], lesion[1] - nipple[1]];
  const fromNippleMm = Math.hypot(across, above);
  const measures = { count, smallestMm, largestMm, extentMm, fromNippleMm, aboveNippleMm: above };
  return { widthPx, heightPx, umPerPixel: pitchUm, ...measures };
}
