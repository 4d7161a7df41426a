import { attenuationPerMm } from './attenuation.ts';
import { blurInPlace, gaussianKernel, widest } from './blur.ts';
import { type CoarseGrid, readRow } from './coarse-grid.ts';
import { controlledTransmission, openFieldQuantaPerMm2 } from './exposure-control.ts';
import { logarithm } from '../phantom/index.ts';
import { openQuantumNoise, openWhiteNoise } from './noise.ts';
import type { FloatRaster } from './raster.ts';
import { scatteredFrom, shareOf } from './scatter.ts';
import { castShadow } from './shadow.ts';
import { effectiveEnergyKev } from './spectrum.ts';
import type { Thickness } from './thickness.ts';
import { type Acquisition, unsharpnessMm } from './views.ts';

/** What the detector measured. */
export interface Signal {
  /** Detected quanta of each pixel. */
  readonly quanta: FloatRaster;
  /**
   * The column from which on each row shows nothing but air, as far as the object knows. There the
   * detector has all it can hold, and no noise.
   */
  readonly airFrom: Int32Array;
  /** Detected quanta of a pixel with nothing in the way. */
  readonly openFieldQuanta: number;
  /** Energy at which the object was seen. */
  readonly energyKev: number;
  /** Thickness of the object where it is thickest, or between the plates. */
  readonly thicknessMm: number;
  /** Attenuation in nepers that fat of the full thickness shows in this view, scatter and all. */
  readonly fatNepers: number;
  /** Mean thickness of each cell in millimetres. */
  readonly thickness: CoarseGrid;
  /** Part of each cell that the object covers. */
  readonly coverage: CoarseGrid;
}

/** Settings of an exposure that have nothing to do with physics. */
export interface Run {
  /** Any whole number; the same seed gives the same noise. */
  readonly seed: number;
  /** Rows asked for at a time. No result hangs on it. */
  readonly blockRows?: number;
  /** Leaves noise out, as only a simulation can: for truth and for measurements. */
  readonly noiseless?: boolean;
}

/**
 * Takes a radiograph: attenuation by Beer and Lambert at the effective energy, unsharpness of focal
 * spot and detector, scatter, exposure control, noise of quanta and electronics. In steps: yields
 * how much is done, from 0 to 1, after each block of rows, so that the caller can breathe, show it or
 * stop. Holds one image of single precision and a block of path lengths.
 */
export async function* acquire(
  object: Thickness,
  acquisition: Acquisition,
  run: Run,
): AsyncGenerator<number, Signal, void> {
  const { detector, exposure, scatter } = acquisition;
  const { thicknessMm } = object;
  const energyKev = effectiveEnergyKev(acquisition.beam, thicknessMm);

  const casting = castShadow(object, energyKev, run.blockRows ?? 64);
  let cast = await casting.next();
  for (; !cast.done; cast = await casting.next()) yield 0.8 * cast.value;
  const { transmission: quanta, thickness, coverage, through, scattering } = cast.value;
  const { widthPx, heightPx, pitchUm } = quanta;

  const kernel = gaussianKernel((unsharpnessMm(acquisition) * 1000) / pitchUm);
  const airFrom = beyondBlur(cast.value.airFrom, kernel.length - 1, widthPx);
  blurInPlace(quanta, kernel, airFrom);
  yield 0.88;

  // An image coarser than the detector's own is one of pixels taken together.
  const pixelUm = pitchUm * acquisition.magnification;
  const perMm2 = openFieldQuantaPerMm2(exposure, controlledTransmission(thickness, through));
  const openFieldQuanta = (perMm2 * detector.efficiency * pixelUm * pixelUm) / 1e6;
  const scattered = scatteredFrom(scattering, scatter, pitchUm);
  const stray = new Float32Array(widthPx);
  const quantum = openQuantumNoise(run.seed, widthPx, detector.noiseSpreadUm / pixelUm);
  const electronic = openWhiteNoise(run.seed + 1, widthPx);
  for (let y = 0; y < heightPx; y++) {
    const air = airFrom[y] as number;
    const line = quanta.pixels.subarray(y * widthPx, y * widthPx + air);
    readRow(scattered, y, stray.subarray(0, air));
    addStray(line, stray, openFieldQuanta);
    if (!run.noiseless)
      addNoise(line, quantum.row(y, air), electronic.row(y, air), detector.electronicNoiseQuanta);
    quanta.pixels.fill(openFieldQuanta, y * widthPx + air, (y + 1) * widthPx);
    if (y % 512 === 511) yield 0.88 + (0.12 * y) / heightPx;
  }
  const fatNepers =
    thicknessMm * attenuationPerMm('adipose', energyKev) -
    logarithm(1 + shareOf(scatter, thicknessMm));
  const known = { openFieldQuanta, energyKev, thicknessMm, fatNepers };
  return { quanta, airFrom, ...known, thickness, coverage };
}

/** The columns from which on not even a blur that reaches so far shows what is beside the air. */
const beyondBlur = (airFrom: Int32Array, reachPx: number, widthPx: number): Int32Array =>
  airFrom.map((_, y) => Math.min(widest(airFrom, y, reachPx) + reachPx, widthPx));

/** From the part of the beam that comes straight and the part that strays to quanta. */
function addStray(line: Float32Array, stray: Float32Array, openFieldQuanta: number): void {
  for (let x = 0; x < line.length; x++) {
    const part = (line[x] as number) + (stray[x] as number);
    line[x] = part > 0 ? openFieldQuanta * part : 0;
  }
}

function addNoise(
  quanta: Float32Array,
  quantum: Float64Array,
  electronic: Float64Array,
  electronicQuanta: number,
): void {
  for (let x = 0; x < quanta.length; x++) {
    const mean = quanta[x] as number;
    quanta[x] =
      mean +
      Math.sqrt(mean) * (quantum[x] as number) +
      electronicQuanta * (electronic[x] as number);
  }
}
