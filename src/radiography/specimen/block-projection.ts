import {
  type Biopsy,
  blockPoint,
  embed,
  openEmbedded,
  type Parenchyma,
  type Phantom,
  smoothStep,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import type { Projection } from '../projection/projection.ts';
import { addShadow } from '../projection/shadow.ts';
import { checkedFrame, type Frame, pixelCentreMm } from '../raster.ts';
import type { Matrix } from '../views.ts';
import { openLaidCores } from './laid-cores.ts';

const materials = [
  'paraffin',
  'gland',
  'polyacetal',
  'hydroxyapatite',
  'weddellite',
] as const satisfies readonly MaterialId[];

/**
 * What processing leaves of gland by volume; paraffin takes the place of its water, and of all that
 * was fat, which the solvents carry away (assumed).
 */
const leftOfGland = 0.4;
const leftOfFat = 0.08;

/** The floor of the cassette: a plate with rows of slots full of paraffin, and how far they lie apart. */
const floorMm = 0.24;
const slotPitchMm = [1.7, 4.3] as const;
const slotMm = [0.85, 3.4] as const;
/** Half the width of the floor's edges in the picture: it lies far below the plane in focus. */
const floorEdgeMm = 0.22;

/** The frame that has the block in its middle. */
export function blockFrame(
  block: { readonly widthMm: number; readonly heightMm: number },
  { widthPx, heightPx }: Matrix,
  pitchUm: number,
): Frame {
  const pitchMm = pitchUm / 1000;
  const left = (block.widthMm - widthPx * pitchMm) / 2;
  const top = (-block.heightMm + heightPx * pitchMm) / 2;
  return { widthPx, heightPx, pitchUm, originMm: [left, top] };
}

/**
 * Projects the paraffin block through its face: u is the block's x, and v runs against its y, so that
 * the picture shows the face as whoever cuts it sees it. The cassette lies below.
 */
export function openBlockProjection(
  phantom: Phantom,
  biopsy: Biopsy,
  parenchyma: Parenchyma,
  frame: Frame,
): Projection {
  const { widthPx } = checkedFrame(frame);
  const block = embed(phantom, biopsy);
  const laid = openLaidCores(
    phantom,
    biopsy,
    parenchyma,
    {
      laid: block.cores,
      open: openEmbedded,
      show: ([x, y]) => [x, -y],
      find: (u, v) => blockPoint(u, -v, 0),
    },
    frame,
  );
  const { shadows } = laid;
  const columnsMm = Float64Array.from({ length: widthPx }, (_, x) => pixelCentreMm(frame, x, 0)[0]);
  let [fat, beside] = [new Float32Array(0), new Float32Array(0)];
  return {
    frame,
    materials,
    thicknessMm: block.depthMm + floorMm,
    shadows,
    fill(firstRow, rows, paths) {
      const of = (id: (typeof materials)[number]) => paths[materials.indexOf(id)] as Float32Array;
      const [paraffin, gland, floor] = [of('paraffin'), of('gland'), of('polyacetal')];
      const [apatite, oxalate] = [of('hydroxyapatite'), of('weddellite')];
      if (fat.length < rows * widthPx) {
        fat = new Float32Array(rows * widthPx);
        beside = new Float32Array(rows * widthPx);
      }
      laid.add(firstRow, rows, { fatMm: fat.fill(0), glandMm: gland, besideMm: beside });
      for (const shadow of shadows)
        addShadow(shadow, frame, firstRow, rows, of(shadow.material as 'hydroxyapatite'));
      for (let row = 0, at = 0; row < rows; row++) {
        const [, vMm] = pixelCentreMm(frame, 0, firstRow + row);
        for (let x = 0; x < widthPx; x++, at++) {
          const mineral = (apatite[at] as number) + (oxalate[at] as number);
          const tissue = (gland[at] as number) * leftOfGland + (fat[at] as number) * leftOfFat;
          const left = Math.max(0, block.depthMm - mineral);
          gland[at] = Math.min(tissue, left);
          const plastic = floorPath(columnsMm[x] as number, vMm);
          floor[at] = plastic;
          paraffin[at] = left - (gland[at] as number) + floorMm - plastic;
        }
      }
    },
  };
}

/** The path through the floor of the cassette, which lies a little askew: none in a slot. */
function floorPath(u: number, v: number): number {
  const inSlot = (place: number, axis: 0 | 1) => {
    const turn = place / slotPitchMm[axis];
    const off = Math.abs(turn - Math.floor(turn) - 0.5) * slotPitchMm[axis];
    return slotMm[axis] / 2 - off;
  };
  const inside = Math.min(inSlot(u + 0.021 * v, 0), inSlot(v - 0.021 * u, 1));
  return floorMm * smoothStep(floorEdgeMm, -floorEdgeMm, inside);
}
