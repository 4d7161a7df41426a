/** What lessons that are made in the browser can name: printed by the site, fetched when one is made or given. */
import type { StoryStop } from '../../atlas/story.ts';
import type { AskedQuestion, Sources, ViewName } from '../stop.ts';
import type { Source } from '../data.ts';
import { fewTerms, narrowed } from './terms.ts';

export interface Catalogue {
  readonly cases: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly isSimulated: boolean;
        readonly views: Readonly<Record<string, string>>;
        readonly story: readonly StoryStop[];
      }
    >
  >;
  /** Questions for which hands can be counted; their keys are sealed. */
  readonly questions: Readonly<Record<string, AskedQuestion>>;
  readonly sources: Readonly<Record<string, Source>>;
}

let coming: Promise<Catalogue> | undefined;

export function fetchCatalogue(address: string, signal: AbortSignal): Promise<Catalogue> {
  coming ??= fetch(address, { signal })
    .then((answer) => {
      if (!answer.ok) throw new Error(`The list of cases is answered with ${answer.status}.`);
      return answer.json() as Promise<Catalogue>;
    })
    .catch((error: unknown) => {
      coming = undefined;
      throw error;
    });
  return coming;
}

/** The catalogue as the place where stops find what they name. */
export function sourcesIn({ cases, questions }: Catalogue, address: Sources['address']): Sources {
  const record = (id: string) => {
    const found = cases[id];
    if (!found) throw new Error(`There is no case ${id} in this atlas.`);
    return found;
  };
  return {
    address,
    story: (id) => record(id).story,
    isSimulated: (id) => record(id).isSimulated,
    named(name: ViewName) {
      const [id = '', view = ''] = name.split('.');
      const { title, views } = record(id);
      return { title, short: views[view] ?? view };
    },
    question({ question, among }) {
      const found = questions[question];
      if (!found) throw new Error(`There is no question ${question} in this atlas.`);
      return { ...found, item: narrowed(found.item, among ?? fewTerms(found.item)) };
    },
  };
}
