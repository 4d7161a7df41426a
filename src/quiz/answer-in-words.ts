import { findTerm, type ManagementId, managementLabels } from '../lexicon/index.ts';
import type { Asked, Key } from './item.ts';
import type { ChoiceKey } from './items/choice.ts';
import type { DecisionKey } from './items/decision.ts';
import type { PairKey } from './items/look-alike.ts';
import type { DescribedId, ReadingKey } from './items/reading.ts';
import type { NumberKey } from './items/numeric.ts';
import type { OrderKey } from './items/ordering.ts';

/** The right answer of an item in a sentence, for paper. */
export function answerInWords(asked: Asked, key: Key): string {
  switch (asked.kind) {
    case 'single-choice':
    case 'multiple-choice':
    case 'mineral': {
      const { credits } = key as Key & ChoiceKey;
      return `${asked.options.filter((_, option) => credits[option] === 1).join('; ')}.`;
    }
    case 'numeric':
      return `${(key as Key & NumberKey).answer} ${asked.unit}`.trim().concat('.');
    case 'ordering': {
      const { ranks } = key as Key & OrderKey;
      const order = asked.entries
        .map((text, index) => ({ text, rank: ranks[index] ?? 0 }))
        .sort((a, b) => a.rank - b.rank);
      return `${order.map(({ text }) => text).join(', then ')}.`;
    }
    case 'look-alike-pair': {
      const { words } = key as Key & PairKey;
      return `${words.map((word, side) => `${side + 1}: ${asked.words[word]}`).join('; ')}.`;
    }
    case 'hotspot':
      return 'The marks on the image show where.';
    case 'reading':
      return `${readingInWords(asked.asks, key as Key & ReadingKey)}.`;
    case 'decision':
      return `${bestWay(key as Key & DecisionKey).join(', then ')}.`;
  }
}

/** The right choice of each step on the way that they lead. */
function bestWay({ steps }: DecisionKey): string[] {
  const way: string[] = [];
  let step = steps[0];
  while (step) {
    const best = step.outcomes.findIndex(({ credit }) => credit === 1);
    way.push(step.choices[best] ?? '');
    const next = step.outcomes[best]?.next;
    step = next === undefined ? undefined : steps[next];
  }
  return way;
}

/** What is true of a case, dimension by dimension. */
function readingInWords(asks: readonly DescribedId[], { truth }: ReadingKey): string {
  return asks
    .flatMap((id) => {
      const [right] = truth[id] ?? [];
      if (right === undefined) return [];
      const label =
        id === 'management' ? managementLabels[right as ManagementId] : findTerm(id, right).label;
      return [label];
    })
    .join('; ');
}
