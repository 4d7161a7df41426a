import { attenuationPerMm } from './attenuation.ts';
import { blurInPlace, gaussianKernel } from './blur.ts';
import { addRow, type CoarseGrid, openGrid, readRow, toMeans } from './coarse-grid.ts';
import { controlledTransmission, openFieldQuantaPerMm2 } from './exposure-control.ts';
import { logarithm } from './elementary.ts';
import { openQuantumNoise, openWhiteNoise } from './noise.ts';
import { blankRaster, type FloatRaster } from './raster.ts';
import { scatteredFrom, shareOf } from './scatter.ts';
import { effectiveEnergyKev } from './spectrum.ts';
import type { Thickness } from './thickness.ts';
import { transmissionOf } from './transmission.ts';
import { type Acquisition, unsharpnessMm } from './views.ts';

/** What the detector measured. */
export interface Signal {
  /** Detected quanta of each pixel. */
  readonly quanta: FloatRaster;
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

/** Width of the cells in which thickness and scatter are kept. */
const cellMm = 1;

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
  thickness: Thickness,
  acquisition: Acquisition,
  run: Run,
): AsyncGenerator<number, Signal, void> {
  const { detector, exposure } = acquisition;
  const energyKev = effectiveEnergyKev(acquisition.beam, thickness.thicknessMm);
  const quanta = blankRaster(thickness.frame);
  const { widthPx, heightPx, pitchUm } = quanta;
  const blockRows = Math.max(1, Math.min(run.blockRows ?? 64, heightPx));

  const perMm = thickness.materials.map((id) => attenuationPerMm(id, energyKev));
  const paths = perMm.map(() => new Float32Array(blockRows * widthPx));
  const depths = openGrid(quanta, cellMm);
  const coverage = openGrid(quanta, cellMm);
  const transmissions = openGrid(quanta, cellMm);
  const sources = openGrid(quanta, cellMm);
  const depth = new Float64Array(widthPx);
  const source = new Float64Array(widthPx);
  const covered = new Float64Array(widthPx);

  for (let first = 0; first < heightPx; first += blockRows) {
    const rows = Math.min(blockRows, heightPx - first);
    const block = paths.map((path) => path.subarray(0, rows * widthPx).fill(0));
    await thickness.fill(first, rows, block);
    for (let row = 0; row < rows; row++) {
      const start = (first + row) * widthPx;
      const line = quanta.pixels.subarray(start, start + widthPx);
      depth.fill(0);
      block.forEach((path, material) => {
        const mu = perMm[material] as number;
        for (let x = 0, at = row * widthPx; x < widthPx; x++, at++) {
          const mm = path[at] as number;
          depth[x] = (depth[x] as number) + mm;
          line[x] = (line[x] as number) + mu * mm;
        }
      });
      for (let x = 0; x < widthPx; x++) {
        const through = transmissionOf(line[x] as number);
        line[x] = through;
        source[x] = through * (depth[x] as number);
        covered[x] = (depth[x] as number) > 0 ? 1 : 0;
      }
      addRow(depths, first + row, depth);
      addRow(transmissions, first + row, line);
      addRow(sources, first + row, source);
      addRow(coverage, first + row, covered);
    }
    yield (0.8 * (first + rows)) / heightPx;
  }
  for (const grid of [depths, coverage, transmissions, sources]) toMeans(grid, quanta);

  blurInPlace(quanta, gaussianKernel((unsharpnessMm(acquisition) * 1000) / pitchUm));
  yield 0.88;

  const scattered = scatteredFrom(sources, acquisition.scatter, pitchUm);
  const seen = controlledTransmission(depths, transmissions);
  const pixelMm2 = (detector.pitchUm / 1000) * (detector.pitchUm / 1000);
  const openFieldQuanta = openFieldQuantaPerMm2(exposure, seen) * pixelMm2 * detector.efficiency;
  const quantum = openQuantumNoise(run.seed, widthPx, detector.noiseSpreadUm / detector.pitchUm);
  const electronic = openWhiteNoise(run.seed + 1, widthPx);
  const stray = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    const line = quanta.pixels.subarray(y * widthPx, (y + 1) * widthPx);
    readRow(scattered, y, stray);
    for (let x = 0; x < widthPx; x++)
      line[x] = openFieldQuanta * Math.max(0, (line[x] as number) + (stray[x] as number));
    if (!run.noiseless)
      addNoise(line, quantum.row(y), electronic.row(y), detector.electronicNoiseQuanta);
    if (y % 512 === 511) yield 0.88 + (0.12 * y) / heightPx;
  }
  const { thicknessMm } = thickness;
  const fatNepers =
    thicknessMm * attenuationPerMm('adipose', energyKev) -
    logarithm(1 + shareOf(acquisition.scatter, thicknessMm));
  const known = { openFieldQuanta, energyKev, thicknessMm, fatNepers };
  return { quanta, ...known, thickness: depths, coverage };
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
