import {
  bowed,
  type CompressedPoint,
  compressedPoint,
  type Compression,
  distance,
  type Noise,
  noiseAt,
  type PhantomPoint,
  phantomPoint,
  resampled,
  smoothStep,
  type Vessel,
} from '../../phantom/index.ts';

/** A vessel with all into which it goes on, as it lies between the plates. */
export interface VesselWay {
  readonly course: readonly CompressedPoint[];
  readonly radiiMm: readonly number[];
  /** How much of its depth along the ray shows at each point: it comes out of the depth and is lost there. */
  readonly shown: readonly number[];
}

/** Points of a course lie about half a millimetre apart in the breast at rest. */
const stepMm = 0.8;
/**
 * Rays see a bend of a vessel that dives as sharp as a corner, and the plates draw it out further. None is
 * that stiff: so many points to either side are taken for one.
 */
const reach = 12;
/** In fat that is pressed together no vessel stays straight for long: it winds to either side by up to so much, over such a way. */
const winding = { byMm: 2.6, overMm: 9 } as const;
/** Noise so far apart has nothing in common. */
const apartMm = 300;
/** Points of its stem that a branch is smoothed with, and of these it is drawn with, so that it leaves it gradually. */
const before = 36;
const shared = 22;
/** Points over which a trunk comes out of the depth, and over which what branches no more goes over into what is too fine. */
const rising = 22;
const fading = 40;
/** The end of a vessel is so much thinner. */
const thinnest = 0.35;
/**
 * The plates press it flat here and less there: so much of its depth is left at least, between these levels of a noise,
 * and it is wider and narrower by such a part, each over so many millimetres.
 */
const flattened = { least: 0.42, from: -0.45, to: 0.35, overMm: 15 } as const;
const uneven = { by: 0.24, overMm: 6 } as const;

/** The ways of one tree of vessels; one that is `stiff`, by its mineral, is kept as it lies and not pressed flat. */
export function waysOf(
  tree: readonly Vessel[],
  isStiff: boolean,
  compression: Compression,
  pressure: Noise,
): VesselWay[] {
  const branchesOf = (vessel: Vessel) => tree.filter(({ parent }) => parent === vessel.id);
  const onwardOf = (vessel: Vessel): Vessel | undefined =>
    branchesOf(vessel)
      .filter(({ course }) => distance(course[0] as PhantomPoint, endOf(vessel)) < 1)
      .sort((a, b) => b.fromRadiusMm - a.fromRadiusMm)[0];
  const goOn = new Set(tree.map(onwardOf));
  const aside = (point: PhantomPoint) => winding.byMm * noiseAt(pressure, point, winding.overMm);
  const wound = ([u, v, w]: CompressedPoint, [x, y, z]: PhantomPoint): CompressedPoint =>
    compressedPoint(
      u + aside(phantomPoint(x + apartMm, y, z)),
      v + aside(phantomPoint(x, y + apartMm, z)),
      w,
    );
  const upTo = (vessel: Vessel): PhantomPoint[] => {
    const stem = tree.find(({ id }) => id === vessel.parent);
    if (!stem) return [];
    const fork = nearestIndex(stem.course, vessel.course[0] as PhantomPoint);
    return [...upTo(stem), ...stem.course.slice(0, fork)];
  };
  return tree
    .filter((vessel) => !goOn.has(vessel))
    .map((head) => {
      const stem = resampled(upTo(head).slice(-before), stepMm).slice(-before);
      const course: PhantomPoint[] = [...stem];
      const radiiMm = stem.map(() => head.fromRadiusMm);
      for (let here: Vessel | undefined = head; here; here = onwardOf(here)) {
        const { fromRadiusMm, toRadiusMm } = here;
        const stretch = resampled(here.course, stepMm);
        stretch.forEach((point, n) => {
          course.push(point);
          radiiMm.push(fromRadiusMm + ((toRadiusMm - fromRadiusMm) * n) / (stretch.length - 1));
        });
      }
      const pressed = course.map((point) => compression.compress(point));
      const over = isStiff ? 0 : reach;
      const smooth = bowed(bowed(pressed, over), over);
      const from = Math.max(stem.length - shared, 0);
      const last = course.length - 1;
      const shown = course.map((_, n) => {
        const rises = head.parent === null ? smoothStep(0, rising, n) : 1;
        return rises * smoothStep(0, Math.min(fading, 0.7 * last), last - n);
      });
      const flat = course.map((point) => (isStiff ? 1 : depthLeft(pressure, point)));
      const wide = course.map((point) =>
        isStiff ? 1 : 1 + uneven.by * noiseAt(pressure, point, uneven.overMm),
      );
      const radiusAt = (n: number) =>
        (radiiMm[n] as number) *
        (wide[n] as number) *
        (thinnest + (1 - thinnest) * (shown[n] as number));
      return {
        course: smooth
          .map((at, n) => (isStiff ? at : wound(at, course[n] as PhantomPoint)))
          .slice(from),
        radiiMm: radiiMm.map((_, n) => radiusAt(n)).slice(from),
        shown: shown.map((part, n) => part * (flat[n] as number)).slice(from),
      };
    });
}

function depthLeft(pressure: Noise, point: PhantomPoint): number {
  const { least, from, to, overMm } = flattened;
  return least + (1 - least) * smoothStep(from, to, noiseAt(pressure, point, overMm));
}

const endOf = ({ course }: Vessel) => course[course.length - 1] as PhantomPoint;

function nearestIndex(course: readonly PhantomPoint[], point: PhantomPoint): number {
  const away = course.map((other) => distance(other, point));
  return away.indexOf(Math.min(...away));
}
