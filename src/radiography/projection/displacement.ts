import {
  between,
  length,
  type Lesion,
  moved,
  type PhantomPoint,
  power,
  type Vector,
  within,
} from '../../phantom/index.ts';

/** Tells where the tissue of a point came from, before a lesion grew there and made itself room. */
export type Displacement = (point: PhantomPoint) => PhantomPoint;

/** What is smaller makes no room that shows. */
const leastMm = 1.5;
/** The part of its volume that a growth has pushed aside; the rest it has taken the place of. */
const pushed = 0.85;
/** How far a contracting lesion draws in what lies about it, as part of the way, and how far that reaches. */
const drawnIn = 0.3;
const drawnFrom = 1.7;

/**
 * Opens the displacement of the tissue about the masses and cysts of a lesion. What has grown pushes:
 * tissue keeps its volume, so that a shell which is r³ of the growth's own was r³ less what was pushed.
 * Scars and what grows into its surroundings with an irregular border shrink and draw tissue in.
 */
export function openDisplacement({ kind, parts }: Lesion): Displacement {
  const bodies = parts.flatMap((part) => {
    if (part.kind === 'cyst')
      return [{ at: part.at, radiusOf: () => part.radiusMm, draws: false, sizeMm: part.radiusMm }];
    if (part.kind !== 'mass') return [];
    const { axes, semiAxesMm } = part;
    const radiusOf = (way: Vector): number => {
      const own = within(axes, way);
      const inUnits: Vector = [
        own[0] / semiAxesMm[0],
        own[1] / semiAxesMm[1],
        own[2] / semiAxesMm[2],
      ];
      return length(way) / Math.max(length(inUnits), 1e-6);
    };
    const draws = part.border === 'irregular' && kind !== 'fibroadenoma';
    return [{ at: part.at, radiusOf, draws, sizeMm: Math.max(...semiAxesMm) }];
  });
  const shown = bodies.filter(({ sizeMm }) => sizeMm >= leastMm);
  return (point) => {
    let from = point;
    for (const { at, radiusOf, draws, sizeMm } of shown) {
      const way = between(at, from);
      const away = length(way);
      if (away > 5 * sizeMm || away < 1e-6) continue;
      const r = away / radiusOf(way);
      const part = draws ? 1 + contraction(r) : expansion(r);
      from = moved(at, way, part) as PhantomPoint;
    }
    return from;
  };
}

/** Which part of its way from the middle tissue had gone before, that lies at r radii now. */
function expansion(r: number): number {
  const cube = Math.max(r * r * r, 1);
  return power(1 - pushed / cube, 1 / 3);
}

function contraction(r: number): number {
  const far = r / drawnFrom;
  return drawnIn / (1 + far * far * far * far);
}
