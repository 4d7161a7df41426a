import { attenuationPerMm } from './attenuation.ts';
import { addRow, type CoarseGrid, openGrid, toMeans } from './coarse-grid.ts';
import { blankRaster, type FloatRaster } from './raster.ts';
import type { Thickness } from './thickness.ts';
import { transmissionOf } from './transmission.ts';

/** What an ideal beam leaves behind an object: no blur, no scatter, no noise. */
export interface Shadow {
  /** Part of the beam that gets through at each pixel. */
  readonly transmission: FloatRaster;
  /** The column from which on each row is nothing but air, as far as the object knows. */
  readonly airFrom: Int32Array;
  /** Mean thickness of each cell in millimetres. */
  readonly thickness: CoarseGrid;
  /** Part of each cell that the object covers. */
  readonly coverage: CoarseGrid;
  /** Mean transmission of each cell. */
  readonly through: CoarseGrid;
  /** Mean of thickness times transmission of each cell: where scatter comes from. */
  readonly scattering: CoarseGrid;
}

/** Width of the cells of the grids: scatter and the fall-off of the rim have no finer detail. */
const cellMm = 0.5;

/**
 * Casts the shadow of an object at one energy by the law of Beer and Lambert, a block of rows at a
 * time; yields the part that is done. Throws a RangeError where a path is negative or no number.
 */
export async function* castShadow(
  object: Thickness,
  energyKev: number,
  rowsAtATime: number,
): AsyncGenerator<number, Shadow, void> {
  const transmission = blankRaster(object.frame);
  const { widthPx, heightPx, pixels } = transmission;
  const blockRows = Math.max(1, Math.min(rowsAtATime, heightPx));
  const perMm = object.materials.map((id) => attenuationPerMm(id, energyKev));
  const paths = perMm.map(() => new Float32Array(blockRows * widthPx));
  const grids = {
    thickness: openGrid(transmission, cellMm),
    coverage: openGrid(transmission, cellMm),
    through: openGrid(transmission, cellMm),
    scattering: openGrid(transmission, cellMm),
  };
  const airFrom = new Int32Array(heightPx).fill(widthPx);
  const met: Met = {
    thick: new Float64Array(widthPx),
    covered: new Float64Array(widthPx),
    passed: new Float64Array(widthPx),
    scattering: new Float64Array(widthPx),
  };

  for (let first = 0; first < heightPx; first += blockRows) {
    const rows = Math.min(blockRows, heightPx - first);
    const block = paths.map((path) => path.subarray(0, rows * widthPx).fill(0));
    await object.fill(first, rows, block, airFrom.subarray(first, first + rows));
    for (let row = 0; row < rows; row++) {
      const y = first + row;
      const line = pixels.subarray(y * widthPx, (y + 1) * widthPx);
      const end = airFrom[y] as number;
      addPaths(block, row, perMm, met.thick, line, end);
      const bad = attenuate(line, met, end);
      if (bad !== undefined) throw new RangeError(badPath(object, bad, y));
      addRow(grids.thickness, y, met.thick);
      addRow(grids.coverage, y, met.covered);
      addRow(grids.through, y, met.passed);
      addRow(grids.scattering, y, met.scattering);
    }
    yield (first + rows) / heightPx;
  }
  for (const grid of Object.values(grids)) toMeans(grid, transmission);
  return { transmission, airFrom, ...grids };
}

/** What a row has met, as far as the grids gather it. */
interface Met {
  readonly thick: Float64Array;
  readonly covered: Float64Array;
  readonly passed: Float64Array;
  readonly scattering: Float64Array;
}

/** Sums a row over its materials, up to where air begins: the paths, and their attenuation onto `nepers`. */
function addPaths(
  block: readonly Float32Array[],
  row: number,
  perMm: readonly number[],
  thick: Float64Array,
  nepers: Float32Array,
  end: number,
): void {
  thick.fill(0);
  for (let material = 0; material < block.length; material++) {
    const path = block[material] as Float32Array;
    const mu = perMm[material] as number;
    for (let x = 0, at = row * thick.length; x < end; x++, at++) {
      const mm = path[at] as number;
      if (mm === 0) continue;
      thick[x] = (thick[x] as number) + mm;
      nepers[x] = (nepers[x] as number) + mu * mm;
    }
  }
}

/**
 * Turns the attenuation of a row into transmission, all of it from where air begins, and notes what the
 * grids gather; answers with the column of a path that cannot be. It stands apart from the generator,
 * where engines make poor code of it.
 */
function attenuate(
  line: Float32Array,
  { thick, passed, covered, scattering }: Met,
  end: number,
): number | undefined {
  line.fill(1, end);
  passed.fill(1, end);
  covered.fill(0, end);
  scattering.fill(0, end);
  for (let x = 0; x < end; x++) {
    const mm = thick[x] as number;
    const nepers = line[x] as number;
    if (!(nepers >= -1e-3)) return x;
    line[x] = transmissionOf(nepers);
    const through = line[x] as number;
    passed[x] = through;
    covered[x] = mm > 0 ? 1 : 0;
    scattering[x] = mm * through;
  }
  return undefined;
}

const badPath = (object: Thickness, x: number, y: number): string =>
  `At column ${x}, row ${y} the paths through ${object.materials.join(', ')} add up to less than nothing or to no number; a path is 0 mm or more.`;
