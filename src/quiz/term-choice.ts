import type { AskedTerm } from '../atlas/case-questions.ts';
import {
  type AssessmentId,
  assessmentIds,
  type DistributionId,
  distributionIds,
  findTerm,
  type LesionId,
  lesionIds,
  type Likeness,
  likenessOfAssessments,
  likenessOfDistributions,
  likenessOfMinerals,
  likenessOfMorphologies,
  type MineralId,
  mineralIds,
  type MorphologyId,
  morphologyIds,
} from '../lexicon/index.ts';
import type { ChoiceKey } from './items/choice.ts';

/** The terms to choose from, of each kind. A category of a finding is none of 0, 1 and 6, and 4 is divided. */
export const choicesOf: Readonly<Record<AskedTerm, readonly string[]>> = {
  morphology: morphologyIds,
  distribution: distributionIds,
  assessment: assessmentIds.filter((id) => !['0', '1', '4', '6'].includes(id)),
  mineral: mineralIds,
  lesion: lesionIds,
};

/** No table says how near two changes of tissue lie. */
const likenessOfLesions = (answer: LesionId, truth: LesionId): Likeness => ({
  credit: answer === truth ? 1 : 0,
  reason: answer === truth ? 'It is the right term.' : '',
});

const likenesses: Record<AskedTerm, (answer: string, truth: string) => Likeness> = {
  morphology: (answer, truth) =>
    likenessOfMorphologies(answer as MorphologyId, truth as MorphologyId),
  distribution: (answer, truth) =>
    likenessOfDistributions(answer as DistributionId, truth as DistributionId),
  assessment: (answer, truth) =>
    likenessOfAssessments(answer as AssessmentId, truth as AssessmentId),
  mineral: (answer, truth) => likenessOfMinerals(answer as MineralId, truth as MineralId),
  lesion: (answer, truth) => likenessOfLesions(answer as LesionId, truth as LesionId),
};

/** A choice among terms of the lexicon, whose word it is what each earns and why. */
export function termChoice(asks: AskedTerm, offered: readonly string[], truth: string) {
  const terms = offered.map((id) => findTerm(asks, id));
  const likeness = terms.map(({ id }) => likenesses[asks](id, truth));
  return {
    asked: { kind: 'single-choice' as const, options: terms.map(({ label }) => label) },
    key: {
      credits: likeness.map(({ credit }) => credit),
      why: terms.map(({ id, definition }, index) =>
        id === truth ? definition.text : `${definition.text} ${likeness[index]?.reason}`.trim(),
      ),
    } satisfies ChoiceKey,
  };
}
