import { clamp, smoothStep } from '../../phantom/index.ts';
import type { Loads } from '../light/loads.ts';
import { knotUmOf } from '../mineral/contour.ts';
import type { MineralSpot, Phosphate } from '../mineral/phosphate.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade, faded } from './stroma.ts';

/** How a speck of phosphate takes the stain. Specks differ in all of it, and each is the same in all sections. */
export interface Complexion {
  /** How much haematoxylin and eosin its dense parts take. */
  readonly strength: number;
  readonly pink: number;
  /** From its edge it grows denser over this depth, from so much less. */
  readonly gradedUm: number;
  readonly graded: number;
  /** How much of it is powder and not glass: half at 0, hardly any at -2. */
  readonly powder: number;
  /** Shells: how strong, how far from each other, and the depths between which they are seen. */
  readonly shells: number;
  readonly periodUm: number;
  readonly shellsFromUm: number;
  readonly shellsToUm: number;
  /** How deep the middle of a knot is, as far as shells go round it. */
  readonly agateUm: number;
  readonly knotUm: number;
  /** How far knots are denser than powder. */
  readonly knotted: number;
  /** How far fragments differ in thickness. */
  readonly tilted: number;
  /** How much the knife trembled in it, and the knife's way. */
  readonly trembled: number;
  readonly knife: { readonly cos: number; readonly sin: number };
  readonly bits: number;
}

/** The complexion of a speck. */
export function complexionOf({
  cut: { speck },
  fate: { build, bits, shatter, knife },
  widthUm,
}: Phosphate): Complexion {
  const knotUm = knotUmOf(bits, widthUm);
  const isRound = build === 'laminated';
  const hasCore = build === 'granular' && partOf(bits, 28) < 0.45;
  return {
    // What has grown on a thread has had years to grow dense.
    strength: (speck.morphology === 'suture' ? 1.3 : 1.04) + 0.56 * partOf(bits, 23),
    pink: 0.22 + 0.36 * partOf(bits, 24),
    gradedUm: Math.min(36, widthUm * (0.1 + 0.25 * partOf(bits, 22))),
    graded: isRound ? 0.1 + 0.3 * partOf(bits, 30) : 0.2 + 0.4 * partOf(bits, 30),
    powder: isRound ? -2.5 : build === 'granular' ? 1.4 : 2 * partOf(bits, 26) - 1.3,
    shells: isRound || hasCore ? 0.34 : 0.34 * partOf(bits, 29) * partOf(bits, 32),
    periodUm: Math.min(2.2 + 2.4 * partOf(bits, 21), Math.max(1.6, widthUm / 11)),
    shellsFromUm: hasCore ? Math.min(12, 0.18 * widthUm) : -2,
    shellsToUm: isRound || hasCore ? 1000 : 10 + 22 * partOf(bits, 31),
    agateUm: isRound ? 0 : 0.45 * knotUm,
    knotUm,
    knotted: isRound ? 0.04 : 0.12 + 0.18 * partOf(bits, 27),
    tilted: shatter > 0 ? 0.14 : 0,
    trembled: 0.06 * shatter,
    knife,
    bits,
  };
}

/** Colour and relief of mineral that has a share of a pixel. */
export function stainMineral(
  { x, y, insideUm, cover: ofSpot, bits }: MineralSpot,
  share: number,
  complexion: Complexion,
  pitchUm: number,
  loads: Loads,
  at: number,
): void {
  const { strength, pink, gradedUm, graded, powder, knotUm, knotted, tilted } = complexion;
  const cover = share * ofSpot;
  const fine = faded(fade(1.7, pitchUm), fineTexture, x / 1.7, y / 1.7);
  const grain = faded(fade(6.5, pitchUm), fineTexture, x / 6.5 + 3, y / 6.5);
  const patch = textureAt(smoothTexture, x / 19 + 8, y / 19);
  const broad = textureAt(smoothTexture, x / 64, y / 64 + 3);
  const wide = textureAt(fineTexture, x / 210 + 5, y / 210 + 21);
  // The knife trembles: it leaves the mineral thinner and thicker in lines across its way.
  const { cos, sin } = complexion.knife;
  const [u, v] = [x * cos + y * sin, y * cos - x * sin];
  const tremble = faded(complexion.trembled * fade(4, pitchUm), smoothTexture, u / 4, v / 70);
  // Glassy knots, with an edge of their own, lie beside powder and in it: in each speck of its own share.
  const fieldUm = 2.4 * knotUm;
  const knot =
    textureAt(fineTexture, x / fieldUm, y / fieldUm + 17) + 0.7 * wide + 0.25 * patch - powder;
  const loose = smoothStep(0.25, -0.5, knot + 0.22 * grain);
  const deep = smoothStep(0, gradedUm, insideUm + 0.2 * gradedUm * (patch + 0.6 * grain * loose));
  const thick =
    (1 - graded * (1 - deep)) *
    (1 +
      0.06 * broad +
      0.08 * wide +
      0.06 * patch +
      knotted * (0.7 * Math.max(-0.4, Math.min(1, knot)) + 0.6 - 1.1 * loose));
  const grains = (0.03 + 0.08 * loose) * grain + (0.025 + 0.025 * loose) * fine;
  const body =
    thick +
    tremble +
    grains +
    shellAt(complexion, insideUm, 0.3 * patch + 0.15 * grain, knot, broad, pitchUm);
  const tint = 1 + tilted * (partOf(bits, 7) - 0.5);
  // Light is bent at the edge: a dark line within it.
  const rim = 0.16 * smoothStep(2.2, 0.5, insideUm) * fade(1.5, pitchUm);
  const crumb = 1 - 0.4 * smoothStep(-1, -2.5, insideUm);
  const h = strength * crumb * clamp(tint * body + rim, 0.2, 2.2);
  // Haematoxylin lake on lime is violet: eosin goes with it, and more of it where mineral is thin.
  const thin = Math.max(0, 1.15 - thick);
  const e = Math.max(
    0.08,
    (pink * (0.85 + 0.2 * broad - 0.12 * patch) + 0.17 * thin) * (1 + 0.8 * grains),
  );
  const { haematoxylin, eosin } = loads.dyes;
  haematoxylin[at] = (haematoxylin[at] as number) + cover * h;
  eosin[at] = (eosin[at] as number) + cover * e;
  // Mineral glitters: it is thicker than the tissue and bends light.
  loads.shade[at] = (loads.shade[at] as number) + cover * 0.04 * fine;
}

/** What shells add to the strength at a place: they follow the outline, and the sides of knots within it. */
function shellAt(
  { shells, periodUm, shellsFromUm, shellsToUm, agateUm, bits }: Complexion,
  insideUm: number,
  crookedUm: number,
  knot: number,
  broad: number,
  pitchUm: number,
): number {
  const seen = shells * fade(periodUm / 1.3, pitchUm);
  const deepUm = agateUm > 0 && knot > 0 ? Math.min(insideUm, agateUm * knot) : insideUm;
  if (seen <= 0 || deepUm < shellsFromUm || deepUm > 1.6 * shellsToUm) return 0;
  const t = (deepUm + crookedUm) / periodUm;
  const n = Math.floor(t);
  const phase = t - n;
  const shell = 8 * phase * (1 - phase) - 4 / 3;
  // Some shells are stronger than others, and where there are only fragments of them they come and go.
  const strong = Math.max(0.1, 1.7 * partOf(bits, 60 + (n & 15)) - 0.25);
  const kept =
    smoothStep(shellsFromUm, shellsFromUm + 2, deepUm) *
    smoothStep(1.6 * shellsToUm, 0.6 * shellsToUm, deepUm) *
    (shellsToUm > 500 ? 1 : smoothStep(-0.5, 0.5, broad));
  return seen * strong * kept * shell;
}
