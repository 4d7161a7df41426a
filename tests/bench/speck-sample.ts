import type { MorphologyId } from '../../src/lexicon/index.ts';
import { calibreMm, growPhantom, type Phantom } from '../../src/phantom/index.ts';
import { contrastToNoise, pixelCentreMm } from '../../src/radiography/index.ts';
import { truthOf } from '../../src/radiography/truth/reading.ts';
import { ownTask, report } from './children.ts';
import { fieldAbout } from './lesion-field.ts';
import { takePlainView } from './plain-view.ts';

/** Patients of one morphology whose specks are measured. */
export interface Sampling {
  readonly morphology: MorphologyId;
  readonly seeds: readonly number[];
  /** Whether they are also radiographed, in contact. */
  readonly taken: boolean;
}

/** What their specks measure. */
export interface SpeckSample {
  readonly spansMm: readonly number[];
  /** Of casts only. */
  readonly calibresMm: readonly number[];
  /** Of the specks that lie in front of no other. */
  readonly contrastsToNoise: readonly number[];
}

/** A field of 35 mm about the lesion: what a reader looks at when specks are judged. */
const sidePx = 500;

/** The measure that was taken of real specks: the brightest 3 × 3 pixels, against a ring. */
async function contrastsOf(phantom: Phantom): Promise<number[]> {
  const frame = fieldAbout(phantom, sidePx);
  const { raster, projection, compression } = await takePlainView(phantom, 'cc', frame);
  const { thicknessMm, shadows } = projection;
  const view = 'cc';
  const truth = truthOf({ phantom, view, compression, frame, raster, thicknessMm, shadows });
  return truth.specks.flatMap(({ centrePx, diameterMm, hidden }) => {
    if (!centrePx || diameterMm === null || hidden === 'behind-another') return [];
    const [x, y] = centrePx;
    const fromEdge = Math.min(x, y, frame.widthPx - x, frame.heightPx - y);
    if (fromEdge < 20) return [];
    const atMm = pixelCentreMm(frame, x - 0.5, y - 0.5);
    const measured = contrastToNoise(raster, { atMm, diameterMm });
    return Number.isFinite(measured) ? [measured] : [];
  });
}

const { morphology, seeds, taken }: Sampling = ownTask();
const spansMm: number[] = [];
const calibresMm: number[] = [];
const contrastsToNoise: number[] = [];
for (const [i, seed] of seeds.entries()) {
  const density = i % 2 === 0 ? 'b' : 'c';
  const phantom = growPhantom({
    seed,
    density,
    side: 'left',
    morphology,
    mineral: 'hydroxyapatite',
  });
  const named = phantom.specks.filter((speck) => speck.morphology === morphology);
  spansMm.push(...named.map(({ spanMm }) => spanMm));
  calibresMm.push(...named.flatMap(({ solid }) => calibreMm(solid) ?? []));
  if (taken) contrastsToNoise.push(...(await contrastsOf(phantom)));
}
const sample: SpeckSample = { spansMm, calibresMm, contrastsToNoise };
report(sample);
