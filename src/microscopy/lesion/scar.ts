import { moved, outOf } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import { foreign } from './foam.ts';
import type { Growth } from './growth.ts';
import type { Lining } from './lining.ts';
import { eachPart, massOf } from './parts.ts';
import { denseStroma, type Stroma } from './stroma.ts';

/** A scar: dense, hyaline in places, its bundles side by side, with the rust of blood that was there once. */
const scarred: Stroma = {
  ...denseStroma,
  name: 'scar',
  eosin: 0.6,
  orange: 0.06,
  bundles: 0.5,
  fibroblasts: 0.16,
  lymphocytes: 0.006,
  siderophages: 0.6,
};

export const scarGrowth: Growth = {
  linings: [foreign],
  reachMm: 0,
  displaces: true,
  adds: eachPart((part, id) => massOf(part, id, scarred)),
};

/** Room that a thread takes about its mineral: two rows of filaments. */
const threadMm = 0.036;

/** Histiocytes about a braided thread. */
const aboutThread: Lining = { ...foreign, name: 'reaction to a thread', content: 'thread' };

/** What a thread has called up: a wall of histiocytes along it, in a scar. */
export const sutureGrowth: Growth = {
  linings: [aboutThread],
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
                { kind: 'growth', id, shape: limb(threadMm + 0.27), wallMm: 0, stroma: scarred },
                {
                  kind: 'part',
                  id,
                  shape: limb(threadMm + foreign.wallMm),
                  wallMm: foreign.wallMm,
                  lining: aboutThread,
                },
              ];
            });
          })
      : [],
  ),
};
