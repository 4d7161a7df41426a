import {
  between,
  dot,
  type Lesion,
  length,
  moved,
  type PhantomPoint,
  scaled,
  unit,
  type Vector,
} from '../../phantom/index.ts';

/** Tissue that stays between a vessel and a space that the lesion has widened. */
const apartMm = 0.25;
/** Narrower vessels run anywhere between the spaces of a lesion. */
const wideMm = 0.12;

/**
 * The course of a vessel round the spaces of a lesion that hold mineral. Anatomy grows without the
 * lesion, as it must for the same woman to be compared with and without one; but a duct that has
 * widened pushes a vessel aside and does not lie in its blood. By this much, the vessel's radius and the
 * duct's, the section departs from the radiograph.
 */
export function detourOf(
  course: readonly PhantomPoint[],
  radiusMm: number,
  { parts }: Pick<Lesion, 'parts'>,
): readonly PhantomPoint[] {
  const spaces = parts.flatMap((part) =>
    part.kind === 'acinus' || part.kind === 'lumen' || part.kind === 'cyst' ? [part] : [],
  );
  if (radiusMm < wideMm || spaces.length === 0) return course;
  return course.map((point, n) => {
    const before = course[Math.max(n - 1, 0)] as PhantomPoint;
    const along = unit(between(before, course[Math.min(n + 1, course.length - 1)] as PhantomPoint));
    return spaces.reduce((here, space) => {
      const needMm = radiusMm + space.radiusMm + apartMm;
      const off = between(space.at, here);
      const ahead = dot(off, along);
      const aside = moved(off, along, -ahead);
      const asideMm = length(aside);
      const wantedMm = Math.sqrt(Math.max(needMm * needMm - ahead * ahead, 0));
      if (asideMm >= wantedMm) return here;
      const way = asideMm > 1e-6 ? scaled(aside, 1 / asideMm) : across(along);
      return moved(here, way, wantedMm - asideMm);
    }, point);
  });
}

/** Some direction at right angles to another. */
const across = ([x, y, z]: Vector): Vector => unit(x * x < 0.5 ? [0, z, -y] : [-z, 0, x]);
