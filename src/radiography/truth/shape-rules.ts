import {
  contains,
  findTerm,
  groupMinCount,
  type Interval,
  type MorphologyId,
  printInterval,
} from '../../lexicon/index.ts';
import { centreOverRim } from './lucency.ts';
import { median, type Scene } from './scene.ts';
import { areaWithin, boundsOf, calibrePx, flatnessOf } from './shape.ts';
import { trackDepth } from './tracks.ts';
import type { SpeckTruth } from './view-truth.ts';

const pitchMmOf = ({ frame }: Scene) => frame.pitchUm / 1000;

/**
 * Sizes as they are seen: none beyond the upper limit of the lexicon, and the middle one not below the
 * lower, as pieces seen end-on look smaller. A pixel more or less is no fault.
 */
export function sizeFaults(scene: Scene): string[] {
  const { phantom, named, view } = scene;
  const pitchMm = pitchMmOf(scene);
  const { morphology } = phantom.plan;
  return findTerm('morphology', morphology).sizes.flatMap(({ of, sizeMm }) => {
    const measured = sizesSeen[of]?.(named, pitchMm);
    if (!measured || measured.length === 0) return [];
    const widest = Math.max(...measured);
    const found = contains(upTo(sizeMm, pitchMm), widest) ? median(measured) : widest;
    if (contains(upTo(sizeMm, pitchMm), found) && found >= (sizeMm.min ?? 0) - pitchMm) return [];
    return [
      `\`sizeMm\` must be such that the ${of} of ${morphology} is ${printInterval(sizeMm, 'mm')}, but ${view} shows ${found.toFixed(2)} mm.`,
    ];
  });
}

const upTo = ({ max }: Interval, pitchMm: number): Interval =>
  max === undefined ? {} : { max: max + pitchMm };

const sizesSeen: Partial<
  Record<string, (specks: readonly SpeckTruth[], pitchMm: number) => number[]>
> = {
  particle: (specks) => specks.map(({ diameterMm }) => diameterMm ?? 0),
  sphere: (specks) => specks.map(({ diameterMm }) => diameterMm ?? 0),
  calibre: (specks, pitchMm) => specks.map(({ outlinesPx }) => calibrePx(outlinesPx) * pitchMm),
};

/** How many times longer than wide something is. */
const slenderness = ({ frame }: Scene, { diameterMm, outlinesPx }: SpeckTruth): number =>
  ((diameterMm ?? 0) * 1000) / frame.pitchUm / Math.max(calibrePx(outlinesPx), 1e-6);

const heightOverWidth = ({ outlinesPx }: SpeckTruth): number => {
  const { widthPx, heightPx } = boundsOf(outlinesPx);
  return heightPx / Math.max(widthPx, 1e-6);
};

const largestOutline = ({ outlinesPx }: SpeckTruth) =>
  [...outlinesPx].sort((a, b) => areaWithin([b]) - areaWithin([a]))[0] ?? [];

/** Seen from above or from the side; the oblique view is neither. */
const fromTheSide = ({ view }: Scene) => view.endsWith('ml');

// The limits lie well between what shadows of the named form and of its look-alikes measure, over
// many seeds: a disc is 1.3 times as long as its calibre, a cast mostly 4 to 13 times.
const roundAtMost = 1.7;
const longAtLeast = 3;
const discWithin: Interval = { min: 0.75, max: 1.3 };
const layerAtMost = 0.6;
const flatAtLeast = 0.8;
const flatterBy = 0.2;
const tracksAtLeast = 1.2;
const lucentBelow = 0.8;
const differingBy = 1.6;

const shaped = ({ phantom, view }: Scene, but: string) =>
  `\`morphology\` says ${phantom.plan.morphology}, but ${view} shows ${but}.`;

const compactOnly = (scene: Scene): string[] => {
  const found = median(scene.named.map((speck) => slenderness(scene, speck)));
  return found <= roundAtMost
    ? []
    : [
        shaped(
          scene,
          `pieces ${found.toFixed(1)} times as long as wide; at most ${roundAtMost} is round`,
        ),
      ];
};

const slenderOnly = (scene: Scene): string[] => {
  const found = median(scene.named.map((speck) => slenderness(scene, speck)));
  return found >= longAtLeast
    ? []
    : [
        shaped(
          scene,
          `pieces ${found.toFixed(1)} times as long as wide; at least ${longAtLeast} is linear`,
        ),
      ];
};

/** What each morphology must look like, beyond its size. */
export const shapeRules: Partial<Record<MorphologyId, (scene: Scene) => string[]>> = {
  round: compactOnly,
  punctate: compactOnly,
  'fine-linear': slenderOnly,
  'large-rod-like': slenderOnly,

  'fine-pleomorphic': (scene) => {
    const sizes = scene.named.map(({ diameterMm }) => diameterMm ?? 0);
    const ratio = Math.max(...sizes) / Math.max(Math.min(...sizes), 1e-6);
    return sizes.length < groupMinCount || ratio >= differingBy
      ? []
      : [
          shaped(
            scene,
            `sizes that differ by ${ratio.toFixed(1)} times; at least ${differingBy} is pleomorphic`,
          ),
        ];
  },

  'milk-of-calcium': (scene) => {
    const shape = median(scene.named.map(heightOverWidth));
    if (!fromTheSide(scene)) {
      return contains(discWithin, shape)
        ? []
        : [
            shaped(
              scene,
              `shapes ${shape.toFixed(2)} times as high as wide; smudgy discs are 0.75 to 1.3`,
            ),
          ];
    }
    const edges = scene.named.map((speck) => flatnessOf(largestOutline(speck)));
    const above = median(edges.map((edge) => edge.above));
    const below = median(edges.map((edge) => edge.below));
    return shape <= layerAtMost && above >= flatAtLeast && above - below >= flatterBy
      ? []
      : [
          shaped(
            scene,
            `shapes ${shape.toFixed(2)} times as high as wide, flat over ${Math.round(above * 100)} % above and ${Math.round(below * 100)} % below; layers are at most ${layerAtMost} times as high, flat over at least ${flatAtLeast * 100} % above and round below`,
          ),
        ];
  },

  vascular: (scene) => {
    const { phantom, shadows, compression, frame, named } = scene;
    const depths = named.flatMap(({ id }) => {
      const speck = phantom.specks.find((each) => each.id === id);
      const shadow = shadows.find((each) => each.id === id);
      const depth = speck && shadow ? trackDepth(speck, shadow, compression, frame) : null;
      return depth === null ? [] : [depth];
    });
    const found = depths.length > 0 ? median(depths) : 0;
    return found >= tracksAtLeast
      ? []
      : [
          shaped(
            scene,
            `walls ${found.toFixed(1)} times as dense as what is between them; parallel tracks are at least ${tracksAtLeast}`,
          ),
        ];
  },

  rim: (scene) => {
    const found = median(
      scene.named.flatMap(({ id }) => {
        const shadow = scene.shadows.find((each) => each.id === id);
        return (shadow && centreOverRim(shadow)) ?? [];
      }),
    );
    return found < lucentBelow
      ? []
      : [
          shaped(
            scene,
            `a centre ${found.toFixed(2)} times as dense as the rim; lucent is below ${lucentBelow}`,
          ),
        ];
  },
};
