import { type AssessmentId, assessments } from './assessment.ts';
import type { DistributionId } from './distribution.ts';
import type { MineralId } from './mineral.ts';
import type { MorphologyId } from './morphology.ts';
import { type Statement, awaiting, verified } from './term.ts';

/**
 * How near one term lies to another, and why. `credit` is what the one earns where the other is
 * right: 1 for the same term, 0 for terms that have nothing in common. The steps between are ours: no
 * study read gives a number for a pair of terms, only that experts agree moderately (kappa 0.36 to
 * 0.66 for the shape, 0.43 to 0.47 for the distribution). The reason says why they are taken for one
 * another; `basis` is the medical statement that it rests on, where there is one.
 */
export interface Likeness {
  readonly credit: number;
  readonly reason: string;
  readonly basis?: Statement;
}

interface Pair<Id extends string> {
  readonly of: readonly [Id, Id];
  readonly credit: number;
  readonly reason: Statement;
}

/** One border between two terms that a smaller or larger particle would cross. */
const border = 0.75;
/** Terms that experts mix up, next to one another in shape or extent. */
const neighbour = 0.5;
/** One imitates the other, but what follows from it differs. */
const mimic = 0.25;

const shapes: readonly Pair<MorphologyId>[] = [
  {
    of: ['round', 'punctate'],
    credit: border,
    reason: verified(
      'Both are smooth and round; only the size, 0.5 mm, divides them.',
      'fhir-breast-radiology',
      'radiopaedia-approach',
    ),
  },
  {
    of: ['coarse', 'dystrophic'],
    credit: border,
    reason: verified(
      'Both are large and dense, and v2025 maps dystrophic to coarse, according to a secondary source.',
      'embed-toolkit',
    ),
  },
  {
    of: ['amorphous', 'fine-pleomorphic'],
    credit: neighbour,
    reason: verified(
      'They differ in how well an outline can be told: fine pleomorphic is the more conspicuous.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['amorphous', 'punctate'],
    credit: neighbour,
    reason: verified(
      'Both are small, and the two are often mixed in one group; punctate particles have a smooth outline.',
      'kim2023',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['coarse-heterogeneous', 'fine-pleomorphic'],
    credit: neighbour,
    reason: verified(
      'Both are irregular; the size, 0.5 mm, divides them.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
    ),
  },
  {
    of: ['coarse-heterogeneous', 'dystrophic'],
    credit: neighbour,
    reason: verified(
      'Both are irregular and conspicuous; coarse heterogeneous ones are smaller, and may be dystrophic ones at their beginning.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['fine-pleomorphic', 'fine-linear'],
    credit: neighbour,
    reason: verified(
      'Both are fine and irregular; particles that form lines take the group out of fine pleomorphic.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['coarse', 'coarse-heterogeneous'],
    credit: mimic,
    reason: verified(
      'Early coarse ones, small and numerous, can imitate malignancy.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['fine-linear', 'large-rod-like'],
    credit: mimic,
    reason: verified(
      'Both follow ducts; casts are thinner, irregular and fragmented, rods smooth.',
      'uw-case-9',
    ),
  },
  {
    of: ['fine-linear', 'vascular'],
    credit: mimic,
    reason: verified(
      'Early calcium in one wall of a vessel can imitate a duct.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['large-rod-like', 'vascular'],
    credit: mimic,
    reason: verified(
      'Both lie in lines and are benign by their shape; a vessel has two tracks.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['rim', 'dystrophic'],
    credit: mimic,
    reason: verified(
      'Both may be clear in the middle; a rim is a thin shell.',
      'fhir-breast-radiology',
      'oup-dystrophic',
    ),
  },
  {
    of: ['amorphous', 'milk-of-calcium'],
    credit: mimic,
    reason: verified(
      'From above milk of calcium is a smudge; in the lateral view it lies level.',
      'fhir-breast-radiology',
    ),
  },
];

const arrangements: readonly Pair<DistributionId>[] = [
  {
    of: ['regional', 'segmental'],
    credit: neighbour,
    reason: verified(
      'The two can be hard to tell apart; a segment follows the ducts.',
      'fhir-breast-radiology',
      'iarc-breast-atlas',
    ),
  },
  {
    of: ['grouped', 'regional'],
    credit: neighbour,
    reason: verified(
      'The extent, 2 cm, divides them.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
    ),
  },
  {
    of: ['linear', 'segmental'],
    credit: neighbour,
    reason: verified(
      'Both follow ducts: one of them, or one with its branches.',
      'fhir-breast-radiology',
    ),
  },
  {
    of: ['diffuse', 'regional'],
    credit: neighbour,
    reason: verified(
      'Both are wide and follow no duct; diffuse ones fill the breast.',
      'fhir-breast-radiology',
      'radiopaedia-suspicious',
    ),
  },
  {
    of: ['grouped', 'linear'],
    credit: mimic,
    reason: awaiting(
      'A small group may seem to form a row; a line suggests a duct and changes what follows.',
      'fhir-breast-radiology',
    ),
  },
];

const compositions: readonly Pair<MineralId>[] = [
  {
    of: ['hydroxyapatite', 'magnesium-hydroxyapatite'],
    credit: neighbour,
    reason: awaiting('Both are calcium phosphate and look alike in the section.', 'scimeca2014'),
  },
];

/** The categories by rising likelihood; 1 and 2 share a step, and 4 stands for its subdivisions. */
const ladder: readonly (readonly AssessmentId[])[] = [
  ['1', '2'],
  ['3'],
  ['4a'],
  ['4b'],
  ['4c'],
  ['5'],
];

const same: Likeness = { credit: 1, reason: 'It is the right term.' };

const polarsTell = verified(
  'Between crossed polars oxalate is bright and phosphate dark.',
  'radi1989',
  'truong-oxalate',
);

const modestAgreement = verified(
  'Five experts agreed on the category with a kappa of 0.37 only.',
  'berg2000',
);

/** The medical statements that the table rests on. */
export const likenessStatements: readonly Statement[] = [
  ...[...shapes, ...arrangements, ...compositions].map(({ reason }) => reason),
  polarsTell,
  modestAgreement,
];

const resting = (credit: number, basis: Statement): Likeness => ({
  credit,
  reason: basis.text,
  basis,
});

function looked<Id extends string>(
  pairs: readonly Pair<Id>[],
  answer: Id,
  truth: Id,
  otherwise: Likeness,
): Likeness {
  if (answer === truth) return same;
  const found = pairs.find(({ of }) => of.includes(answer) && of.includes(truth));
  return found ? resting(found.credit, found.reason) : otherwise;
}

/** How near two shapes lie. */
export const likenessOfMorphologies = (answer: MorphologyId, truth: MorphologyId): Likeness =>
  looked(shapes, answer, truth, {
    credit: 0,
    reason: 'The two shapes are not taken for one another.',
  });

/** How near two arrangements lie. */
export const likenessOfDistributions = (answer: DistributionId, truth: DistributionId): Likeness =>
  looked(arrangements, answer, truth, {
    credit: 0,
    reason: 'The two arrangements are not taken for one another.',
  });

/** How near two minerals lie. */
export const likenessOfMinerals = (answer: MineralId, truth: MineralId): Likeness =>
  looked(compositions, answer, truth, resting(0, polarsTell));

/**
 * How near two assessment categories lie: half for a neighbour on the ladder of likelihood, nothing
 * for two steps or more. Category 4 alone says less than its subdivision and earns half of it; where
 * the truth itself is undivided, each subdivision is right. Categories 0 and 6 are not on the ladder.
 */
export function likenessOfAssessments(answer: AssessmentId, truth: AssessmentId): Likeness {
  if (answer === truth) return same;
  const within = (id: AssessmentId) => assessments.find((each) => each.id === id)?.within;
  if (within(answer) === truth)
    return { credit: 1, reason: 'The truth does not divide category 4.' };
  if (within(truth) === answer)
    return { credit: neighbour, reason: 'Right, but it does not say how suspicious.' };
  const steps = stepsBetween(answer, truth);
  if (steps === undefined)
    return { credit: 0, reason: 'Categories 0 and 6 say nothing of likelihood.' };
  if (steps === 0) return { credit: 1, reason: 'Both mean a likelihood of essentially 0%.' };
  if (steps > 1) return { credit: 0, reason: `It is ${steps} steps away in likelihood.` };
  return {
    credit: neighbour,
    reason: `It is one step away. ${modestAgreement.text}`,
    basis: modestAgreement,
  };
}

/** Steps on the ladder of likelihood, undefined where a category is not on it. 4 lies anywhere in 4A to 4C. */
function stepsBetween(a: AssessmentId, b: AssessmentId): number | undefined {
  const rungs = (id: AssessmentId) =>
    ladder.flatMap((ids, rung) =>
      ids.includes(id) || (id === '4' && ids.some((each) => each.startsWith('4'))) ? [rung] : [],
    );
  const distances = rungs(a).flatMap((rung) => rungs(b).map((other) => Math.abs(rung - other)));
  return distances.length === 0 ? undefined : Math.min(...distances);
}
