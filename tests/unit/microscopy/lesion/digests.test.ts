import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { LesionId } from '../../../../src/lexicon/index.ts';
import { readPolars } from '../../../../src/microscopy/light/polars.ts';
import { drawScanner } from '../../../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import { pitchOf, renderTwins } from '../../../../src/microscopy/render/tile.ts';
import { chunkUm, openScene } from '../../../../src/microscopy/scene/scene.ts';
import { morphologyOf, sectionOf } from '../../../fixtures/lesion-sections.ts';

const light = { stain: drawStain(4), scanner: drawScanner(4) };
const lights = [undefined, readPolars({ exposure: 14 })];
/** At 1 µm a pixel a gland beside its mineral, and at 2 µm nearly all of a chunk of tissue. */
const fields = [
  { level: 2, sizePx: 256 },
  { level: 3, sizePx: 240 },
] as const;
/** More than the scanner looks at beside a tile. */
const apronPx = 8;

/** Where a tile about a middle begins, moved so that it lies in one chunk of tissue: that is cheap. */
function firstPx(middleUm: number, pitchUm: number, sizePx: number): number {
  const chunkPx = chunkUm / pitchUm;
  const chunk = Math.floor(middleUm / chunkUm) * chunkPx;
  const first = Math.round(middleUm / pitchUm - sizePx / 2);
  return Math.min(Math.max(first, chunk + apronPx), chunk + chunkPx - sizePx - apronPx);
}

function digestsOf(lesion: LesionId) {
  const { section, x, y } = sectionOf(lesion);
  const scene = openScene(section);
  const hashes = lights.map(() => createHash('sha256'));
  for (const { level, sizePx } of fields) {
    const [column, row] = [x, y].map((um) => firstPx(um, pitchOf(level), sizePx)) as [
      number,
      number,
    ];
    const place = { level, column, row, widthPx: sizePx, heightPx: sizePx };
    for (const [n, rgba] of renderTwins(scene, place, light, lights).entries())
      hashes[n]?.update(rgba);
  }
  const [stained, crossed] = hashes.map((hash) => hash.digest('hex').slice(0, 20));
  return { stained, 'between crossed polars': crossed };
}

/**
 * Fingerprints of tiles about a speck of every lesion. A change that means to change a picture says so by
 * renewing them, after a look: `npx vitest run tests/unit/microscopy/lesion/digests.test.ts -u`.
 */
it('draws every lesion as it was when it was last looked at', async () => {
  const lesions = Object.keys(morphologyOf) as LesionId[];
  const digests = Object.fromEntries(lesions.map((lesion) => [lesion, digestsOf(lesion)]));
  await expect(`${JSON.stringify(digests, null, 2)}\n`).toMatchFileSnapshot(
    '../../../fixtures/lesion-digests.json',
  );
}, 240_000);
