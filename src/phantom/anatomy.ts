import { type Breast, growBreast } from './breast.ts';
import { type DuctalTree, growDuctalTree } from './ductal-tree.ts';
import { growLigaments, type Ligament } from './ligament.ts';
import { growNodes, type LymphNode } from './node.ts';
import { growPectoral, type Pectoral } from './pectoral.ts';
import type { Plan } from './plan.ts';
import { openPatient } from './position.ts';
import { growVessels, type Vessel } from './vessel.ts';

/** All that a woman has before a lesion: it hangs on the seed, her age and the size of the breast. */
export interface Anatomy {
  readonly breast: Breast;
  readonly tree: DuctalTree;
  readonly vessels: readonly Vessel[];
  readonly ligaments: readonly Ligament[];
  readonly pectoral: Pectoral;
  readonly nodes: readonly LymphNode[];
}

/** Grows the anatomy of a plan. */
export function growAnatomy(plan: Plan): Anatomy {
  const patient = openPatient(plan.seed);
  const breast = growBreast(plan.breastSize, patient.branch('breast'));
  const tree = growDuctalTree(breast, plan.ageYears, patient.branch('ducts'));
  return {
    breast,
    tree,
    vessels: growVessels(breast, plan.ageYears, patient.branch('vessels')),
    ligaments: growLigaments(breast, tree, patient.branch('ligaments')),
    pectoral: growPectoral(breast, patient.branch('pectoral')),
    nodes: growNodes(breast, patient.branch('nodes')),
  };
}
