import type { Anatomy } from './anatomy.ts';
import { type Box, boxAround, type PhantomPoint } from './frame.ts';

/** Something long and thin, or round, that is drawn on its own on top of the parenchyma. */
export interface Structure {
  readonly kind: 'duct' | 'lobule' | 'artery' | 'vein' | 'ligament';
  /** Its id among its kind. */
  readonly id: number;
  /** One point for a ball, two or more for a tube. */
  readonly course: readonly PhantomPoint[];
  readonly fromRadiusMm: number;
  readonly toRadiusMm: number;
  /** The box that holds it, so that a renderer can leave out what is not in its field. */
  readonly box: Box;
}

/**
 * All structures that are at least `finestMm` thick somewhere, the thickest first: a renderer asks
 * for what its pixels can show and stops where its time ends.
 */
export function structuresOf(anatomy: Anatomy, finestMm = 0): Structure[] {
  const { tree, vessels, ligaments } = anatomy;
  const tube = (kind: Structure['kind'], thing: Omit<Structure, 'kind' | 'box'>): Structure => ({
    kind,
    id: thing.id,
    course: thing.course,
    fromRadiusMm: thing.fromRadiusMm,
    toRadiusMm: thing.toRadiusMm,
    box: boxAround(thing.course, Math.max(thing.fromRadiusMm, thing.toRadiusMm)),
  });
  const thickest = ({ fromRadiusMm, toRadiusMm }: Structure) => Math.max(fromRadiusMm, toRadiusMm);
  return [
    ...tree.ducts.map((duct) => tube('duct', duct)),
    ...tree.tdlus.map(({ id, at, radiusMm }) =>
      tube('lobule', { id, course: [at], fromRadiusMm: radiusMm, toRadiusMm: radiusMm }),
    ),
    ...vessels.map((vessel) => tube(vessel.kind, vessel)),
    ...ligaments.map((ligament) => tube('ligament', ligament)),
  ]
    .filter((structure) => 2 * thickest(structure) >= finestMm)
    .sort((a, b) => thickest(b) - thickest(a));
}
