import { clamp, smoothStep } from '../../phantom/index.ts';
import type { Cytoplasm, Lining } from '../lesion/lining.ts';
import type { CellMap, CellPlace } from '../scene/cell-map.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { contentAt } from './content.ts';
import { fade, faded, type Spot } from './stroma.ts';

/** The cell that a pixel lies in; filled anew for each. */
const own: CellPlace = { bits: 0, borderUm: 0, isDead: false, isDark: false };
/** What borders are of a lining on the average, where none is seen by itself. */
const bordersShare = 0.09;
const gapsShare = 0.08;
/** How far the edge of a lumen is frayed to both sides. */
const frayedUm = 2.8;
/** How much denser the cytoplasm of a dark cell is, as tint. */
const darkTint = 1.3;
/** So far from the edge of what is dead the cells themselves say where it runs. */
const dyingUm = 12;

/**
 * The wall and the lumen of a gland at a place that lies `gland` µm within its basement membrane and
 * `lumen` µm within its lumen (negative in the wall). Nuclei are not in it. The cytoplasm is denser at
 * the lumen and clears in patches at the base, where the myoepithelium lies. Without a map of cells
 * none has a tint or a border of its own.
 */
export function glandAt(
  x: number,
  y: number,
  gland: number,
  lumen: number,
  { cytoplasm, content, layers }: Lining,
  cells: CellMap | null,
  pitchUm: number,
  spot: Spot,
): void {
  const soft = Math.max(0.7, 0.6 * pitchUm);
  spot.eosin = 0;
  spot.haematoxylin = 0;
  spot.orange = 0;
  spot.fibres = 0;
  // Dead matter is made of cells too: it begins where the cells are dead, not along a line.
  const isDebris = content === 'necrosis' && cells !== null && layers.length > 0;
  if (lumen > (isDebris ? dyingUm : soft + frayedUm)) {
    if (content !== 'empty')
      contentAt(x, y, lumen, content, isDebris ? cells : null, pitchUm, spot);
    return;
  }
  const granule = faded(fade(1.5, pitchUm), fineTexture, x / 1.5, y / 1.5);
  const cell = textureAt(fineTexture, x / 8.5 + 4, y / 8.5);
  const region = textureAt(smoothTexture, x / 70, y / 70 + 8);
  const bumpy = faded(fade(3.4, pitchUm), smoothTexture, x / 3.4, y / 3.4);
  const isNearLumen = lumen > -soft - frayedUm;
  const snout = isNearLumen ? textureAt(smoothTexture, x / 11 + 31, y / 11) : 0;
  const frayed = clamp(0.3 * bumpy + 1.15 * snout, -frayedUm, frayedUm);
  let open = isDebris ? 0 : smoothStep(-soft, soft, lumen + frayed);
  const { varies } = cytoplasm;
  // Each cell is a little denser or paler than the next, and has a border that is a thin line here and a
  // fine gap there.
  let tint = cell;
  let border = 0;
  let gap = 0;
  if (open < 1 && cells && pitchUm < 3) {
    cells(x + 0.45 * bumpy + 0.9 * cell, y + 0.25 * granule - 0.3 * bumpy - 0.7 * cell, own);
    if (isDebris && own.isDead) {
      contentAt(x, y, lumen, content, cells, pitchUm, spot);
      return;
    }
    // Cells lie over each other's edges, so that one goes over into the next.
    const within = smoothStep(-0.9, 1.7, own.borderUm);
    tint = 0.45 * cell + within * (2 * partOf(own.bits, 60) - 1 + (own.isDark ? darkTint : 0));
    const line =
      (1 - own.borderUm / Math.max(0.95, 0.7 * pitchUm)) * smoothStep(-0.9, 1.3, cell + region);
    border = line > 0 ? line * cytoplasm.border * Math.min(1, 0.75 / (0.7 * pitchUm)) : 0;
    const dying = isDebris ? 1.4 * smoothStep(-dyingUm, dyingUm, lumen) : 0;
    const drawnIn = partOf(own.bits, 131) < 0.3 * cytoplasm.gap ? 0.3 + 0.9 * cell : 0;
    const apart =
      drawnIn + cytoplasm.gap * (1.5 * region + 0.9 * cell - 1.5 + 2.2 * dying) + 0.2 * dying;
    gap = apart > 0 ? smoothStep(apart + 0.9, apart - 0.9, own.borderUm + 0.25 * bumpy) : 0;
  } else {
    border = bordersShare * cytoplasm.border;
    gap = gapsShare * cytoplasm.gap;
    if (isDebris) open = smoothStep(-soft, soft, lumen);
  }
  const apex = cytoplasm.apex * smoothStep(-3.2, -0.4, lumen);
  const base =
    cytoplasm.clearBase * smoothStep(4.6, 2.2, gland) * smoothStep(-0.2, 0.9, cell + 0.5 * region);
  const vacuole =
    Math.min(1, cytoplasm.vacuoles) * smoothStep(1.5, 2.1, cell + 0.35 * region) * 0.7;
  // Foam: many small vacuoles, as macrophages and sebaceous cells have them.
  let bubbles = 0;
  if (cytoplasm.vacuoles > 1) {
    const shown = fade(2.2, pitchUm);
    const bubble = faded(shown, fineTexture, x / 2.2 + 17, y / 2.2);
    bubbles = shown * smoothStep(-0.5, 0.5, bubble) + (1 - shown) * 0.5;
    bubbles *= 1 - Math.min(1, 0.8 * border);
  }
  const density =
    1 +
    (cytoplasm.granular ?? 0.1) * granule +
    1.6 * varies * tint +
    0.1 * region +
    layered(x, y, gland, cytoplasm);
  const eosin = cytoplasm.eosin * (density + 1.15 * border) + apex;
  const basophilia = cytoplasm.haematoxylin * (density + 0.08 * granule + 0.75 * border);
  const lamina = laminaAt(x, y, lumen, cytoplasm, pitchUm);
  const left = (1 - base) * (1 - vacuole) * (1 - 0.65 * bubbles) * (1 - open) * (1 - 0.8 * gap);
  if (open > 0 && content !== 'empty') contentAt(x, y, lumen, content, null, pitchUm, spot);
  const unlined = left * (1 - lamina);
  spot.eosin = Math.max(
    0,
    eosin * unlined + lamina * (cytoplasm.elastica ?? 0) + open * spot.eosin,
  );
  spot.haematoxylin = Math.max(0, basophilia * unlined + open * spot.haematoxylin);
  spot.orange *= open;
}

/** What smooth muscle in layers adds to the density of a wall. */
const layered = (x: number, y: number, gland: number, { lamellae }: Cytoplasm): number =>
  lamellae ? lamellae * textureAt(fineTexture, gland / 3.4, (x + y) / 46) : 0;

/** Half the thickness of an elastic lamina. */
const laminaUm = 1.9;

/** How far a place lies in the elastic lamina of a wall, which its contraction has thrown into waves. */
function laminaAt(
  x: number,
  y: number,
  lumen: number,
  { elastica }: Cytoplasm,
  pitchUm: number,
): number {
  if (!elastica || lumen < -14) return 0;
  const half = Math.max(laminaUm, 0.6 * pitchUm);
  const off = lumen + 6.5 + 1.9 * textureAt(smoothTexture, x / 12, y / 12);
  return smoothStep(half, 0.5 * half, Math.abs(off)) * Math.min(1, laminaUm / half);
}
