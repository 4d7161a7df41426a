import {
  type Core,
  type Duct,
  courseLengthMm,
  halfWidthMm,
  type Phantom,
  type PhantomPoint,
  resampled,
  toCore,
} from '../../phantom/index.ts';
import { growLesion } from '../lesion/growth.ts';
import { normalLinings } from '../lesion/normal.ts';
import { vesselLinings } from '../lesion/vessel.ts';
import { type Body, type BodyKind, holdersOf, type Shape } from './body.ts';
import { detourOf } from './detour.ts';
import { aciniAt, lobuleOf } from './lobule.ts';

/** Courses are looked at in steps of this length; bends within a step are below 1 µm. */
const stepMm = 0.2;
/** How far beyond its cylinder a core may hold tissue, and what reaches into it may end. */
const slackMm = 1.5;

/**
 * The part of a duct's calibre that is epithelium and lumen; the rest of what a radiograph counts as
 * duct is its sleeve of dense collagen (assumed).
 */
const ductShare = 0.5;
/** Walls of vessels, as parts of their radius (assumed). */
const vesselWall = { artery: 0.28, vein: 0.12 } as const;

/**
 * The bodies of a breast: what the anatomy has, changed by its lesion, and what the lesion adds. What
 * fills lobules and growths is left out, and grows in them.
 */
export function bodiesOf(phantom: Phantom): Body[] {
  const { tree, vessels, ligaments } = phantom.anatomy;
  const acini = aciniAt(phantom.plan.ageYears);
  const lining = normalLinings.duct;
  const glands = [
    ...tree.ducts.map((duct) => ({
      ...tube('duct', duct, ductShare, () => lining.wallMm),
      lining,
    })),
    ...tree.tdlus.map((tdlu) => lobuleOf(tdlu, acini)),
  ];
  return [
    ...growLesion(phantom, glands),
    ...vessels.map((vessel) => {
      const course = detourOf(vessel.course, vessel.fromRadiusMm, phantom.lesion);
      const wallOf = (radiusMm: number) => vesselWall[vessel.kind] * radiusMm;
      return {
        ...tube(vessel.kind, { ...vessel, course }, 1, wallOf),
        lining: vesselLinings[vessel.kind],
      };
    }),
    ...ligaments.map((ligament) => tube('strand', ligament, 1, () => 0)),
  ];
}

function tube(
  kind: BodyKind,
  {
    id,
    course,
    fromRadiusMm,
    toRadiusMm,
  }: Pick<Duct, 'id' | 'course' | 'fromRadiusMm' | 'toRadiusMm'>,
  share: number,
  wallOf: (radiusMm: number) => number,
): Body {
  const fine = resampled(course, stepMm);
  const lengthMm = courseLengthMm(fine);
  let walked = 0;
  const radiiMm = fine.map((point, n) => {
    if (n > 0) walked += courseLengthMm([fine[n - 1] as PhantomPoint, point]);
    return share * (fromRadiusMm + ((toRadiusMm - fromRadiusMm) * walked) / lengthMm);
  });
  const meanMm = (share * (fromRadiusMm + toRadiusMm)) / 2;
  return { kind, id, shape: { kind: 'limb', course: fine, radiiMm }, wallMm: wallOf(meanMm) };
}

/** Tells whether a section of a core may cut a shape. */
export const isNear = (core: Core, shape: Shape): boolean =>
  holdersOf(shape).some(({ at, radiusMm }) => {
    const reach = slackMm + radiusMm;
    const [along, outward, across] = toCore(core, at);
    const side = outward / (halfWidthMm(core) + reach);
    const up = across / (core.radiusMm + reach);
    return along > -reach && along < core.lengthMm + reach && side * side + up * up < 1;
  });
