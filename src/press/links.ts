import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { filesBelow } from '../machine/index.ts';

/** A link on a printed page that leads nowhere. */
export interface DeadLink {
  page: string;
  link: string;
}

/** Addresses below these folders belong to files that are made apart from the pages. */
const madeLater = ['pyramids/'];

/**
 * Finds links of the printed pages (`href`, `src`) that lead to no file of `outDir`, or to a place
 * that the page they lead to does not have. Links to other sites are not followed, nor those to the
 * folders in `later`.
 */
export async function deadLinks(
  outDir: string,
  base: string,
  later: readonly string[] = madeLater,
): Promise<DeadLink[]> {
  const files = new Set(await filesBelow(outDir));
  const places = new Map<string, Set<string>>();
  const links: { page: string; link: string }[] = [];
  for (const page of [...files].filter((file) => file.endsWith('.html'))) {
    const html = await readFile(join(outDir, page), 'utf8');
    places.set(page, new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id ?? '')));
    for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"]+)"/g))
      links.push({ page, link });
  }
  return links.filter(({ page, link }) => {
    const target = targetOf(page, link, base);
    if (target === undefined || later.some((folder) => target.file.startsWith(folder)))
      return false;
    return (
      !files.has(target.file) ||
      (target.place !== '' && !places.get(target.file)?.has(target.place))
    );
  });
}

/** The file below `outDir` and the place in it; undefined for links that leave the site. */
function targetOf(
  page: string,
  link: string,
  base: string,
): { file: string; place: string } | undefined {
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(link)) return undefined;
  const [path = '', place = ''] = link.replaceAll('&amp;', '&').split('#');
  const address = decodeURI(path.replace(/\?.*$/, ''));
  const root = base.replace(/\/$/, '');
  const inSite = address.startsWith('/')
    ? address.startsWith(`${root}/`)
      ? address.slice(root.length + 1)
      : `outside of the base ${address}`
    : posix.join(posix.dirname(page), address);
  const file = address === '' ? page : /(^|\/)$/.test(inSite) ? `${inSite}index.html` : inSite;
  return { file, place: decodeURIComponent(place) };
}
