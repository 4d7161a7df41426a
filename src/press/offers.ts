/** Finds out from the printed pages which pictures a reader may keep together. */
import type { Offer, OfferedFile, OfferKind, Offers } from '../keeping/offer.ts';

/** A printed page. */
interface Page {
  readonly path: string;
  readonly html: string;
}

/** The pages of which something is offered; all pages below one address count together. */
const kinds: readonly (readonly [OfferKind, RegExp])[] = [
  ['chapter', /^chapters\/[\w-]+\//],
  ['lesson', /^lessons\/(?!own\/)[\w-]+\//],
  ['case', /^cases\/(?!page\/)[\w-]+\//],
];

/** The pages that list chapters, lessons and cases in their order. */
const listPage = /^(chapters|lessons|cases)\/(index|page\/\d+\/index)\.html$/;

/** What is offered by a site of these `pages` and `pictures`, those with their size and sum. */
export function offersOf(
  pages: readonly Page[],
  pictures: readonly (readonly [path: string, OfferedFile])[],
): Offers {
  const there = new Set(pictures.map(([path]) => path));
  const offers = new Map<string, Offer>();
  const byPath = pages.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const [kind, place] of kinds)
    for (const { path, html } of byPath) {
      const id = place.exec(path)?.[0];
      if (!id) continue;
      const before = offers.get(id);
      const title = path === `${id}index.html` ? titleOf(html) : (before?.title ?? '');
      const files = new Set([...(before?.files ?? []), ...filesOf(html, there)]);
      offers.set(id, { id, kind, title, files: [...files] });
    }
  const lists = byPath.filter(({ path }) => listPage.test(path)).map(({ html }) => html);
  const all = pictures.map(([path]) => path).sort();
  return {
    files: Object.fromEntries(pictures.toSorted(([a], [b]) => (a < b ? -1 : 1))),
    offers: [
      { id: '', kind: 'everything', title: 'All pictures', files: all },
      ...inOrder(lists.join(), [...offers.values()]).filter(({ files }) => files.length > 0),
    ],
  };
}

/** Offers of each kind in the order of the links of the lists of the site; those in no list last. */
function inOrder(lists: string, offers: readonly Offer[]): Offer[] {
  const kindAt = ({ kind }: Offer) => kinds.findIndex(([other]) => other === kind);
  const linkAt = ({ id }: Offer) => {
    const at = lists.indexOf(`${id}"`);
    return at < 0 ? lists.length : at;
  };
  return offers.toSorted((a, b) => kindAt(a) - kindAt(b) || linkAt(a) - linkAt(b));
}

/** The large pictures that a page names, each with its still. */
const filesOf = (html: string, there: ReadonlySet<string>) =>
  [...new Set(html.match(/pyramids\/[\w-]+(?=\.(?:szi|jpg))/g))]
    .flatMap((stem) => [`${stem}.jpg`, `${stem}.szi`])
    .filter((path) => there.has(path));

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The title of a page, without the name of the atlas. */
function titleOf(html: string): string {
  const [, text = ''] = /<title>([\s\S]*?) · [^·<]*<\/title>/.exec(html) ?? [];
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
