/** Views of cases on a bench that is not on the page of their case. */
import { fetchCasePage, prefixIds, viewTemplate } from '../case-page.ts';
import { caseIn, viewIn } from './pair.ts';

/** A view as the page of its case offers it, and the title of the case. */
export interface ForeignView {
  readonly template: HTMLTemplateElement;
  readonly title: string;
}

/** Takes a view, `case.view`, from the page of its case; `cases` is the address of one with `*` for its id. */
export async function fetchView(
  id: string,
  cases: string,
  signal: AbortSignal,
): Promise<ForeignView> {
  const page = await fetchCasePage(cases.replace('*', caseIn(id)), signal);
  return {
    template: viewTemplate(page, viewIn(id)),
    title: page.querySelector('h1')?.textContent?.trim() ?? '',
  };
}

/** Makes a view one that can stand beside those of other cases, and returns its template. */
export function besideOthers(id: string, { template, title }: ForeignView): HTMLTemplateElement {
  const { dataset } = template;
  Object.assign(dataset, {
    view: id,
    short: `${title}: ${dataset.short}`,
    title: `${dataset.title}, ${title}`,
    // Nothing of one patient lies at the place of anything of another.
    aspect: `${caseIn(id)} ${dataset.aspect}`,
    apart: '',
  });
  // Specks are counted case by case: the third of one patient is not the third of another.
  delete dataset.findings;
  const viewer = template.content.querySelector<HTMLElement>('atlas-viewer');
  if (viewer) viewer.dataset.view = id;
  // Both cases may have a view of one name.
  prefixIds(template.content, id.replace('.', '-'));
  return template;
}
