/** What is known of a slide before it is rendered. Node only. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../machine/index.ts';
import { exposureAt, finestPitchUm, openSlides, pitchOf } from '../microscopy/index.ts';
import { orderDigest, slideOf, type SlideViewOrder } from './order.ts';
import { biopsiedOf } from './patient.ts';
import { overviewLevel } from './slide-image.ts';

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
  /** How often the overview between polars is exposed as long as one in plain light. */
  readonly exposure?: number;
}

const open = openSlides(biopsiedOf);
const inHand = new Map<string, Promise<SlideOutlook>>();

/**
 * Cuts the section of an order and looks at it, which takes some seconds; what was found is remembered
 * below `cacheDir` for as long as order and code stay the same. Throws a sentence where the section
 * cannot be cut.
 */
export function slideOutlookOf(order: SlideViewOrder, cacheDir: string): Promise<SlideOutlook> {
  const path = join(cacheDir, 'sections', `${orderDigest(order).slice(0, 20)}.json`);
  const known = inHand.get(path) ?? recallOrCut(order, path);
  inHand.set(path, known);
  return known;
}

async function recallOrCut(order: SlideViewOrder, path: string): Promise<SlideOutlook> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SlideOutlook;
  } catch {
    const outlook = cut(order);
    // A memo that cannot be written costs time, not a result.
    await writeWhole(path, JSON.stringify(outlook)).catch(() => {});
    return outlook;
  }
}

function cut(order: SlideViewOrder): SlideOutlook {
  const {
    scene,
    light: { polars },
    widthPx,
    heightPx,
  } = open(slideOf(order));
  const { section } = scene;
  const specks = section.specksIn();
  const widths = specks.map(({ reach: { left, top, right, bottom } }) =>
    Math.max(right - left, bottom - top),
  );
  return {
    widthPx,
    heightPx,
    umPerPixel: finestPitchUm,
    depthUm: section.depthUm,
    cores: section.pieces.length,
    count: specks.length,
    widestUm: Math.max(0, ...widths),
    ...(polars && { exposure: exposureAt(polars, pitchOf(overviewLevel)) }),
  };
}
