import type { LesionId } from '../../src/lexicon/index.ts';
import { drawScanner } from '../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../src/microscopy/light/stain.ts';
import { type Light, renderTile } from '../../src/microscopy/render/tile.ts';
import { openScene } from '../../src/microscopy/scene/scene.ts';
import { sectionOf } from '../fixtures/lesion-sections.ts';
import { ownTask, report } from './children.ts';

/** What drawing a slide took. Seconds are those of the processor. */
export interface SlideCost {
  /** From nothing to a section that can be drawn: the patient, the biopsy and the sections tried. */
  readonly openSeconds: number;
  /** The tissue and cells of the field, with the first drawing of its tiles. */
  readonly firstSeconds: number;
  readonly secondsPerMpx: number;
  /** The mean of the tiles of the field. */
  readonly tileMs: number;
  readonly peakMb: number;
}

/** The level of 0.5 µm/px, and the sides of the field about a speck and of its tiles. */
const [level, fieldPx, tilePx] = [1, 1024, 256];

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const timed = (work: () => void): number => {
  const start = cpuSeconds();
  work();
  return cpuSeconds() - start;
};

const lesion = ownTask<LesionId>();
const light: Light = { stain: drawStain(4), scanner: drawScanner(4) };
const start = cpuSeconds();
const { section, x, y } = sectionOf(lesion);
const scene = openScene(section);
const openSeconds = cpuSeconds() - start;

const cornerOf = (um: number) => Math.floor(um / 0.5 / tilePx) * tilePx - fieldPx / 2;
const [column, row] = [cornerOf(x), cornerOf(y)];
const tiles = Array.from({ length: (fieldPx / tilePx) ** 2 }, (_, n) => ({
  level,
  column: column + tilePx * (n % (fieldPx / tilePx)),
  row: row + tilePx * Math.floor((n * tilePx) / fieldPx),
  widthPx: tilePx,
  heightPx: tilePx,
}));
const drawTiles = () => {
  for (const tile of tiles) renderTile(scene, tile, light);
};
const firstSeconds = timed(drawTiles);
const tileSeconds = timed(drawTiles);
// A worker draws tiles, no whole fields.
const peakMb = process.resourceUsage().maxRSS / 1000;
const seconds = timed(() =>
  renderTile(scene, { level, column, row, widthPx: fieldPx, heightPx: fieldPx }, light),
);

const cost: SlideCost = {
  openSeconds,
  firstSeconds,
  secondsPerMpx: seconds / (fieldPx * fieldPx * 1e-6),
  tileMs: (1000 * tileSeconds) / tiles.length,
  peakMb,
};
report(cost);
