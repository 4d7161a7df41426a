import type { Part, Phantom } from '../../phantom/index.ts';
import type { Body } from '../section/body.ts';
import type { Stroma } from './stroma.ts';

/** What a lesion adds for each of its parts. */
export const eachPart =
  (of: (part: Part, id: number, phantom: Phantom) => Body[]) =>
  (phantom: Phantom): Body[] =>
    phantom.lesion.parts.flatMap((part, id) => of(part, id, phantom));

/** The body of a mass as a ground of its own, filled by what stands in it. */
export const massOf = (part: Part, id: number, stroma: Stroma, stand?: Body['stand']): Body[] => {
  if (part.kind !== 'mass') return [];
  const { at, axes, semiAxesMm } = part;
  const shape = { kind: 'ellipsoid', at, axes, semiAxesMm } as const;
  return [{ kind: 'growth', id, shape, wallMm: 0, stroma, ...(stand ? { stand } : {}) }];
};
