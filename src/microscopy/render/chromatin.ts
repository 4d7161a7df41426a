import { clamp, smoothStep } from '../../phantom/index.ts';
import { isSmudged, type Nucleus } from '../scene/nucleus.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { fade } from './stroma.ts';

/** How one nucleus has taken haematoxylin. */
export interface InkedChromatin {
  /** Half the width of its edge: it grows with its distance from the plane of focus. */
  readonly softUm: number;
  /** Its size, as a part of what it would be: dark ones have shrunk. */
  readonly shrunken: number;
  /** Load at a place from its middle, in micrometres and in its half axes, so far within its outline. */
  readonly loadAt: (dx: number, dy: number, p: number, q: number, insideUm: number) => number;
}

/** Size of the grains of the powder. */
const powderUm = 1.15;
/** Size and strength of what is dense and what has cleared in a nucleus as a whole. */
const [cloudUm, cloudy] = [3.1, 0.14];
/** What clumps come to on the average, as a part of one. */
const clumpsMean = 0.24;
/** A nucleus that takes up less than this is not seen. */
const leastLoad = 0.04;

/**
 * Chromatin of a nucleus: a fine powder, and clumps that keep to the membrane where it has cleared
 * within. The membrane is thick on one side and thin on the other. No two nuclei are alike: one is clear
 * and the next full, some are smudged, some lie out of focus. Null for one that is hardly there.
 */
export function chromatinOf(nucleus: Nucleus, pitchUm: number): InkedChromatin | null {
  const { kind, depth, bits, wide } = nucleus;
  const isDark = isSmudged(nucleus);
  const { base, powder, clump, clumpUm, vesicle, rim, varies } = kind.chromatin;
  const { nucleoli, nucleolusUm, second = 0 } = kind.chromatin;
  const even = partOf(bits, 100) + partOf(bits, 101) - 1;
  const strength =
    base * depth * (1 + 1.7 * varies * even) * (isDark ? 1.25 + 0.3 * partOf(bits, 115) : 1);
  if (strength < leastLoad) return null;
  // Cut near its top a nucleus has no edge and little structure.
  const cut = smoothStep(0.5, 0.85, depth);
  const blur = partOf(bits, 102) * partOf(bits, 103);
  const sharp = (1 - 0.8 * blur) * (0.35 + 0.65 * cut) * (isDark ? 0.7 : 1);
  const cleared = isDark
    ? 0
    : clamp(vesicle * (0.35 + 1.3 * partOf(bits, 104)) - 1.2 * varies * even * vesicle, 0, 0.85);
  const powdery = sharp * powder * (0.25 + 0.8 * partOf(bits, 105));
  const size = clumpUm * (0.75 + 0.6 * partOf(bits, 35));
  const shown = fade(size, pitchUm);
  const clumped = clump * (0.4 + 1.2 * partOf(bits, 106)) * (isDark ? 0.4 : 1);
  const [shownClumps, unseenClumps] = [clumped * sharp * shown, clumped * clumpsMean * (1 - shown)];
  const [shiftX, shiftY] = [37 * partOf(bits, 36), 41 * partOf(bits, 37)];
  const [thickX, thickY] = [2 * partOf(bits, 43) - 1, 2 * partOf(bits, 44) - 1];
  const membraneUm = 1.05 + 0.6 * blur;
  const rimmed = (rim / base) * cut * (1 - 0.6 * blur) * shown;
  const marginUm = 0.55 * wide;
  const isSpotted = depth > 0.85 && !isDark && partOf(bits, 38) < nucleoli;
  const spots = isSpotted ? (partOf(bits, 45) < second ? 2 : 1) : 0;
  const [spotX, spotY] = [(partOf(bits, 39) - 0.5) * wide, (partOf(bits, 40) - 0.5) * wide];
  const spotUm = nucleolusUm * (0.75 + 0.5 * partOf(bits, 46));
  const spotLoad = (0.75 * (1 - 0.5 * blur) * shown) / base;
  const spotAt = (dx: number, dy: number, radiusUm: number) =>
    spotLoad * smoothStep(radiusUm + 0.3, radiusUm - 0.3, Math.sqrt(dx * dx + dy * dy));
  return {
    softUm: 0.38 + 0.9 * blur + 1.3 * (1 - cut),
    shrunken: isDark ? 0.84 : 1,
    loadAt(dx, dy, p, q, insideUm) {
      const margin = smoothStep(marginUm, 0, insideUm);
      const lumps = textureAt(smoothTexture, shiftX + dx / size, shiftY + dy / size);
      const grain = textureAt(fineTexture, shiftY + dx / powderUm, shiftX + dy / powderUm);
      const clot = smoothStep(-0.1, 1.8, lumps + 0.2 * grain + 0.7 * margin - 0.3);
      const cloud = textureAt(smoothTexture, shiftY + dx / cloudUm, shiftX + dy / cloudUm);
      const thick = Math.max(0, 0.7 + thickX * p + thickY * q + 0.55 * lumps);
      let load =
        1 +
        shown * powdery * grain +
        cloudy * cloud +
        shownClumps * clot +
        unseenClumps -
        cleared * (1 - margin) * (1 - 0.7 * clot) +
        rimmed * thick * smoothStep(membraneUm, -0.2, insideUm);
      if (spots > 0) load += spotAt(dx - spotX, dy - spotY, spotUm);
      if (spots > 1) load += spotAt(dx + spotX, dy + spotY, 0.75 * spotUm);
      return strength * Math.max(0.1, load);
    },
  };
}
