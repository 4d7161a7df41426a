/** The marks of the features over the picture of a slide. */
import { tissueFeatureNames, tissueFeatures } from '../../../lexicon/index.ts';
import type { Feature, FeatureName } from '../../../microscopy/truth/feature.ts';
import { createLayer, type Ground, stroke, write } from '../layer.ts';
import { screenPointOf, type Shown } from '../projection.ts';
import { isArea, type Kind, radiusUm } from './kinds.ts';

/** What is drawn. */
export interface Drawn {
  readonly kinds: readonly Kind[];
  readonly chosen: Feature | undefined;
}

const leastPx = 4;
const spotPx = 5;
/** Seen on rose and violet, and apart from each other. */
const colours = [
  '#ffe14d',
  '#7de8ff',
  '#b6ff8a',
  '#ffb36b',
  '#ffffff',
  '#9db4ff',
  '#ff6b5e',
  '#2be0b0',
];

/** The colour of a kind, in the picture and in the list. */
export const colourOf = (name: FeatureName): string =>
  colours[tissueFeatureNames.indexOf(name) % colours.length] as string;

/** Builds the marks; `umPerPixel` is the pitch of the slide at its finest. */
export function createMarks(umPerPixel: number) {
  const { element, show } = createLayer();

  function paint({ context, shown }: Ground, { kinds, chosen }: Drawn): void {
    const umPerScreenPx = shown.imagePxPerScreenPx * umPerPixel;
    const placeOf = ({ at: [x, y] }: Feature) =>
      screenPointOf(shown, [x / umPerPixel, y / umPerPixel]);
    const ringPx = (feature: Feature) =>
      isArea(feature.name) ? spotPx : Math.max(leastPx, radiusUm(feature) / umPerScreenPx + 3);
    for (const { name, features } of kinds) {
      const path = new Path2D();
      for (const feature of features) {
        const [x, y] = placeOf(feature);
        const radius = ringPx(feature);
        if (x < -radius || x > shown.widthPx + radius) continue;
        if (y < -radius || y > shown.heightPx + radius) continue;
        path.moveTo(x + radius, y);
        path.arc(x, y, radius, 0, 2 * Math.PI);
        if (isArea(name))
          write(context, tissueFeatures[name].label, x + radius + 5, y, colourOf(name));
      }
      stroke(context, path, colourOf(name), 1.5);
    }
    if (!chosen) return;
    const [x, y] = placeOf(chosen);
    const around = new Path2D();
    around.arc(x, y, ringPx(chosen) + 6, 0, 2 * Math.PI);
    stroke(context, around, '#fff', 2.5);
  }
  return {
    element,
    draw: (frame: Shown, drawn: Drawn) =>
      show(frame, [...drawn.kinds, drawn.chosen], (ground) => paint(ground, drawn)),
  };
}
