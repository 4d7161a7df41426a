import {
  type Compression,
  depthUnderSkinMm,
  type Draw,
  openPatient,
  type Phantom,
  type PhantomPoint,
  wander,
} from '../../phantom/index.ts';
import { type Frame, pixelAt } from '../raster.ts';
import { pieceFields, type StrandLayer } from './strand-layer.ts';

/** How many strands of scar run out of it. */
const countFrom = 12;
const countTo = 20;
/** How long and how thick they are where they leave it; they thin out to nothing. */
const longMm = [7, 22] as const;
const radiusMm = [0.25, 0.75] as const;
/** Strands of collagen among fat. */
const filling = 0.72;
const stepMm = 0.8;
/** They end so far under the skin. */
const leastDepthMm = 2;

/** Adds the strands by which a scar holds the tissue about it: they run out of its pieces to all sides. */
export function addSpicules(
  phantom: Phantom,
  compression: Compression,
  frame: Frame,
  to: StrandLayer,
): void {
  const { lesion, plan, anatomy } = phantom;
  const masses = lesion.parts.filter((part) => part.kind === 'mass');
  if (lesion.kind !== 'scar' || masses.length === 0) return;
  const draw = openPatient(plan.seed).branch('spicules');
  const isInside = (point: PhantomPoint) => depthUnderSkinMm(anatomy.breast, point) > leastDepthMm;
  for (let n = draw.integer(countFrom, countTo); n > 0; n--) {
    const chance = draw.branch(n);
    const from = chance.pick(masses).at;
    const pieces = piecesOf(wayOut(from, isInside, chance), chance, compression, frame);
    to.add('gland', filling, pieces, pieces.length / pieceFields);
  }
}

const wayOut = (
  from: PhantomPoint,
  allowed: (point: PhantomPoint) => boolean,
  draw: Draw,
): PhantomPoint[] =>
  wander(
    {
      from,
      direction: draw.direction(),
      stepMm,
      steps: Math.round(draw.uniform(...longMm) / stepMm),
      restlessness: 0.07,
      wobble: 0.05,
      allowed,
    },
    draw,
  );

function piecesOf(
  course: readonly PhantomPoint[],
  draw: Draw,
  compression: Compression,
  frame: Frame,
): number[] {
  const widest = draw.uniform(...radiusMm) / (frame.pitchUm / 1000);
  const ends = course.map((point, n) => {
    const [u, v] = compression.compress(point);
    const left = 1 - n / Math.max(course.length - 1, 1);
    return [...pixelAt(frame, [u, v]), widest * left] as const;
  });
  return ends.slice(1).flatMap((end, n) => [...(ends[n] as (typeof ends)[number]), ...end, 1]);
}
