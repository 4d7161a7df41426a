import {
  type Biopsy,
  openOnTray,
  type Parenchyma,
  type Phantom,
  placeOnTray,
  trayHeightMm,
  trayPoint,
  trayWidthMm,
} from '../../phantom/index.ts';
import type { MaterialId } from '../attenuation.ts';
import type { Projection } from '../projection/projection.ts';
import { addShadow } from '../projection/shadow.ts';
import { checkedFrame, type Frame, pixelCentreMm } from '../raster.ts';
import type { Matrix } from '../views.ts';
import { openLaidCores } from './laid-cores.ts';

const materials = [
  'adipose',
  'gland',
  'water',
  'polystyrene',
  'hydroxyapatite',
  'weddellite',
] as const satisfies readonly MaterialId[];

/** The rim of the tray: its width, and the path through its wall. */
const rimMm = 0.9;
const rimPathMm = 0.35;
/** Radius of the tray's corners. */
const cornerMm = 5;
/** Fluid creeps up a core: its depth at the core, and how far it reaches. */
const fluidMm = 0.14;
const fluidReachMm = 0.8;

/** The frame that has the tray in its middle. */
export function trayFrame({ widthPx, heightPx }: Matrix, pitchUm: number): Frame {
  const pitchMm = pitchUm / 1000;
  const left = (trayWidthMm - widthPx * pitchMm) / 2;
  const top = (trayHeightMm + heightPx * pitchMm) / 2;
  return { widthPx, heightPx, pitchUm, originMm: [left, top] };
}

/**
 * Projects the cores of a biopsy on their tray, along parallel rays from above. The floor of the tray
 * is everywhere alike and is left to the flat field; its rim shows, and the fluid about the cores.
 */
export function openTrayProjection(
  phantom: Phantom,
  biopsy: Biopsy,
  parenchyma: Parenchyma,
  frame: Frame,
): Projection {
  const { widthPx } = checkedFrame(frame);
  const { cores } = placeOnTray(phantom, biopsy);
  const laid = openLaidCores(
    phantom,
    biopsy,
    parenchyma,
    {
      laid: cores,
      open: openOnTray,
      show: ([x, y]) => [x, y],
      find: (u, v) => trayPoint(u, v, 0),
    },
    frame,
  );
  const { shadows, thicknessMm, tissueMm } = laid;
  const columnsMm = Float64Array.from({ length: widthPx }, (_, x) => pixelCentreMm(frame, x, 0)[0]);
  let scratch = new Float32Array(0);
  return {
    frame,
    materials,
    thicknessMm,
    shadows,
    tissueMm,
    fill(firstRow, rows, paths) {
      const of = (id: (typeof materials)[number]) => paths[materials.indexOf(id)] as Float32Array;
      const [fat, gland, water, wall] = [
        of('adipose'),
        of('gland'),
        of('water'),
        of('polystyrene'),
      ];
      if (scratch.length < rows * widthPx) scratch = new Float32Array(rows * widthPx);
      const beside = scratch.fill(Infinity);
      laid.add(firstRow, rows, { fatMm: fat, glandMm: gland, besideMm: beside });
      for (const shadow of shadows)
        addShadow(shadow, frame, firstRow, rows, of(shadow.material as 'hydroxyapatite'));
      const [apatite, oxalate] = [of('hydroxyapatite'), of('weddellite')];
      for (let row = 0, at = 0; row < rows; row++) {
        const [, vMm] = pixelCentreMm(frame, 0, firstRow + row);
        for (let x = 0; x < widthPx; x++, at++) {
          const mineral = (apatite[at] as number) + (oxalate[at] as number);
          if (mineral > 0) {
            // Mineral takes the place of tissue, of both kinds alike.
            const tissue = (fat[at] as number) + (gland[at] as number);
            const left = tissue > 0 ? Math.max(0, tissue - mineral) / tissue : 0;
            fat[at] = (fat[at] as number) * left;
            gland[at] = (gland[at] as number) * left;
          }
          const far = 1 - (beside[at] as number) / fluidReachMm;
          if (far > 0) water[at] = fluidMm * far * far;
          wall[at] = rimPath(columnsMm[x] as number, vMm);
        }
      }
    },
  };
}

/** The path through the rounded wall about the tray. */
function rimPath(x: number, y: number): number {
  const dx = Math.abs(x - trayWidthMm / 2) - (trayWidthMm / 2 - cornerMm);
  const dy = Math.abs(y - trayHeightMm / 2) - (trayHeightMm / 2 - cornerMm);
  if (dx < cornerMm && dy < cornerMm && (dx < 0 || dy < 0)) return 0;
  const [a, b] = [Math.max(dx, 0), Math.max(dy, 0)];
  const out = Math.sqrt(a * a + b * b) + Math.min(Math.max(dx, dy), 0) - cornerMm;
  if (out <= 0 || out >= rimMm) return 0;
  const t = (2 * out) / rimMm - 1;
  return rimPathMm * (1 - t * t);
}
