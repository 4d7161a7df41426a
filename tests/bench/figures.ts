import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { growPhantom, openView } from '../../src/phantom/index.ts';
import { acquire, type Signal } from '../../src/radiography/acquire.ts';
import { parentWindow } from '../../src/radiography/parent-window.ts';
import { present } from '../../src/radiography/presentation.ts';
import { openProjection } from '../../src/radiography/projection/projection.ts';
import { openTissue } from '../../src/radiography/projection/tissue.ts';
import { radiographFrame, takeRadiograph } from '../../src/radiography/radiograph.ts';
import { acquisitionOf, type RadiographId } from '../../src/radiography/views.ts';

/**
 * Makes the pictures of docs/radiography.md: `node tests/bench/figures.ts`. They are made anew when the
 * look of the views has changed, and looked at before they are committed.
 */
const folder = join(import.meta.dirname, '../../docs/pictures');
const heightPx = 420;
const gapPx = 8;
const fieldPx = 420;

const phantom = growPhantom({
  seed: 218,
  density: 'c',
  morphology: 'fine-linear',
  distribution: 'segmental',
  side: 'left',
});
const tissue = openTissue(phantom);

/** An image of one channel as a panel; `low` is shown black and `high` white. */
function panel(
  values: Float32Array | Uint16Array,
  widthPx: number,
  [low, high]: readonly [number, number],
): Promise<Buffer> {
  const grey = Uint8Array.from(values, (value) =>
    Math.max(0, Math.min(255, ((value - low) / (high - low)) * 255)),
  );
  const raw = { width: widthPx, height: values.length / widthPx, channels: 1 } as const;
  return sharp(grey, { raw }).resize({ height: heightPx }).png().toBuffer();
}

/** Joins panels of one height into one picture. */
async function sideBySide(panels: readonly Buffer[], name: string): Promise<void> {
  const widths = await Promise.all(
    panels.map(async (input) => (await sharp(input).metadata()).width),
  );
  const lefts = widths.map((_, n) => widths.slice(0, n).reduce((sum, px) => sum + px + gapPx, 0));
  const width = widths.reduce((sum, px) => sum + px + gapPx, -gapPx);
  await sharp({ create: { width, height: heightPx, channels: 3, background: '#fff' } })
    .composite(panels.map((input, n) => ({ input, left: lefts[n] as number, top: 0 })))
    .jpeg({ quality: 84 })
    .toFile(join(folder, name));
}

/** The middle of a magnification view after each step of the chain. */
async function drawChain(): Promise<void> {
  const view = 'magnification-cc';
  const collimation = { widthPx: fieldPx, heightPx: fieldPx };
  const frame = radiographFrame(phantom, view, { collimation });
  const projection = openProjection(phantom, openView(phantom, view), frame, tissue);
  const paths = projection.materials.map(() => new Float32Array(fieldPx * fieldPx));
  await projection.fill(0, fieldPx, paths);
  const gland = paths[projection.materials.indexOf('gland')] as Float32Array;
  const taken = async (noiseless: boolean): Promise<Signal> => {
    const acquiring = acquire(projection, acquisitionOf(view), { seed: 218, noiseless });
    for (;;) {
      const step = await acquiring.next();
      if (step.done) return step.value;
    }
  };
  const clean = (await taken(true)).quanta.pixels;
  const signal = await taken(false);
  const noisy = signal.quanta.pixels.slice();
  const spread = [...clean].sort((a, b) => a - b);
  const range = [
    spread[Math.floor(spread.length * 0.998)],
    spread[Math.floor(spread.length * 0.002)],
  ] as [number, number];
  const window = await parentWindow(phantom, view, tissue, {});
  const presenting = present(signal, acquisitionOf(view).processing, window);
  let shown = presenting.next();
  while (!shown.done) shown = presenting.next();
  const { raster, window: levels } = shown.value;
  await sideBySide(
    [
      await panel(gland, fieldPx, [0, gland.reduce((a, b) => Math.max(a, b))]),
      await panel(clean, fieldPx, range),
      await panel(noisy, fieldPx, range),
      await panel(raster.pixels, fieldPx, [levels.low, levels.high]),
    ],
    'chain.jpg',
  );
}

/** One lesion from the mammogram to the block. */
async function drawViews(): Promise<void> {
  const views: RadiographId[] = [
    'cc',
    'magnification-cc',
    'specimen-radiograph',
    'block-radiograph',
  ];
  const panels: Buffer[] = [];
  for (const view of views) {
    const { raster, window } = await takeRadiograph(phantom, view, { tissue });
    panels.push(await panel(raster.pixels, raster.widthPx, [window.low, window.high]));
  }
  await sideBySide(panels, 'views.jpg');
}

await mkdir(folder, { recursive: true });
await drawChain();
await drawViews();
