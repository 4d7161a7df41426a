import { growPhantom, openView, type Phantom } from '../../src/phantom/index.ts';
import { expose } from '../../src/radiography/expose.ts';
import { openProjection } from '../../src/radiography/projection/projection.ts';
import type { Frame, GreyRaster } from '../../src/radiography/raster.ts';
import { takeRadiograph } from '../../src/radiography/radiograph.ts';
import { acquisitionOf, type RadiographId } from '../../src/radiography/views.ts';

/** What one process is asked to make: a view as it is, or a field of so many megapixels in it. */
export interface Task {
  readonly recipe: Record<string, unknown>;
  readonly view: RadiographId;
  readonly fieldMpx?: number;
}

/** What it took, in seconds of the processor. */
export interface Cost {
  readonly growSeconds: number;
  readonly seconds: number;
  /** All pixels, and those in which there is breast. */
  readonly mpx: number;
  readonly breastMpx: number;
  readonly peakMb: number;
}

/** Half the pitch of a contact view: so a large breast fills 14 megapixels nearly without air. */
const fieldPitchUm = 35;
/** Width of the fields over their height: that of a breast from the chest wall to the nipple. */
const aspect = 0.6;

/** A field of an oblique view about the middle of the breast, from the chest wall on. */
async function takeField(phantom: Phantom, fieldMpx: number): Promise<GreyRaster> {
  const compression = openView(phantom, 'mlo');
  const vs = compression.outline(200).map(([, v]) => v);
  const heightPx = Math.round(Math.sqrt((fieldMpx * 1e6) / aspect));
  const middleMm = (Math.min(...vs) + Math.max(...vs)) / 2;
  const frame: Frame = {
    widthPx: Math.round(aspect * heightPx),
    heightPx,
    pitchUm: fieldPitchUm,
    originMm: [0, middleMm + (heightPx * fieldPitchUm) / 2000],
  };
  const projection = openProjection(phantom, compression, frame);
  return (await expose(projection, acquisitionOf('mlo'), { seed: phantom.plan.seed })).raster;
}

/** Pixels darker than this are air. */
const blackest = 4096;

const { recipe, view, fieldMpx }: Task = JSON.parse(process.argv[2] ?? '{}');
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const start = cpuSeconds();
const phantom = growPhantom(recipe);
const grown = cpuSeconds();
const { pixels } = fieldMpx
  ? await takeField(phantom, fieldMpx)
  : (await takeRadiograph(phantom, view)).raster;
const taken = cpuSeconds();
const cost: Cost = {
  growSeconds: grown - start,
  seconds: taken - grown,
  mpx: pixels.length / 1e6,
  breastMpx: pixels.reduce((count, grey) => count + (grey > blackest ? 1 : 0), 0) / 1e6,
  peakMb: process.resourceUsage().maxRSS / 1000,
};
console.log(JSON.stringify(cost));
