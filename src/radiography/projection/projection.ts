import {
  type Compression,
  compressedPoint,
  type Phantom,
  phantomPoint,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import { checkedFrame, type Frame, pixelCentreMm } from '../raster.ts';
import type { Thickness } from '../thickness.ts';
import { openBody } from './body.ts';
import { openDisplacement } from './displacement.ts';
import { addFilaments } from './filament.ts';
import { openGlandPath } from './gland-path.ts';
import { inclusionsOf, meet } from './inclusion.ts';
import { openLatticeMap, stepPx } from './lattice-map.ts';
import { openMuscle } from './muscle.ts';
import { addRetinacula } from './retinacula.ts';
import { openScarStreak } from './scar-streak.ts';
import { addShadow, type Shadow, shadowsOf } from './shadow.ts';
import { nodeFields, openSpaceLattice } from './space-lattice.ts';
import { addSpicules } from './spicule.ts';
import { addStrands } from './strand.ts';
import { openStrandLayer } from './strand-layer.ts';
import { openSwelling } from './swelling.ts';
import { openTissue, type Tissue } from './tissue.ts';
import { openWeavePlaces } from './weave-places.ts';

/** The breast of a view as paths through its materials, and the shadows of its specks. */
export interface Projection extends Thickness {
  readonly shadows: readonly Shadow[];
  /**
   * How far the ray of a pixel runs through tissue, mineral that takes its place included. Only of what
   * is so narrow that it soon grows thin: a core.
   */
  readonly tissueMm?: (column: number, row: number) => number;
}

const materials = [
  'adipose',
  'gland',
  'skin',
  'muscle',
  'water',
  'blood',
  'hydroxyapatite',
  'weddellite',
] as const satisfies readonly MaterialId[];

/** Distance of the rays along which the parenchyma is integrated; finer where pixels are finer. */
const tissueStepMm = 0.49;
const mostTissueStepPx = 9;
/** The same for the muscle in millimetres, and how often each ray looks for it. */
const muscleStepMm = 0.6;
const muscleSamples = 12;
/**
 * A ray that crosses more fibres sees more of their unevenness, but only with the root of their
 * number. In millimetres of gland: its spread in gland of 1 mm, and what counts as gland in fat.
 */
const weaveMm = 0.078;
const fatWeaveMm = 0.4;
/** In more gland than this the fibres are so close that no more of them show. */
const mostWovenMm = 6.6;

/**
 * Projects a phantom in a view on a frame, along parallel rays: what the pressed breast is made of,
 * from detector to tube, for each pixel.
 *
 * Tissue is integrated on a lattice as coarse as its details allow and read back smoothly; whatever
 * is finer than that, strands and specks, is drawn on top pixel by pixel. What is drawn displaces
 * what was there: the paths of a pixel always add up to the thickness of the breast. Whoever takes
 * several projections of one phantom grows its tissue once and gives it.
 */
export function openProjection(
  phantom: Phantom,
  compression: Compression,
  frame: Frame,
  tissue: Tissue = openTissue(phantom),
): Projection {
  const { widthPx, heightPx } = checkedFrame(frame);
  const pitchMm = frame.pitchUm / 1000;
  const [leftMm] = frame.originMm;
  const tissueStepPx = stepPx(tissueStepMm, pitchMm, mostTissueStepPx);
  const muscleStepPx = stepPx(muscleStepMm, pitchMm);
  const marginMm = 4 * pitchMm * Math.max(tissueStepPx, muscleStepPx) + 1;
  const rightMm = leftMm + widthPx * pitchMm;
  const min = [leftMm - marginMm, frame.originMm[1] - heightPx * pitchMm - marginMm] as const;
  const max = [rightMm + marginMm, frame.originMm[1] + marginMm] as const;
  const body = openBody(phantom, compression, min, max, pitchMm);
  const muscle = openMuscle(phantom.anatomy.pectoral);
  const { parenchyma, weave } = tissue;
  const originOf = openDisplacement(phantom.lesion);
  const lattice = openSpaceLattice(compression, body, parenchyma, muscle, originOf, [
    min[0],
    max[0],
  ]);
  // Coarse pixels have coarse rays, but their walls are no thicker.
  const apartMm = Math.min(tissueStepPx * pitchMm, tissueStepMm);
  const glandPath = openGlandPath(tissue, lattice.planes, apartMm);
  const inclusions = inclusionsOf(phantom, compression);
  const addSwelling = openSwelling(phantom, compression);
  const addScar = openScarStreak(phantom, compression);
  const strands = openStrandLayer(frame);
  addStrands(phantom, compression, frame, parenchyma, strands);
  addRetinacula(phantom, compression, frame, strands);
  addSpicules(phantom, compression, frame, strands);
  addFilaments(phantom, compression, frame, parenchyma, strands);
  const shadows = shadowsOf(phantom, compression, frame);

  const innerRow = (vMm: number, usMm: Float64Array): Float64Array => {
    const inner = new Float64Array(usMm.length);
    body.readRow(vMm, usMm, new Float64Array(usMm.length), inner);
    return inner;
  };

  // Channels: fibroglandular tissue of parenchyma and inclusions together, fluid, and what of the tissue is
  // of inclusions: none of the breast's fibres run in it.
  const nodes = new Float64Array(lattice.planes * nodeFields);
  const glandMap = openLatticeMap(frame, tissueStepPx, 3, (vMm, usMm, [gland, fluid, solid]) => {
    const near = inclusions.filter(({ atMm, reachMm }) => Math.abs(atMm[1] - vMm) < reachMm);
    lattice.enterRow(vMm);
    const inner = innerRow(vMm, usMm);
    for (let i = 0; i < usMm.length; i++) {
      const u = usMm[i] as number;
      const half = inner[i] as number;
      if (half === 0) continue;
      const met = meet(near, u, vMm);
      lattice.readRay(u, nodes);
      const taken = met.map(({ interval }) => interval);
      let path = glandPath(nodes, half, taken);
      for (const { inclusion, interval } of met) {
        const mm = (interval.toMm - interval.fromMm) * inclusion.filling;
        if (inclusion.material === 'gland') {
          path += mm;
          (solid as Float32Array)[i] = ((solid as Float32Array)[i] as number) + mm;
        }
        if (inclusion.material === 'water') (fluid as Float32Array)[i] = mm;
      }
      (gland as Float32Array)[i] = path;
    }
    addSwelling(vMm, usMm, gland as Float32Array);
    addScar?.(vMm, usMm, gland as Float32Array);
  });

  const muscleMap = openLatticeMap(frame, muscleStepPx, 1, (vMm, usMm, [path]) => {
    const inner = innerRow(vMm, usMm);
    for (let i = 0; i < usMm.length; i++) {
      const u = usMm[i] as number;
      const half = inner[i] as number;
      if (half === 0) continue;
      const low = compression.release(compressedPoint(u, vMm, -half));
      const high = compression.release(compressedPoint(u, vMm, half));
      if (low[0] > muscle.reachMm) continue;
      let sum = 0;
      for (let n = 0; n < muscleSamples; n++) {
        const t = (n + 0.5) / muscleSamples;
        const y = low[1] + (high[1] - low[1]) * t;
        const z = low[2] + (high[2] - low[2]) * t;
        sum += muscle.partAt(phantomPoint(low[0], y, z));
      }
      (path as Float32Array)[i] = (sum / muscleSamples) * 2 * half;
    }
  });

  const places = openWeavePlaces(phantom, compression, frame);

  const rowOf = () => new Float32Array(widthPx);
  const [glandRow, fluidRow, solidRow, muscleRow] = [rowOf(), rowOf(), rowOf(), rowOf()];
  const [wovenRow, weaveRow] = [rowOf(), rowOf()];
  const placeRows = [rowOf(), rowOf(), rowOf()] as const;
  const columnsMm = Float64Array.from({ length: widthPx }, (_, x) => pixelCentreMm(frame, x, 0)[0]);
  const halfRow = new Float64Array(widthPx);
  const innerHalfRow = new Float64Array(widthPx);

  const fill: Thickness['fill'] = (firstRow, rows, paths, airFrom) => {
    const of = (id: (typeof materials)[number]) => paths[materials.indexOf(id)] as Float32Array;
    const [adipose, gland, skin] = [of('adipose'), of('gland'), of('skin')];
    const [flesh, water, blood] = [of('muscle'), of('water'), of('blood')];
    strands.draw(firstRow, rows, (material) => of(material as 'gland'));
    for (const shadow of shadows)
      addShadow(shadow, frame, firstRow, rows, of(shadow.material as 'hydroxyapatite'));
    const [apatite, oxalate] = [of('hydroxyapatite'), of('weddellite')];
    for (let row = 0; row < rows; row++) {
      glandMap.readRow(firstRow + row, [glandRow, fluidRow, solidRow]);
      muscleMap.readRow(firstRow + row, [muscleRow]);
      places.readRow(firstRow + row, [...placeRows, wovenRow]);
      body.readRow(pixelCentreMm(frame, 0, firstRow + row)[1], columnsMm, halfRow, innerHalfRow);
      let end = widthPx;
      while (end > 0 && halfRow[end - 1] === 0) end--;
      if (airFrom) airFrom[row] = end;
      weave.readRow(placeRows, end, pitchMm, weaveRow);
      for (const path of [gland, blood, apatite, oxalate])
        path.fill(0, row * widthPx + end, (row + 1) * widthPx);
      for (let x = 0, at = row * widthPx; x < end; x++, at++) {
        const half = halfRow[x] as number;
        if (half === 0) {
          gland[at] = blood[at] = apatite[at] = oxalate[at] = 0;
          continue;
        }
        const inner = innerHalfRow[x] as number;
        const total = 2 * half;
        // Each in turn gets no more than is left: specks, skin, strands, muscle, cysts, gland, fat.
        let left = total;
        left -= apatite[at] = Math.min(apatite[at] as number, left);
        left -= oxalate[at] = Math.min(oxalate[at] as number, left);
        left -= skin[at] = Math.min(total - 2 * inner, left);
        const around = left;
        left -= blood[at] = Math.min(blood[at] as number, left);
        const strand = gland[at] as number;
        // Strands that lie in gland or muscle replace it.
        const rest = around > 0 ? Math.max(0, (left - strand) / around) : 0;
        left -= flesh[at] = Math.min((muscleRow[x] as number) * rest, left);
        left -= water[at] = Math.min((fluidRow[x] as number) * rest, left);
        const path = glandRow[x] as number;
        const fibrous = Math.max(path - (solidRow[x] as number), 0);
        const woven =
          path +
          weaveMm *
            (wovenRow[x] as number) *
            Math.sqrt(Math.min(fibrous, mostWovenMm) + fatWeaveMm) *
            (weaveRow[x] as number);
        left -= gland[at] = Math.min(strand + Math.max(woven, 0) * rest, left);
        adipose[at] = left;
      }
    }
  };
  return { frame, materials, thicknessMm: compression.thicknessMm, fill, shadows };
}
