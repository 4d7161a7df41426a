import type { LesionId } from '../../src/lexicon/index.ts';
import { drawScanner } from '../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../src/microscopy/light/stain.ts';
import { renderTile } from '../../src/microscopy/render/tile.ts';
import { openScene } from '../../src/microscopy/scene/scene.ts';
import { sectionOf } from '../fixtures/lesion-sections.ts';
import { ownTask, report } from './children.ts';
import { measureSlide, whiteGrey } from './slide-field.ts';

/** A lesion whose slide is looked at, and the seed of its stain and scanner. */
export interface Stained {
  readonly lesion: LesionId;
  readonly seed: number;
}

/** Fields of 128 µm at 0.25 µm a pixel, the six most cellular within 1.2 mm of a speck. */
const [fieldUm, pitchUm, fieldsWanted, aroundUm] = [128, 0.25, 6, 1200];
/** The level at which they are looked for. */
const [lookLevel, lookPitchUm] = [3, 2];
/** Real fields hold no mineral and hardly any white. */
const mostWhite = 0.08;

const { lesion, seed }: Stained = ownTask();
const { section, x, y } = sectionOf(lesion);
const scene = openScene(section);
const light = { stain: drawStain(seed), scanner: drawScanner(seed) };
const specks = section.specksIn().map(({ reach }) => reach);

function rgbOf(level: number, pitch: number, left: number, top: number): Uint8Array {
  const side = fieldUm / pitch;
  const [column, row] = [Math.round(left / pitch), Math.round(top / pitch)];
  const rgba = renderTile(scene, { level, column, row, widthPx: side, heightPx: side }, light);
  return Uint8Array.from(
    { length: 3 * side * side },
    (_, n) => rgba[4 * Math.floor(n / 3) + (n % 3)] as number,
  );
}

interface Place {
  readonly left: number;
  readonly top: number;
}
const hasMineral = ({ left, top }: Place): boolean =>
  specks.some(
    (reach) =>
      reach.right > left &&
      reach.left < left + fieldUm &&
      reach.bottom > top &&
      reach.top < top + fieldUm,
  );

const steps = Array.from(
  { length: (2 * aroundUm) / (fieldUm / 2) - 1 },
  (_, n) => n * (fieldUm / 2) - aroundUm,
);
const places = steps
  .flatMap((right) => steps.map((below): Place => ({ left: x + right, top: y + below })))
  .filter((place) => !hasMineral(place))
  .map((place) => {
    const greens = rgbOf(lookLevel, lookPitchUm, place.left, place.top).filter(
      (_, n) => n % 3 === 1,
    );
    const white = greens.filter((green) => green > whiteGrey).length / greens.length;
    return { ...place, white, grey: greens.reduce((sum, green) => sum + green, 0) / greens.length };
  })
  .filter(({ white }) => white < mostWhite)
  .sort((a, b) => a.grey - b.grey);

const chosen: Place[] = [];
for (const place of places) {
  const isApart = chosen.every(
    ({ left, top }) => Math.max(Math.abs(left - place.left), Math.abs(top - place.top)) >= fieldUm,
  );
  if (isApart && chosen.length < fieldsWanted) chosen.push(place);
}
const side = fieldUm / pitchUm;
const fields = chosen.map(({ left, top }) =>
  measureSlide({ values: rgbOf(0, pitchUm, left, top), widthPx: side, heightPx: side, pitchUm }),
);
report(fields.filter((field) => field !== null));
