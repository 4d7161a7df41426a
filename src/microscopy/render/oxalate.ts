import { clamp, cosine, pi, sine, smoothStep } from '../../phantom/index.ts';
import { type PixelPlace, widened, xOf, yOf } from '../frame.ts';
import { retardationNm } from '../light/birefringence.ts';
import type { Loads } from '../light/loads.ts';
import { type Crystal, crystalCover, withinCrystal } from '../mineral/crystal.ts';
import { boxOf } from '../mineral/minerals.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, smoothTexture, textureAt } from '../scene/texture.ts';
import { type Part, pixelsOf } from './part.ts';
import { clearAt } from './phosphate.ts';
import { fade } from './stroma.ts';

/** How far beyond a crystal its edge bends light. */
const beyondUm = 1.8;
/** By how much of its thickness a crystal is thicker at one side than in its middle, and thinner at the other (assumed). */
const wedged = 0.3;

/**
 * Draws a crystal of calcium oxalate: it takes no stain and little of it shines through from tissue
 * above and below. In plain light there is a refractile edge and a breath of amber; between polars
 * there is its retardance, by thickness, tilt and direction.
 */
export function inkCrystal(crystal: Crystal, loads: Loads, place: PixelPlace, part: Part): void {
  const { pitchUm } = place;
  const { axis, thicknessUm, tiltCosine, bits, radius } = crystal;
  const nm = retardationNm('weddellite', thicknessUm, tiltCosine);
  // The optic axis is that of the greater index: the slow one.
  const [parallel, diagonal] = [axis.cos * axis.cos - axis.sin * axis.sin, 2 * axis.cos * axis.sin];
  const amber = 0.015 + 0.06 * partOf(bits, 40);
  const taperUm = 0.8 + 2.4 * partOf(bits, 41);
  const shown = fade(1.2, pitchUm);
  // The knife leaves a wedge: it is thicker to one side.
  const wedge = 2 * pi * partOf(bits, 42);
  const [wedgeX, wedgeY] = [(wedged * cosine(wedge)) / radius, (wedged * sine(wedge)) / radius];
  const chips = Math.min(1, radius / 14);
  const pixels = pixelsOf(widened(boxOf(crystal), beyondUm), place, part);
  for (let j = pixels.top; j < pixels.bottom; j++) {
    const y = yOf(place, j);
    for (let i = pixels.left; i < pixels.right; i++) {
      const x = xOf(place, i, j);
      const broad = textureAt(smoothTexture, x / 9, y / 9);
      const chipped =
        0.2 * textureAt(smoothTexture, x / 2.6, y / 2.6) +
        chips * clamp(0.55 * broad + 0.7 * textureAt(fineTexture, x / 21, y / 21 + 7), -1.6, 1.6);
      const inside = withinCrystal(crystal, x, y) + chipped;
      if (inside < -beyondUm) continue;
      const at = j * loads.widthPx + i;
      const cover = crystalCover(inside, pitchUm);
      // Becke's line: light leaves the crystal's foot dark and lies beside it.
      const dark = smoothStep(1.5, 0.1, inside) * cover;
      const bright = smoothStep(-beyondUm, -0.3, inside) * (1 - cover);
      const along = (x * axis.cos + y * axis.sin) / 14;
      const striae = textureAt(smoothTexture, along, (y * axis.cos - x * axis.sin) / 1.1) * shown;
      const shade = loads.shade;
      shade[at] =
        (shade[at] as number) +
        0.2 * dark -
        0.05 * bright * shown +
        0.01 * (striae + broad) * cover;
      if (cover <= 0) continue;
      clearAt(loads, at, 0.9 * cover);
      const { orange } = loads.dyes;
      orange[at] = (orange[at] as number) + amber * cover;
      if (!loads.retardance) continue;
      const sloped = (x - crystal.x) * wedgeX + (y - crystal.y) * wedgeY;
      const thick =
        cover *
        (0.3 + 0.7 * smoothStep(0, taperUm, inside)) *
        (1 + sloped + 0.1 * broad + 0.03 * striae);
      const { parallelNm, diagonalNm } = loads.retardance;
      parallelNm[at] = (parallelNm[at] as number) + nm * thick * parallel;
      diagonalNm[at] = (diagonalNm[at] as number) + nm * thick * diagonal;
    }
  }
}
