import type { MineralId } from '../../src/lexicon/index.ts';
import { growPhantom, openView, type Phantom } from '../../src/phantom/index.ts';
import { acquire } from '../../src/radiography/acquire.ts';
import { ascending, type FloatRaster, pixelAt, quantileOf } from '../../src/radiography/index.ts';
import { openProjection } from '../../src/radiography/projection/projection.ts';
import { openTissue, type Tissue } from '../../src/radiography/projection/tissue.ts';
import { acquisitionOf } from '../../src/radiography/views.ts';
import { fieldAbout } from './lesion-field.ts';
import type { BenchRow } from './row.ts';

const seeds = [1, 2];
const sidePx = 230;
/** By the mass and the elements of both minerals at 20 keV: 19.9 /cm over gland against 6.5 /cm. */
const expected = { least: 2.6, most: 3.5 } as const;

/** The quanta of a contact view about the lesion, without noise. */
async function quantaOf(phantom: Phantom, tissue: Tissue): Promise<FloatRaster> {
  const compression = openView(phantom, 'cc');
  const frame = fieldAbout(phantom, sidePx);
  const projection = openProjection(phantom, compression, frame, tissue);
  const taking = acquire(projection, acquisitionOf('cc'), {
    seed: phantom.plan.seed,
    noiseless: true,
  });
  let step = await taking.next();
  while (!step.done) step = await taking.next();
  return step.value.quanta;
}

/** The greatest loss of quanta to each speck, in nepers; NaN where it lies outside the field. */
function contrastsOf(phantom: Phantom, withSpecks: FloatRaster, without: FloatRaster): number[] {
  const compression = openView(phantom, 'cc');
  return phantom.specks.map(({ at }) => {
    const [u, v] = compression.compress(at);
    const [column, row] = pixelAt(withSpecks, [u, v]).map(Math.round) as [number, number];
    let greatest = Number.NaN;
    for (let y = row - 2; y <= row + 2; y++) {
      for (let x = column - 2; x <= column + 2; x++) {
        if (x < 0 || y < 0 || x >= sidePx || y >= sidePx) continue;
        const pixel = y * sidePx + x;
        const lost = Math.log(
          (without.pixels[pixel] as number) / (withSpecks.pixels[pixel] as number),
        );
        if (!(greatest >= lost)) greatest = lost;
      }
    }
    return greatest;
  });
}

const medianRatio = (a: readonly number[], b: readonly number[]): number =>
  quantileOf(ascending(a.map((value, n) => value / (b[n] as number)).filter(Number.isFinite)), 0.5);

/**
 * How much more a grain of hydroxyapatite takes out of the beam than one of calcium oxalate at the same
 * place and of the same size: first the very same body, then each as the phantom makes it.
 */
export async function benchMinerals(): Promise<BenchRow[]> {
  const [body, made]: [number[], number[]] = [[], []];
  const grow = (seed: number, mineral: MineralId) =>
    growPhantom({ seed, density: 'b', side: 'left', morphology: 'punctate', mineral });
  for (const seed of seeds) {
    const apatite = grow(seed, 'hydroxyapatite');
    const oxalate = grow(seed, 'calcium-oxalate');
    const exchanged: Phantom = {
      ...apatite,
      specks: apatite.specks.map((speck) => ({ ...speck, mineral: 'calcium-oxalate' })),
    };
    const tissue = openTissue(apatite);
    const bare = await quantaOf({ ...apatite, specks: [] }, tissue);
    const of = async (phantom: Phantom) =>
      contrastsOf(phantom, await quantaOf(phantom, tissue), bare);
    const known = await of(apatite);
    body.push(medianRatio(known, await of(exchanged)));
    made.push(medianRatio(known, await of(oxalate)));
  }
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const rounded = (value: number) => Number(value.toPrecision(3));
  return [
    {
      name: 'hydroxyapatite over calcium oxalate: contrast of one body',
      value: rounded(mean(body)),
      unit: 'times',
      bar: `physics ${expected.least} to ${expected.most}`,
      ok: mean(body) >= expected.least && mean(body) <= expected.most,
    },
    {
      name: 'hydroxyapatite over calcium oxalate: grains of one size',
      value: rounded(mean(made)),
      unit: 'times',
      bar: `claimed about 3, ${expected.least} to ${expected.most}`,
      ok: mean(made) >= expected.least && mean(made) <= expected.most,
    },
  ];
}
