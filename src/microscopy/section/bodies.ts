import {
  type Core,
  type Duct,
  courseLengthMm,
  type Part,
  type Phantom,
  type PhantomPoint,
  resampled,
  toCore,
} from '../../phantom/index.ts';
import { ball, type Body, type BodyKind, holdersOf, type Shape } from './body.ts';
import { lobuleRadiusMm } from './lobule.ts';
import { wallMm } from './walls.ts';

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

/** The bodies that may be cut by a section of a core, acini left out: these grow in their lobules. */
export function bodiesNear({ anatomy, lesion }: Phantom, core: Core): Body[] {
  const { tree, vessels, ligaments } = anatomy;
  return [
    ...tree.ducts.map((duct) => tube('duct', duct, ductShare, () => wallMm.duct)),
    ...tree.tdlus.map((tdlu): Body => {
      const shape = ball(tdlu.at, lobuleRadiusMm(tdlu));
      return { kind: 'lobule', id: tdlu.id, shape, wallMm: 0 };
    }),
    ...vessels.map((vessel) =>
      tube(vessel.kind, vessel, 1, (radiusMm) => vesselWall[vessel.kind] * radiusMm),
    ),
    ...ligaments.map((ligament) => tube('strand', ligament, 1, () => 0)),
    ...lesion.parts.flatMap(bodyOfPart),
  ].filter((body) => isNear(core, body.shape));
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

/** The body of a part of the lesion; the wall of an artery is that of its vessel. */
function bodyOfPart(part: Part, id: number): Body[] {
  const body = (shape: Shape, wall: number): Body[] => [{ kind: 'part', id, shape, wallMm: wall }];
  switch (part.kind) {
    case 'acinus':
      return body(ball(part.at, part.radiusMm + wallMm.acinus), wallMm.acinus);
    case 'lumen':
    case 'cyst':
      return body(ball(part.at, part.radiusMm + wallMm.duct), wallMm.duct);
    case 'mass': {
      const { at, axes, semiAxesMm } = part;
      return body({ kind: 'ellipsoid', at, axes, semiAxesMm }, 0);
    }
    case 'skin':
    case 'thread':
      return body(ball(part.at, part.radiusMm), 0);
    case 'artery':
      return [];
  }
}

const isNear = (core: Core, shape: Shape): boolean =>
  holdersOf(shape).some(({ at, radiusMm }) => {
    const reach = slackMm + radiusMm;
    const [along, outward, across] = toCore(core, at);
    const off = core.radiusMm + reach;
    return (
      along > -reach &&
      along < core.lengthMm + reach &&
      outward * outward + across * across < off * off
    );
  });
