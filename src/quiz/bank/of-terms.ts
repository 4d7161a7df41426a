/** What the lexicon asks by itself: the word for a meaning, of every term. Pure. */
import type { AskedTerm } from '../../atlas/case-questions.ts';
import {
  assessmentIds,
  distributionIds,
  findTerm,
  lesionIds,
  mineralIds,
  morphologyIds,
} from '../../lexicon/index.ts';
import { termChoice } from '../term-choice.ts';
import { told } from './case-truth.ts';
import type { Draft } from './draft.ts';

const idsOf: Record<AskedTerm, readonly string[]> = {
  morphology: morphologyIds,
  distribution: distributionIds,
  assessment: assessmentIds,
  mineral: mineralIds,
  lesion: lesionIds,
};

const nouns: Record<AskedTerm, string> = {
  morphology: 'shape of calcifications',
  distribution: 'arrangement of calcifications',
  assessment: 'assessment category',
  mineral: 'mineral',
  lesion: 'change of the tissue',
};

/** So many terms are offered, the right one among them. */
const offered = 5;

export function itemsOfTerms(): Draft[] {
  return (Object.keys(idsOf) as AskedTerm[]).flatMap((asks) =>
    idsOf[asks].map((id, index): Draft => {
      const near = nearest(asks, id);
      const { asked, key } = termChoice(asks, near, id);
      const { label } = findTerm(asks, id);
      return {
        // The number stands in the address of the item, and the term does not.
        id: `term-${asks}-${index + 1}`,
        group: 'terms',
        asked: {
          ...asked,
          title: 'A word and its meaning',
          prompt: `Which ${nouns[asks]} is meant? “${meaningOf(asks, id)}”`,
        },
        key,
        explanation: `${label}: ${told(findTerm(asks, id).definition)}`,
        category: `word:${asks}`,
        terms: [[asks, id]],
        cases: [],
        references: findTerm(asks, id).definition.sources,
      };
    }),
  );
}

/** The terms that lie nearest, then those that follow in the lexicon, in its order. */
function nearest(asks: AskedTerm, id: string): string[] {
  const ids = idsOf[asks];
  const at = ids.indexOf(id);
  const following = [...ids.slice(at + 1), ...ids.slice(0, at)];
  const { credits } = termChoice(asks, following, id).key;
  // What would be as right is not offered: category 2 beside 1, the parts of 4 beside 4.
  const worth = (each: string) => credits[following.indexOf(each)] ?? 0;
  const wrong = following.filter((each) => worth(each) < 1);
  const like = wrong.filter((each) => worth(each) > 0);
  // The next one always, so that every term is offered beside another somewhere.
  const [next = '', ...rest] = wrong;
  const chosen = new Set([id, next, ...like.slice(0, offered - 2), ...rest]);
  const taken = [...chosen].slice(0, offered);
  return ids.filter((each) => taken.includes(each));
}

/** What a term means, without its own name. */
function meaningOf(asks: AskedTerm, id: string): string {
  const term = findTerm(asks, id);
  const text =
    asks === 'mineral'
      ? mineralMeaning(id)
      : asks === 'assessment'
        ? `${term.short}. ${term.definition.text}`
        : told(term.definition);
  return text.replaceAll(new RegExp(term.label, 'gi'), '…');
}

function mineralMeaning(id: string): string {
  const { inHaematoxylinEosin, underCrossedPolars, formula } = findTerm('mineral', id);
  return `${told(inHaematoxylinEosin)} Between crossed polars: ${told(underCrossedPolars)} ${formula.text}`;
}
