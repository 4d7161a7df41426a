import { moved, outOf, type Phantom, type Speck } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import { normalNuclei } from '../cell/nucleus-kind.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { normalLinings } from './normal.ts';
import { eachPart } from './parts.ts';
import { intima, media, vesselLinings } from './vessel.ts';

/**
 * The wall of a calcified artery as a part of its radius, and the part of it that lies outside the
 * mineral, which is in the inner media: an old artery has a thick wall, and most planes that cut its
 * mineral open its lumen too (assumed).
 */
const [wallShare, outerShare] = [0.67, 0.5];

/** The outermost of the wall: collagen with few cells, where the media has muscle. */
const adventitiaUm = 90;
const old: Lining = {
  ...vesselLinings.artery,
  layers: [
    intima,
    { ...media, insideUm: [adventitiaUm, 1000] },
    {
      ...media,
      nucleus: normalNuclei.fibroblast,
      insideUm: [2, adventitiaUm],
      spacingUm: 17,
      share: 0.6,
    },
  ],
};

/** The artery whose media has calcified: as wide as its sheath of mineral needs. */
const calcified = ({ specks }: Phantom, id: number): Body[] =>
  specks
    .filter(({ host }) => host.part === id)
    .flatMap(({ solid, at, axes }: Speck): Body[] => {
      if (solid.kind !== 'sheath') return [];
      const course = solid.limb.course.map((point) => moved(at, outOf(axes, point)));
      const mean = solid.limb.radiiMm.reduce((sum, r) => sum + r, 0) / solid.limb.radiiMm.length;
      const wallMm = wallShare * mean;
      const radiiMm = solid.limb.radiiMm.map((radius) => radius + outerShare * wallMm);
      const shape = { kind: 'limb', course, radiiMm } as const;
      return [{ kind: 'part', id, shape, wallMm, lining: old }];
    });

export const arterialGrowth: Growth = {
  linings: [normalLinings.duct],
  reachMm: 0,
  adds: eachPart((part, id, phantom) => (part.kind === 'artery' ? calcified(phantom, id) : [])),
};
