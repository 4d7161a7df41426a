import { clamp, smoothStep } from '../../phantom/index.ts';
import { denseStroma, periductalFibrosis } from '../lesion/stroma.ts';
import { type Grid, gridAt } from '../scene/grid.ts';
import { fineTexture, smoothMost, smoothTexture, textureAt } from '../scene/texture.ts';
import { liningAt, type Tissue } from '../scene/tissue.ts';
import { vesselUm } from '../scene/vessels.ts';
import { nearUm } from '../section/cut-body.ts';
import { crowdStroma } from './crowd.ts';
import { type Spot, stromaAt } from './stroma.ts';

/** Fat, or stroma with what a gland makes of it: its membrane, and the cleft where it has drawn back. */
export function layStroma(
  tissue: Tissue,
  x: number,
  y: number,
  gland: number,
  pitchUm: number,
  half: number,
  crowded: boolean,
  spot: Spot,
): void {
  // On a coarse lattice the membrane between two fat cells looks thinner than it is.
  const fat = gridAt(tissue.fat, x, y) - (tissue.fat.pitchUm - 2) / 5;
  const fatCover = smoothStep(-half, half + 0.3, fat - 1.15);
  if (fatCover >= 1) {
    spot.haematoxylin = 0;
    spot.eosin = 0.012;
    spot.orange = 0;
    spot.fibres = 0;
    return;
  }
  groundAt(tissue, x, y, gland, fat, pitchUm, spot);
  if (crowded && gland < -4 && fat < -1) crowdStroma(tissue, x, y, pitchUm, spot);
  // Between two fat cells there is a thin membrane only.
  const membrane = smoothStep(-2.5, -0.5, fat) * 0.5;
  const cleft = cleftAt(tissue, x, y, gland);
  const basement = basementAt(tissue, x, y, gland);
  const left = (1 - fatCover) * (1 - 0.87 * cleft);
  spot.eosin = left * (spot.eosin * (1 - membrane) + basement);
  spot.haematoxylin *= left;
  spot.orange *= left;
  spot.brown *= left;
  spot.fibres *= left;
  spot.varianceH *= left;
  spot.varianceE *= left;
  spot.varianceHE *= left;
}

/** So far from a fat cell fibres run along it, in micrometres. */
const septumUm = 4.5;

/** The ground at a place: dense stroma, and over it each other ground as far as it holds the place. */
function groundAt(
  tissue: Tissue,
  x: number,
  y: number,
  gland: number,
  fat: number,
  pitchUm: number,
  spot: Spot,
): void {
  // Next to a gland fibres run round it; of a vessel nothing is told beyond `vesselUm`.
  const isNear =
    gland > -vesselUm &&
    !liningAt(tissue, x, y)?.around.invades &&
    gland > Math.max(-vesselUm, -7 + 2.5 * textureAt(smoothTexture, x / 40, y / 40 + 2));
  // A septum is made of fibres that run along it.
  const across = isNear ? gland : fat > -septumUm ? fat : gridAt(tissue.across, x, y);
  const along = gridAt(tissue.along, x, y);
  let stroma = denseStroma;
  let loose = 0;
  let ring: Grid | null = null;
  let part = 0;
  for (const ground of tissue.grounds) {
    const depth = gridAt(ground.within, x, y);
    if (depth < -25) continue;
    if (ground.stroma.concentric) {
      part = smoothStep(-14, 14, depth);
      ring = ground.within;
    } else {
      if (depth > 0) stroma = ground.stroma;
      loose += (ground.stroma.loose - loose) * smoothStep(-25, 20, depth);
    }
  }
  if (part < 1) stromaAt(x, y, across, along, stroma, loose, pitchUm, spot);
  if (!ring || part === 0) return;
  const { eosin, haematoxylin, orange, fibres } = spot;
  stromaAt(x, y, gridAt(ring, x, y), along, periductalFibrosis, 0, pitchUm, spot);
  if (part === 1) return;
  spot.eosin = eosin + (spot.eosin - eosin) * part;
  spot.haematoxylin = haematoxylin + (spot.haematoxylin - haematoxylin) * part;
  spot.orange = orange + (spot.orange - orange) * part;
  spot.fibres = fibres + (spot.fibres - fibres) * part;
}

/** Load of the basement membrane at a place: thick here and hardly seen there, and none where a nest invades. */
function basementAt(tissue: Tissue, x: number, y: number, gland: number): number {
  const near = smoothStep(-1.7, -0.8, gland);
  if (near === 0 || liningAt(tissue, x, y)?.around.invades) return 0;
  return near * clamp(0.15 + 0.12 * textureAt(smoothTexture, x / 30 + 17, y / 30), 0, 0.4);
}

/** The edge of a cleft is ragged by so much at most, in micrometres. */
const raggedUm = 1.3;

/** How far a place lies in the cleft that a gland has left, where it has drawn back from the stroma. */
function cleftAt(tissue: Tissue, x: number, y: number, gland: number): number {
  if (gland < 0.5 - nearUm) return 0;
  const retraction = 2.2 * (liningAt(tissue, x, y)?.around.retraction ?? 1);
  if (gland < 1.7 - raggedUm - (retraction + 0.5) * smoothMost) return 0;
  const smooth =
    retraction * textureAt(smoothTexture, x / 60 + 5, y / 60) +
    0.5 * textureAt(smoothTexture, x / 26, y / 26) -
    2.2;
  if (smooth < -raggedUm) return 0;
  const drawnBack =
    smooth + clamp(0.5 * textureAt(fineTexture, x / 9 + 2, y / 9), -raggedUm, raggedUm);
  if (drawnBack <= 0) return 0;
  return smoothStep(-drawnBack - 0.8, -drawnBack + 0.6, gland) * smoothStep(0, 0.6, drawnBack);
}
