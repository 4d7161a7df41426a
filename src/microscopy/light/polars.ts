import { z } from '../../lexicon/schema.ts';
import { clamp, cosine, pi, sine } from '../../phantom/index.ts';
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
 * What a camera does to red, green and blue where all is dark but the stroma: it is balanced on that, most
 * of the way, for the blue of a small retardation less the green that eosin takes is violet (assumed).
 */
const stromaBalance = [0.96, 1.26, 0.82] as const;
/** Where more than about this part of the light passes bare glass it is balanced on the glass. */
const balancedOnGlass = 0.003;

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
  const onStroma = balancedOnGlass / (balancedOnGlass + through);
  // What leaks through the polars has no colour to be balanced away.
  const leaked = polars.exposure * through;
  const [exposedRed, exposedGreen, exposedBlue] = stromaBalance.map(
    (gain) => polars.exposure * (1 + onStroma * (gain - 1)),
  ) as [number, number, number];
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
    red[n] = weakened(leaked + exposedRed * gain * r0, inRed);
    green[n] = weakened(leaked + exposedGreen * gain * g0, inGreen);
    blue[n] = weakened(leaked + exposedBlue * gain * b0, inBlue);
  }
  return planes;
}
