/**
 * Draws contact sheets of the calcifications, for looking at them side by side: a row for each
 * morphology, with the region of the lesion in the CC view and both magnification views.
 *
 *     node tests/bench/contact-sheet.ts <folder> [seed [difficulty]]
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type MorphologyId, morphologyIds } from '../../src/lexicon/index.ts';
import { growPhantom, openView, type Phantom } from '../../src/phantom/index.ts';
import { takeRadiograph } from '../../src/radiography/radiograph.ts';
import { pixelAt } from '../../src/radiography/raster.ts';
import type { RadiographId } from '../../src/radiography/views.ts';

const views = ['cc', 'magnification-cc', 'magnification-ml'] as const;
const panelPx = 700;
const captionPx = 34;
const gapPx = 8;
const rowsOnSheet = 5;

/** The square about the middle of the lesion, or the whole of a smaller picture, in 8 bits. */
async function panelOf(phantom: Phantom, view: RadiographId & (typeof views)[number]) {
  const magnified = view !== 'cc';
  const { raster, window, laterality } = await takeRadiograph(
    phantom,
    view,
    magnified ? { collimation: { widthPx: panelPx, heightPx: panelPx } } : {},
  );
  const { widthPx, heightPx } = raster;
  const grey = Uint8Array.from(raster.pixels, (value) =>
    Math.min(Math.max((255 * (value - window.low)) / (window.high - window.low), 0), 255),
  );
  const [u, v] = openView(phantom, view).compress(phantom.lesion.at);
  const [column, row] = magnified ? [widthPx / 2, heightPx / 2] : pixelAt(raster, [u, v]);
  const shown = laterality === 'right' && !magnified ? widthPx - 1 - column : column;
  const [width, height] = [Math.min(panelPx, widthPx), Math.min(panelPx, heightPx)];
  const within = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(Math.round(middle - size / 2), 0), whole - size);
  return sharp(grey, { raw: { width: widthPx, height: heightPx, channels: 1 } })
    .extract({
      left: within(shown, width, widthPx),
      top: within(row, height, heightPx),
      width,
      height,
    })
    .png()
    .toBuffer();
}

/** White letters on a strip as wide as the sheet. */
const captionOf = (text: string, widthPx: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${captionPx}"><text x="8" y="24" font-family="sans-serif" font-size="20" fill="#fff">${text}</text></svg>`,
  );

/** The three panels of a morphology with its name above them. */
async function rowOf(morphology: MorphologyId, seed: number, difficulty: number) {
  const phantom = growPhantom({ seed, morphology, difficulty });
  const { lesion, distribution, minerals } = phantom.plan;
  const made = minerals.map(({ mineral }) => mineral).join(' and ');
  const says = [morphology, distribution ?? 'alone', lesion, made, `seed ${seed}`].join(', ');
  const panels: Buffer[] = [];
  for (const view of views) panels.push(await panelOf(phantom, view));
  return { says, panels };
}

const [folder, seedGiven = '21', difficultyGiven = '0.3'] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder for the sheets: node tests/bench/contact-sheet.ts <folder>');
  process.exit(1);
}
await mkdir(folder, { recursive: true });
const widthPx = views.length * (panelPx + gapPx);
for (let first = 0; first < morphologyIds.length; first += rowsOnSheet) {
  const named = morphologyIds.slice(first, first + rowsOnSheet);
  const layers: { input: Buffer; left: number; top: number }[] = [];
  for (const [n, morphology] of named.entries()) {
    const { says, panels } = await rowOf(morphology, Number(seedGiven), Number(difficultyGiven));
    const top = n * (panelPx + captionPx + gapPx);
    layers.push({ input: captionOf(says, widthPx), left: 0, top });
    for (const [place, input] of panels.entries())
      layers.push({ input, left: place * (panelPx + gapPx), top: top + captionPx });
    console.log(`${first + n + 1} of ${morphologyIds.length}: ${says}`);
  }
  const file = join(folder, `sheet-${first / rowsOnSheet + 1}.png`);
  const heightPx = named.length * (panelPx + captionPx + gapPx);
  await sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#333' } })
    .composite(layers)
    .greyscale()
    .png()
    .toFile(file);
  console.log(`Written to ${file}.`);
}
