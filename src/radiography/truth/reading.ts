import {
  type Compression,
  type Part,
  type Phantom,
  phantomPoint,
  type Speck,
} from '../../phantom/index.ts';
import type { Projection } from '../projection/projection.ts';
import type { Shadow } from '../projection/shadow.ts';
import { type Frame, type GreyRaster, pixelAt } from '../raster.ts';
import { effectiveEnergyKev } from '../spectrum.ts';
import { acquisitionOf, type RadiographId } from '../views.ts';
import { readerMeasures } from './reader.ts';
import { silhouetteOf } from './silhouette.ts';
import { standOut } from './stand-out.ts';
import { hiddenBecause, isBehindAnother } from './visibility.ts';
import type { PixelBox, PixelPoint, SpeckTruth, ViewTruth } from './view-truth.ts';

/** What the truth of a view is taken from: the picture itself, and what cast it. */
export interface Sight {
  readonly phantom: Phantom;
  readonly view: RadiographId;
  /** Null for what a biopsy took. */
  readonly compression: Compression | null;
  readonly frame: Frame;
  /**
   * The finished picture, not yet mirrored and without writing in it. Null before it is taken: then all
   * that falls into the field and is not lost behind another counts as visible.
   */
  readonly raster: GreyRaster | null;
  /** Thickness of the object where it is thickest, or between the plates. */
  readonly thicknessMm: number;
  /** The shadows of the specks; one that was cut in two casts two. */
  readonly shadows: readonly Shadow[];
  readonly tissueMm?: Projection['tissueMm'];
}

/** Takes the truth of a view as the phantom lies, a right breast not yet mirrored. */
export function truthOf(sight: Sight): ViewTruth {
  const { phantom, view, compression, frame } = sight;
  const { widthPx, heightPx, pitchUm } = frame;
  const energyKev = effectiveEnergyKev(acquisitionOf(view).beam, sight.thicknessMm);
  const specks = phantom.specks.map((speck) => speckTruth(speck, sight, energyKev));
  const seen = specks.filter(({ visible }) => visible);
  const nipple = compression?.compress(phantomPoint(phantom.anatomy.breast.depthMm, 0, 0));
  const nipplePx = nipple ? placePx(frame, nipple) : null;
  return {
    view,
    laterality: phantom.plan.side,
    widthPx,
    heightPx,
    umPerPixel: pitchUm,
    nipplePx,
    lesionPx: boxAbout(specks.flatMap(({ outlinesPx }) => outlinesPx.flat())),
    specks,
    measures: readerMeasures(seen, phantom.specks, pitchUm, nipplePx),
  };
}

function speckTruth(speck: Speck, sight: Sight, energyKev: number): SpeckTruth {
  const { compression, frame, raster, shadows, tissueMm } = sight;
  const { id, morphology, mineral, host } = speck;
  const known = { id, morphology, mineral, host, hostWords: hostWords[host.structure] };
  const own = shadows.filter((shadow) => shadow.id === id);
  const silhouette = silhouetteOf(own, frame);
  if (!silhouette) {
    const hidden = compression === null && own.length === 0 ? 'not-sampled' : 'outside-field';
    return { ...known, ...nothing, visible: false, hidden };
  }
  const others = shadows.filter((shadow) => shadow.id !== id);
  const { centrePx, outlinesPx, diameterPx } = silhouette;
  const contrastToNoise = raster && standOut(raster, silhouette, own, others, tissueMm);
  const hidden = hiddenBecause({
    contrastToNoise: raster ? contrastToNoise : Infinity,
    diameterPx,
    isOxalate: mineral === 'calcium-oxalate',
    energyKev,
    isBehindAnother: isBehindAnother(own, others),
  });
  return {
    ...known,
    centrePx: rounded(centrePx),
    outlinesPx: outlinesPx.map((outline) => outline.map(rounded)),
    diameterMm: (diameterPx * frame.pitchUm) / 1000,
    contrastToNoise,
    visible: hidden === null,
    hidden,
  };
}

const nothing = {
  centrePx: null,
  outlinesPx: [],
  diameterMm: null,
  contrastToNoise: null,
} as const;

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
  return rounded([column + 0.5, row + 0.5]);
};

/** To hundredths of a pixel: more is not known, and would be written out. */
const rounded = ([x, y]: PixelPoint): PixelPoint => [
  Math.round(x * 100) / 100,
  Math.round(y * 100) / 100,
];

/** The smallest box of whole pixels about points; null where there are none. */
function boxAbout(points: readonly PixelPoint[]): PixelBox | null {
  if (points.length === 0) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [xPx, yPx] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return {
    xPx,
    yPx,
    widthPx: Math.ceil(Math.max(...xs)) - xPx,
    heightPx: Math.ceil(Math.max(...ys)) - yPx,
  };
}
