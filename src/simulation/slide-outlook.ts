/** What is known of a slide before it is rendered. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import { finestPitchUm, openSlides } from '../microscopy/index.ts';
import { RecipeError } from '../phantom/index.ts';
import { orderDigest, slideOf, type SlideViewOrder } from './order.ts';

/** What pages need of a slide: small, plain data. */
export interface SlideOutlook {
  /** Size at the finest pitch. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly umPerPixel: number;
  readonly depthUm: number;
  readonly cores: number;
  /** Calcifications that the plane cuts, and how wide the widest of them is. */
  readonly count: number;
  readonly widestUm: number;
}

/** The verdict on a slide: its outlook, or a sentence that says why it cannot be cut. */
export type SlideVerdict = { readonly outlook: SlideOutlook } | { readonly fault: string };

const open = openSlides();
const inHand = new Map<string, Promise<SlideVerdict>>();

/**
 * Cuts the section of an order and looks at it, which takes some seconds; the verdict is remembered
 * below `cacheDir` for as long as order and code stay the same.
 */
export function slideVerdictOn(order: SlideViewOrder, cacheDir: string): Promise<SlideVerdict> {
  const path = join(cacheDir, 'sections', `${orderDigest(order).slice(0, 20)}.json`);
  const known = inHand.get(path) ?? recallOrCut(order, path);
  inHand.set(path, known);
  return known;
}

/** The outlook of a slide. Throws its fault where it cannot be cut. */
export async function slideOutlookOf(
  order: SlideViewOrder,
  cacheDir: string,
): Promise<SlideOutlook> {
  const verdict = await slideVerdictOn(order, cacheDir);
  if ('fault' in verdict) throw new Error(verdict.fault);
  return verdict.outlook;
}

async function recallOrCut(order: SlideViewOrder, path: string): Promise<SlideVerdict> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SlideVerdict;
  } catch {
    const verdict = cut(order);
    // A memo that cannot be written costs time, not a result.
    await writeWhole(path, JSON.stringify(verdict)).catch(() => {});
    return verdict;
  }
}

function cut(order: SlideViewOrder): SlideVerdict {
  try {
    const { scene, widthPx, heightPx } = open(slideOf(order));
    const { section } = scene;
    const specks = section.specksIn();
    const widths = specks.map(({ reach: { left, top, right, bottom } }) =>
      Math.max(right - left, bottom - top),
    );
    return {
      outlook: {
        widthPx,
        heightPx,
        umPerPixel: finestPitchUm,
        depthUm: section.depthUm,
        cores: section.pieces.length,
        count: specks.length,
        widestUm: Math.max(0, ...widths),
      },
    };
  } catch (error) {
    if (error instanceof RecipeError || error instanceof RangeError)
      return { fault: error.message };
    throw error;
  }
}
