import { z } from '../../lexicon/schema.ts';
import { clamp, cosine, pi, sine, smoothStep } from '../../phantom/index.ts';
import { interferenceColour } from './interference.ts';
import type { Loads } from './loads.ts';
import { blankPlanes, type Planes } from './planes.ts';
import { lightOf } from './tone.ts';

/** How the polarising microscope stands. */
export const polarsSchema = z.strictObject({
  /** How far the stage is turned; the slide's own picture is not turned with it. */
  stageDeg: z.number().min(0).max(360).default(0),
  /** Angle between polariser and analyser: 90 is crossed, less lets the stain shine through. */
  crossingDeg: z.number().min(0).max(90).default(90),
  /** Exposure of details against that of plain light; see `exposureAt`. */
  exposure: z.number().min(0.1).max(50).default(1),
});

/** How the polarising microscope stands. */
export type Polars = Readonly<z.infer<typeof polarsSchema>>;

/** Reads the setting of the polars. Throws a RangeError whose sentence names what is permitted. */
export function readPolars(data: unknown): Polars {
  const parsed = polarsSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new RangeError(
    `Polars need a \`stageDeg\` from 0 to 360, a \`crossingDeg\` from 0 to 90 (crossed) and an \`exposure\` from 0.1 to 50; found ${JSON.stringify(data)}.`,
  );
}

/** At this pitch and finer a slide is exposed as its polars say, and longest from the second one on. */
const [finePitchUm, coarsePitchUm] = [2, 16];

/**
 * The exposure at a pitch, against that of plain light. Seen from afar, fibres and small crystals are
 * averaged with the dark about them, so that an overview needs more light: nearly three times as much as
 * details, in steps of √2 from level to level (assumed, by eye).
 */
export const exposureAt = ({ exposure }: Polars, pitchUm: number): number =>
  exposure * Math.sqrt(clamp(pitchUm, finePitchUm, coarsePitchUm) / finePitchUm);

/** What passes crossed polars of a usual microscope without any section (assumed). */
const leak = 1e-4;

/**
 * Dim light is pale to the camera: what passes less than the first part of the light, as collagen does, is a
 * bluish grey whatever the stain took of it, and what passes more than the second has its own colour (assumed).
 */
const [paleBelow, colouredFrom] = [0.0045, 0.02];
const pale = [0.96, 1, 1.09] as const;
/** By what the camera takes each channel, so that white of the first order is white (assumed). */
const balance = [1.05, 1.03, 0.92] as const;
/** Where more than about this part of the light passes bare glass, that is not so. */
const dimGlass = 0.003;

/**
 * A section between polars, in linear light. A plate whose slow axis stands at τ to the polariser
 * passes cos²χ − sin 2τ · sin 2(τ − χ) · sin²(πR/λ), χ being the crossing (Fresnel); on its way it is
 * weakened by the stain, whose picture in plain light is `stained`. Throws a RangeError for loads
 * without retardance.
 */
export function polarise(loads: Loads, stained: Planes, polars: Polars): Planes {
  const { widthPx, heightPx, retardance } = loads;
  if (!retardance) throw new RangeError('These loads were filled without polarised light.');
  const { parallelNm, diagonalNm } = retardance;
  const planes = blankPlanes(widthPx, heightPx);
  const [red, green, blue] = planes.channels;
  const [stainedRed, stainedGreen, stainedBlue] = stained.channels;
  const stage = (2 * polars.stageDeg * pi) / 180;
  const crossing = (2 * polars.crossingDeg * pi) / 180;
  const [stageCos, stageSin] = [cosine(stage), sine(stage)];
  const [crossingCos, crossingSin] = [cosine(crossing), sine(crossing)];
  const through = (1 + crossingCos) / 2 + leak;
  const dim = dimGlass / (dimGlass + through);
  const leaked = polars.exposure * through;
  const weakened = (light: number, value: number) => clamp(light * lightOf(value), 0, 1);
  // What passes where nothing turns it, of the last such pixel: much of a slide is bare glass.
  let [lastRed, lastGreen, lastBlue] = [NaN, NaN, NaN];
  let [darkRed, darkGreen, darkBlue] = [0, 0, 0];
  for (let n = 0; n < red.length; n++) {
    const q = parallelNm[n] as number;
    const u = diagonalNm[n] as number;
    const inRed = stainedRed[n] as number;
    const inGreen = stainedGreen[n] as number;
    const inBlue = stainedBlue[n] as number;
    if (q === 0 && u === 0) {
      if (inRed !== lastRed || inGreen !== lastGreen || inBlue !== lastBlue) {
        lastRed = inRed;
        lastGreen = inGreen;
        lastBlue = inBlue;
        darkRed = weakened(leaked, inRed);
        darkGreen = weakened(leaked, inGreen);
        darkBlue = weakened(leaked, inBlue);
      }
      red[n] = darkRed;
      green[n] = darkGreen;
      blue[n] = darkBlue;
      continue;
    }
    const r = Math.sqrt(q * q + u * u);
    const turnedSin = (u * stageCos + q * stageSin) / r;
    const turnedCos = (q * stageCos - u * stageSin) / r;
    const gain = -turnedSin * (turnedSin * crossingCos - turnedCos * crossingSin);
    const [r0, g0, b0] = interferenceColour(r);
    const passed = polars.exposure * gain;
    const lightRed = (leaked + passed * balance[0] * r0) * lightOf(inRed);
    const lightGreen = (leaked + passed * balance[1] * g0) * lightOf(inGreen);
    const lightBlue = (leaked + passed * balance[2] * b0) * lightOf(inBlue);
    const grey = (lightRed + lightGreen + lightBlue) / 3;
    const paled = dim * smoothStep(colouredFrom, paleBelow, grey / polars.exposure);
    red[n] = clamp(lightRed + paled * (pale[0] * grey - lightRed), 0, 1);
    green[n] = clamp(lightGreen + paled * (pale[1] * grey - lightGreen), 0, 1);
    blue[n] = clamp(lightBlue + paled * (pale[2] * grey - lightBlue), 0, 1);
  }
  return planes;
}
