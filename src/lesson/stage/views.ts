/** The views that a lesson shows: printed into its page, or, of a lesson made here, taken from the cases' pages. */
import { prefixIds } from '../../viewer/case-page.ts';
import { besideOthers, fetchView } from '../../viewer/compare/foreign.ts';
import { joinMicroscope } from '../../viewer/shared-microscope.ts';
import { caseOf, type ViewName } from '../stop.ts';

export interface Views {
  /** New templates of views for one bench: of one case by their plain names, of several by `case.view`. */
  templates(views: readonly ViewName[]): Promise<HTMLTemplateElement[]>;
}

let layers = 0;

/** `cases` is the address of a case's page with `*` for its id. */
export function createViews(host: ParentNode, cases: string, signal: AbortSignal): Views {
  // Benches come and go; a slide that was open at one is known at the next.
  joinMicroscope(signal);
  const fetched = new Map<ViewName, ReturnType<typeof fetchView>>();
  // Taken before any bench holds copies, whose views may go by other names.
  const printed = new Map(
    [...host.querySelectorAll<HTMLTemplateElement>('template[data-of]')].map((each) => [
      each.dataset.of,
      each,
    ]),
  );

  async function one(view: ViewName) {
    const here = printed.get(view);
    if (here)
      return { template: document.importNode(here, true), title: here.dataset.caseTitle ?? '' };
    const coming = fetched.get(view) ?? fetchView(view, cases, signal);
    fetched.set(view, coming);
    coming.catch(() => fetched.delete(view));
    const { template, title } = await coming;
    return { template: document.importNode(template, true), title };
  }

  return {
    async templates(views) {
      const apart = new Set(views.map(caseOf)).size > 1;
      return Promise.all(
        views.map(async (view) => {
          const found = await one(view);
          // What describes a view in words may tell the answer; the room looks.
          for (const each of found.template.content.querySelectorAll('.viewer-description'))
            each.remove();
          for (const each of found.template.content.querySelectorAll('[aria-describedby]'))
            each.removeAttribute('aria-describedby');
          if (apart) besideOthers(view, found);
          layers += 1;
          prefixIds(found.template.content, `layer-${layers}`);
          return found.template;
        }),
      );
    },
  };
}
