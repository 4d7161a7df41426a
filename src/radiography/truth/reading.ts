import {
  measure,
  measureInView,
  type Compression,
  nippleTipMm,
  type Part,
  type Phantom,
  phantomPoint,
  type Speck,
} from '../../phantom/index.ts';
import type { Shadow } from '../projection/shadow.ts';
import { type Frame, pixelAt } from '../raster.ts';
import type { RadiographId } from '../views.ts';
import type { PixelBox, PixelPoint, SpeckTruth, ViewTruth } from './view-truth.ts';

/** What the truth of a view is taken from. */
export interface Sight {
  readonly phantom: Phantom;
  readonly view: RadiographId;
  /** Null for what a biopsy took. */
  readonly compression: Compression | null;
  readonly frame: Frame;
  readonly shadows: readonly Shadow[];
}

/** Takes the truth of a view as the phantom lies, a right breast not yet mirrored. */
export function truthOf({ phantom, view, compression, frame, shadows }: Sight): ViewTruth {
  const { widthPx, heightPx, pitchUm } = frame;
  const specks = phantom.specks.map((speck) => {
    const truth = speckTruth(
      speck,
      shadows.find(({ id }) => id === speck.id),
      frame,
    );
    const sampled = compression !== null || shadows.some(({ id }) => id === speck.id);
    return sampled ? truth : { ...truth, hidden: 'not-sampled' as const };
  });
  const nipple = compression?.compress(phantomPoint(nippleTipMm(phantom.anatomy.breast), 0, 0));
  const seen = new Set(specks.filter(({ visible }) => visible).map(({ id }) => id));
  const found = { specks: phantom.specks.filter(({ id }) => seen.has(id)) };
  const measures = compression ? measureInView(found, compression) : measure(found);
  return {
    view,
    laterality: phantom.plan.side,
    widthPx,
    heightPx,
    umPerPixel: pitchUm,
    nipplePx: nipple ? placePx(frame, nipple) : null,
    lesionPx: boxAbout(
      shadows.filter(({ id }) => seen.has(id)),
      frame,
    ),
    specks,
    measures: { ...measures, offNippleDeg: null, fromNippleMm: null },
  };
}

function speckTruth(speck: Speck, shadow: Shadow | undefined, frame: Frame): SpeckTruth {
  const { id, morphology, mineral, host } = speck;
  const centrePx = shadow ? centreOf(shadow) : null;
  const inside =
    centrePx !== null &&
    centrePx[0] >= 0 &&
    centrePx[0] <= frame.widthPx &&
    centrePx[1] >= 0 &&
    centrePx[1] <= frame.heightPx;
  return {
    id,
    morphology,
    mineral,
    host,
    hostWords: hostWords[host.structure],
    centrePx: inside ? centrePx : null,
    outlinesPx: [],
    diameterMm: inside ? speck.spanMm : null,
    contrastToNoise: null,
    visible: inside,
    hidden: inside ? null : 'outside-field',
  };
}

/** What holds a speck, in words. */
const hostWords: Readonly<Record<Part['kind'], string>> = {
  acinus: 'an acinus of a lobule',
  lumen: 'the lumen of a duct',
  cyst: 'a cyst',
  mass: 'a mass or scar',
  artery: 'the wall of an artery',
  skin: 'a gland of the skin',
  thread: 'a thread of a suture',
};

const placePx = (frame: Frame, [u, v]: readonly [number, number, number]): PixelPoint => {
  const [column, row] = pixelAt(frame, [u, v]);
  return [column + 0.5, row + 0.5];
};

function centreOf({ pathMm, left, top, widthPx }: Shadow): PixelPoint {
  let [mass, x, y] = [0, 0, 0];
  pathMm.forEach((mm, at) => {
    mass += mm;
    x += mm * (left + (at % widthPx) + 0.5);
    y += mm * (top + Math.floor(at / widthPx) + 0.5);
  });
  return [x / mass, y / mass];
}

function boxAbout(shadows: readonly Shadow[], frame: Frame): PixelBox | null {
  if (shadows.length === 0) return null;
  const left = Math.max(0, Math.min(...shadows.map((each) => each.left)));
  const top = Math.max(0, Math.min(...shadows.map((each) => each.top)));
  const right = Math.min(frame.widthPx, Math.max(...shadows.map((s) => s.left + s.widthPx)));
  const bottom = Math.min(frame.heightPx, Math.max(...shadows.map((s) => s.top + s.heightPx)));
  return { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}
