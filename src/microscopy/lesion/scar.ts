import { moved, outOf } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import { foreign } from './foam.ts';
import type { Growth } from './growth.ts';
import { eachPart, massOf } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** A scar: dense, hyaline in places, poor in cells, its bundles side by side. */
const scarred: Stroma = {
  ...denseStroma,
  name: 'scar',
  eosin: 0.6,
  orange: 0.06,
  bundles: 0.5,
  fibroblasts: 0.16,
  lymphocytes: 0.006,
};

export const scarGrowth: Growth = {
  linings: [foreign],
  reachMm: 0,
  displaces: true,
  adds: eachPart((part, id) => massOf(part, id, scarred)),
};

/** What a thread has called up: a wall of histiocytes along it, in a scar. */
export const sutureGrowth: Growth = {
  linings: [foreign],
  reachMm: 0,
  adds: eachPart((part, id, { specks }) =>
    part.kind === 'thread'
      ? specks
          .filter(({ host }) => host.part === id)
          .flatMap(({ solid, at, axes }) => {
            if (solid.kind !== 'cast') return [];
            return solid.limbs.flatMap(({ course: own, radiiMm }): Body[] => {
              const course = own.map((point) => moved(at, outOf(axes, point)));
              const wider = (by: number) => radiiMm.map((radius) => radius + by);
              const limb = (by: number) => ({ kind: 'limb', course, radiiMm: wider(by) }) as const;
              return [
                { kind: 'growth', id, shape: limb(0.28), wallMm: 0, stroma: scarred },
                { kind: 'part', id, shape: limb(0.03), wallMm: foreign.wallMm, lining: foreign },
              ];
            });
          })
      : [],
  ),
};
