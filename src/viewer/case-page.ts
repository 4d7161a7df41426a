/** The page of a case as the place where other pages take its views from. */

const pages = new Map<string, Promise<Document>>();

/** The page at an address, fetched once. Rejects where it is not to be had, or as aborted. */
export function fetchCasePage(address: string, signal?: AbortSignal): Promise<Document> {
  const known = pages.get(address) ?? read(address, signal);
  pages.set(address, known);
  known.catch(() => pages.delete(address));
  return known;
}

async function read(address: string, signal?: AbortSignal): Promise<Document> {
  const answer = await fetch(address, signal ? { signal } : {});
  if (!answer.ok) throw new Error(`The case is answered with ${answer.status}.`);
  // Styles of that page are of no use here, and against the policy of this one.
  const text = (await answer.text()).replace(/<style[\s\S]*?<\/style>/g, '');
  return new DOMParser().parseFromString(text, 'text/html');
}

/** The template of a view, as a node of this page. Throws where the case has no such view. */
export function viewTemplate(page: Document, view: string): HTMLTemplateElement {
  const found = page.querySelector<HTMLTemplateElement>(`template[data-view="${view}"]`);
  if (!found) throw new Error(`The case has no view ${view}.`);
  return document.importNode(found, true);
}

/** Sets a prefix before all ids and what names them, since ids are one for all of a page. */
export function prefixIds(content: ParentNode, prefix: string): void {
  for (const each of content.querySelectorAll('[id]')) each.id = `${prefix}-${each.id}`;
  for (const each of content.querySelectorAll('[aria-describedby]'))
    each.setAttribute('aria-describedby', `${prefix}-${each.getAttribute('aria-describedby')}`);
}
