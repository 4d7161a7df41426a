import { z } from '../../lexicon/schema.ts';
import { openDraw } from '../../phantom/index.ts';
import { type DyeVectors, macenkoVectors, mixedVector, type Rgb, ruifrokVectors } from './dye.ts';

/** The thickness that sections are meant to have; loads are counted for it. */
export const usualThicknessUm = 4;

const level = z.number().min(200).max(255);

/** How a slide was stained. All may be given; what is left out is drawn from the slide's seed. */
export const stainSchema = z.strictObject({
  /** Where the laboratory lies between the vectors of Macenko (0) and those of Ruifrok (1). */
  haematoxylinHue: z.number().min(0).max(1),
  eosinHue: z.number().min(0).max(1),
  /** Strength of the stain; 1 is usual. */
  haematoxylin: z.number().min(0.3).max(2.5),
  eosin: z.number().min(0.3).max(2.5),
  thicknessUm: z.number().min(1.5).max(10),
  /** Bare glass, in levels of the file. */
  glass: z.tuple([level, level, level]),
});

/** How a slide was stained. */
export type Stain = Readonly<z.infer<typeof stainSchema>>;

/**
 * Draws how a slide was stained, as laboratories differ: hues up to Ruifrok's haematoxylin and most of the
 * way to his eosin, haematoxylin of a strength of 0.95 to 1.4 and eosin of 1.05 to 1.55 (measured and by eye,
 * beside three public slides), thickness by a tenth to either side, glass from 236 to 248 with a slight cast.
 */
export function drawStain(seed: number): Stain {
  const draw = openDraw(seed, 'stain');
  const white = draw.uniform(237.5, 246.5);
  const cast = (): number => white + draw.uniform(-1.5, 1.5);
  return {
    haematoxylinHue: draw.uniform(0, 1),
    eosinHue: draw.uniform(0.2, 0.85),
    haematoxylin: draw.uniform(0.95, 1.4),
    eosin: draw.uniform(1.05, 1.55),
    thicknessUm: draw.uniform(3.6, 4.4),
    glass: [cast(), cast(), cast()],
  };
}

/** Reads a stain, completed from a seed. Throws a RangeError whose sentence names what is wrong. */
export function readStain(data: unknown, seed: number): Stain {
  const parsed = stainSchema.partial().safeParse(data);
  if (parsed.success) {
    const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return { ...drawStain(seed), ...Object.fromEntries(given) };
  }
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') || 'stain';
  throw new RangeError(
    `The \`${field}\` of a stain cannot be used (${issue?.message}): hues go from 0 to 1, strengths from 0.3 to 2.5, thicknessUm from 1.5 to 10, glass from 200 to 255 in three channels.`,
  );
}

/** Density in each channel for a load of 1 of each dye: its vector, by strength and thickness. */
export function densitiesOf(stain: Stain): DyeVectors {
  const thick = stain.thicknessUm / usualThicknessUm;
  const times = ([r, g, b]: Rgb, factor: number): Rgb => [r * factor, g * factor, b * factor];
  const mixed = (dye: 'haematoxylin' | 'eosin', hue: number): Rgb =>
    mixedVector(macenkoVectors[dye], ruifrokVectors[dye], hue);
  return {
    haematoxylin: times(mixed('haematoxylin', stain.haematoxylinHue), thick * stain.haematoxylin),
    eosin: times(mixed('eosin', stain.eosinHue), thick * stain.eosin),
    // What eosin colours orange goes with the eosin; pigment has its own colour.
    orange: times(macenkoVectors.orange, thick * stain.eosin),
    brown: times(macenkoVectors.brown, thick),
  };
}
