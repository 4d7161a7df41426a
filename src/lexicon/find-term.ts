import { type Assessment, assessments } from './assessment.ts';
import { type Distribution, distributions } from './distribution.ts';
import { type Lesion, lesions } from './lesion.ts';
import { type Mineral, minerals } from './mineral.ts';
import { type Morphology, morphologies } from './morphology.ts';
import { asId, suggest } from './near-miss.ts';
import type { BiradsTerm, Term } from './term.ts';
import { type ViewKind, viewKinds } from './view.ts';

/** The kinds of term and the shape of each. */
export interface TermOfKind {
  morphology: Morphology;
  distribution: Distribution;
  assessment: Assessment;
  mineral: Mineral;
  lesion: Lesion;
  view: ViewKind;
}

/** The kind of a term, as content files name it. */
export type TermKind = keyof TermOfKind;

const termsOfKind: { readonly [Kind in TermKind]: readonly TermOfKind[Kind][] } = {
  morphology: morphologies,
  distribution: distributions,
  assessment: assessments,
  mineral: minerals,
  lesion: lesions,
  view: viewKinds,
};

/**
 * Returns the term of a kind by its id. Throws an Error whose sentence names the near miss if there
 * is one, else the ids to choose from.
 */
export function findTerm<Kind extends TermKind>(kind: Kind, id: string): TermOfKind[Kind] {
  const term = termsOfKind[kind].find((each) => each.id === id);
  if (term !== undefined) return term;
  const meant = suggestTerm(kind, id);
  const advice =
    meant === undefined
      ? `; choose one of ${termsOfKind[kind].map((each) => `\`${each.id}\``).join(', ')}.`
      : ` – did you mean \`${meant}\`?`;
  throw new Error(`\`${id}\` is not a ${kind} term of the lexicon${advice}`);
}

/**
 * Returns the id of the term of a kind that a person who wrote `found` most likely meant, by its id
 * or by its name in either edition (`layering` is `milk-of-calcium`), or undefined.
 */
export function suggestTerm(kind: TermKind, found: string): string | undefined {
  const terms: readonly (Term | BiradsTerm)[] = termsOfKind[kind];
  const byId = suggest(
    found,
    terms.map(({ id }) => id),
  );
  if (byId !== undefined) return byId;
  const named = terms.find((term) => namesOf(term).some((name) => asId(name) === asId(found)));
  return named?.id;
}

function namesOf(term: Term | BiradsTerm): readonly string[] {
  if (!('labels' in term)) return [term.label];
  const { birads5, birads2025 } = term.labels;
  return birads2025 === null ? [term.label, birads5] : [term.label, birads5, birads2025];
}
