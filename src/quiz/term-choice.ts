import {
  type DistributionId,
  findTerm,
  type Likeness,
  likenessOfDistributions,
  likenessOfMinerals,
  likenessOfMorphologies,
  type MineralId,
  type MorphologyId,
} from '../lexicon/index.ts';
import type { ChoiceKey } from './items/choice.ts';

/** The kinds of terms that a picture may be asked for. */
type AskedTerm = 'morphology' | 'distribution' | 'mineral';

const likenesses: Record<AskedTerm, (answer: string, truth: string) => Likeness> = {
  morphology: (answer, truth) =>
    likenessOfMorphologies(answer as MorphologyId, truth as MorphologyId),
  distribution: (answer, truth) =>
    likenessOfDistributions(answer as DistributionId, truth as DistributionId),
  mineral: (answer, truth) => likenessOfMinerals(answer as MineralId, truth as MineralId),
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
        id === truth ? definition.text : `${definition.text} ${likeness[index]?.reason}`,
      ),
    } satisfies ChoiceKey,
  };
}
