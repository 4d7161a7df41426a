import type { Anatomy } from '../anatomy.ts';
import { depthUnderSkinMm } from '../breast.ts';
import type { Draw } from '../draw.ts';
import type { Duct } from '../ductal-tree.ts';
import { type PhantomPoint, phantomPoint } from '../frame.ts';
import type { Plan } from '../plan.ts';
import { RecipeError } from '../recipe.ts';
import type { Tdlu } from '../tdlu.ts';
import { distance, type Vector } from '../vector.ts';

/** A place for one speck. */
export interface Site {
  readonly at: PhantomPoint;
  readonly lobe: number;
  /** The lobular unit nearest to it. */
  readonly tdlu: number;
  /** The duct that it lies in or nearest to. */
  readonly duct: number;
  /** The direction of that duct, away from the nipple. */
  readonly along: Vector;
}

/** Where the calcifications of a case lie. */
export interface Territory {
  readonly at: PhantomPoint;
  /** The lobe that it keeps to; null where it keeps to none. */
  readonly lobe: number | null;
  /** The ducts that lie in it, a parent before its children. */
  readonly ducts: readonly Duct[];
  /** Tells whether a point lies in it. */
  contains(point: PhantomPoint): boolean;
  /** Draws a place for a speck. */
  site(draw: Draw): Site;
}

/** Small particles keep off the skin and the chest wall, or no view would show them well. */
const offSkinMm = 6;
const offWallMm = 8;

/** Tells whether a point lies where a lesion may: in the breast, off the skin and the chest wall. */
export const mayHoldLesion = ({ breast }: Anatomy, point: PhantomPoint): boolean =>
  point[0] > offWallMm && depthUnderSkinMm(breast, point) > offSkinMm;

/** The middle of the lesion: the recipe's, or a lobular unit. Throws where the recipe's is outside. */
export function centreFor(anatomy: Anatomy, plan: Plan, draw: Draw): PhantomPoint {
  if (plan.site) {
    const { xMm, yMm, zMm } = plan.site;
    const point = phantomPoint(xMm, yMm, zMm);
    if (!mayHoldLesion(anatomy, point))
      throw new RecipeError([outsideSentence(anatomy, plan.site)]);
    return point;
  }
  const { breast, tree } = anatomy;
  const held = tree.tdlus.filter(
    ({ at }) =>
      mayHoldLesion(anatomy, at) &&
      at[0] > 0.2 * breast.depthMm &&
      depthUnderSkinMm(breast, at) > 11,
  );
  return draw.pick(held.length > 0 ? held : tree.tdlus).at;
}

/** The lobular unit nearest to a point. */
export function nearestTdlu({ tree }: Anatomy, point: PhantomPoint): Tdlu {
  let best = tree.tdlus[0] as Tdlu;
  let least = Infinity;
  for (const tdlu of tree.tdlus) {
    const d = distance(tdlu.at, point);
    if (d < least) {
      least = d;
      best = tdlu;
    }
  }
  return best;
}

function outsideSentence({ breast }: Anatomy, site: NonNullable<Plan['site']>): string {
  const inside = (p: PhantomPoint) => p[0] > offWallMm && depthUnderSkinMm(breast, p) > offSkinMm;
  const far = (at: (mm: number) => PhantomPoint) => {
    let reach = 0;
    while (reach < 200 && inside(at(reach + 1))) reach++;
    return reach;
  };
  const deepest = far((mm) => phantomPoint(offWallMm + mm, 0, 0)) + offWallMm;
  const found = `found ${site.xMm}, ${site.yMm}, ${site.zMm} mm`;
  if (site.xMm <= offWallMm || site.xMm > deepest) {
    return `\`site\` must lie in this breast: xMm from ${offWallMm + 1} to ${deepest} mm; ${found}.`;
  }
  const lateral = far((mm) => phantomPoint(site.xMm, mm, 0));
  const up = far((mm) => phantomPoint(site.xMm, 0, mm));
  return `\`site\` must lie in this breast: at xMm ${site.xMm} within the ellipse of yMm ±${lateral} and zMm ±${up} mm; ${found}.`;
}
