import {
  type Core,
  type CorePoint,
  corePoint,
  coverOf,
  distance,
  fromCore,
  halfWidthMm,
  layered,
  moved,
  offAxisMm,
  openCoreSurface,
  openDepthUnderSkin,
  openNoise,
  outOf,
  type Phantom,
  type Speck,
  toCore,
} from '../../phantom/index.ts';

/** Tissue that stays on a speck where the core is torn beside it. */
const clingMm = 0.08;
/** How far such tissue may stand out beyond what the needle cut, and by how much that changes over what length. */
const beyondMm = 0.02;
const uneven = { byMm: 0.16, sizeMm: 0.5 };
/** It goes over into the core within such a distance: a mound and no ball on a neck. */
const flankMm = 0.4;

/**
 * Opens the edge of a core's tissue: how far a point lies within it, in millimetres, negative outside.
 * It is the torn surface of the core, and what clings to the specks that the core holds: a needle does
 * not strip a speck of its tissue. Where the core reaches the skin it ends there, beyond is air.
 */
export function openTissueEdge(phantom: Phantom, core: Core): (point: CorePoint) => number {
  const edge = openTornEdge(phantom, core);
  const depthMm = openDepthUnderSkin(phantom.anatomy.breast);
  const reachMm = halfWidthMm(core) + skinSlackMm;
  const isDeep = Array.from({ length: 9 }, (_, n) => (n / 8) * core.lengthMm).every(
    (along) => depthMm(fromCore(core, corePoint(along, 0, 0))) > reachMm,
  );
  return isDeep ? edge : (point) => Math.min(edge(point), depthMm(fromCore(core, point)));
}

/** A core whose axis keeps farther from the skin than its half width and this has none of it. */
const skinSlackMm = 3;

function openTornEdge(phantom: Phantom, core: Core): (point: CorePoint) => number {
  const surface = openCoreSurface(phantom, core);
  const tornMm = (point: CorePoint): number => {
    const sideMm = (surface.radiusMm(point) - offAxisMm(core, point)) * stretchOf(core, point);
    return Math.min(sideMm, surface.withinEndsMm(point));
  };
  // Most specks lie deep within; only those at the edge matter to it.
  const clinging = core.catches.flatMap(({ speck }) => {
    const { at, axes, solid } = phantom.specks[speck] as Speck;
    return coverOf(solid).flatMap((ball) => {
      const centre = toCore(core, moved(at, outOf(axes, ball.at)));
      const radiusMm = ball.radiusMm + clingMm;
      return tornMm(centre) < 2 * radiusMm ? [{ centre, radiusMm }] : [];
    });
  });
  if (clinging.length === 0) return tornMm;
  const rough = layered(openNoise(phantom.plan.seed + core.id), 3);
  return (point) => {
    let clingsMm = -Infinity;
    for (const { centre, radiusMm } of clinging)
      clingsMm = Math.max(clingsMm, radiusMm - distance(centre, point));
    const torn = tornMm(point);
    if (clingsMm <= torn - flankMm) return torn;
    const [along] = point;
    const cutMm = Math.min(core.radiusMm - offAxisMm(core, point), along, core.lengthMm - along);
    const [a, b, c] = point;
    const { byMm, sizeMm } = uneven;
    const bump = 0.2 + rough(a / sizeMm, b / sizeMm, c / sizeMm);
    const standsMm = beyondMm + byMm * Math.max(bump, 0);
    return joined(torn, Math.min(clingsMm, cutMm + standsMm));
  };
}

/** Within either of two bodies that have grown together, with a flank where they meet. */
function joined(aMm: number, bMm: number): number {
  const near = Math.max(0, 1 - Math.abs(aMm - bMm) / flankMm);
  return Math.max(aMm, bMm) + (flankMm / 4) * near * near;
}

/** How long a step of `offAxisMm` is in the tissue, outward from a point: 1 in a round core. */
function stretchOf({ flatness }: Core, [, outward, across]: CorePoint): number {
  if (flatness === 1) return 1;
  const side = outward / flatness;
  const off = Math.sqrt(side * side + across * across);
  const slope = Math.sqrt((side / flatness) * (side / flatness) + across * across);
  return slope > 0 ? off / slope : 1;
}
