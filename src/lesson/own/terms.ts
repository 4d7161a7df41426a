/** The terms that a question about a picture offers a room: few enough to count hands for. Pure. */
import { sealed } from '../../atlas/sealed.ts';
import { type Item, type Key, keyOf } from '../../quiz/item.ts';
import type { ChoiceKey } from '../../quiz/items/choice.ts';

/** As in the files of lessons. */
const most = 8;

/**
 * The right term and those nearest to it, by what they would earn, then by their place in the lexicon; in
 * the lexicon's order. Undefined where there are few enough.
 */
export function fewTerms(item: Item): string[] | undefined {
  const { term, credits } = keyOf(item) as Key & ChoiceKey;
  if (!term || term.options.length <= most) return undefined;
  const creditOf = (at: number) => credits[at] ?? 0;
  const right = term.options.indexOf(term.truth);
  const away = (at: number) => Math.abs(at - right);
  const nearest = [...term.options.keys()].sort(
    (a, b) => creditOf(b) - creditOf(a) || away(a) - away(b) || a - b,
  );
  return nearest
    .slice(0, most)
    .sort((a, b) => a - b)
    .flatMap((at) => term.options[at] ?? []);
}

/** A question with the terms of `among` alone; as it is where it has no terms, or the right one is not among them. */
export function narrowed(item: Item, among: readonly string[] | undefined): Item {
  const { asked } = item;
  const key = keyOf(item) as Key & ChoiceKey;
  const { term } = key;
  if (!among?.length || !term || !('options' in asked) || !among.includes(term.truth)) return item;
  const places = among.map((id) => term.options.indexOf(id)).filter((at) => at >= 0);
  const pick = <Value>(values: readonly Value[]) => places.flatMap((at) => values[at] ?? []);
  return {
    ...item,
    asked: { ...asked, options: pick(asked.options as readonly string[]) } as Item['asked'],
    key: sealed({
      ...key,
      credits: pick(key.credits),
      why: pick(key.why),
      term: { ...term, options: pick(term.options) },
    } satisfies Key),
  };
}
