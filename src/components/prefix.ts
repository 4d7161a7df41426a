/** Attributes that name places of the page, and those that lead to one with `#`. */
const naming = /\s(id|for|aria-labelledby|aria-describedby|data-note)="([^"]*)"/g;
const leading = /(href="#|url\(#)([^")]+)/g;

/**
 * Puts a prefix before all ids that a piece of HTML defines, and wherever the piece names them. Those
 * of citations are numbered throughout the page and stay; so do places that are defined elsewhere.
 */
export function withPrefix(html: string, prefix: string): string {
  const own = new Set(
    [...html.matchAll(/\sid="([^"]+)"/g)]
      .map(([, id]) => id ?? '')
      .filter((id) => !id.startsWith('cite-')),
  );
  const named = (id: string) => (own.has(id) ? `${prefix}-${id}` : id);
  return html
    .replace(
      naming,
      (_, attribute: string, ids: string) =>
        ` ${attribute}="${ids.split(' ').map(named).join(' ')}"`,
    )
    .replace(leading, (_, lead: string, id: string) => `${lead}${named(id)}`);
}
