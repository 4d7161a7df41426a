/** What of the device answers a request of the pages. */

/** Where a request is answered from. */
export type Route =
  /** A file of the edition; `path` is where it lies in its pack. */
  | { readonly from: 'edition'; readonly path: string }
  /** A page whose address lacks its last slash. */
  | { readonly from: 'redirect'; readonly path: string }
  /** A picture, which is known by the hash of what went into it and is the same in all editions. */
  | { readonly from: 'pictures'; readonly path: string }
  /** A page that the edition does not have: the network may know it. */
  | { readonly from: 'unknown page' }
  | { readonly from: 'network' };

/** Asked for with this query, a picture comes from the network whatever is kept. */
export const anew = '?anew';

/** The thumbnail that stands for a still. */
export const thumbnailPath = (still: string) => still.replace(/^pyramids\//, 'thumbnails/');

/**
 * Where to answer a GET for the address `url` from. `base` is the address of the root of the site, with
 * its last slash; `isPage` says that a window wants to show it; `has` knows the files of the edition.
 */
export function routeOf(
  url: string,
  base: string,
  isPage: boolean,
  has: (path: string) => boolean,
): Route {
  const [plain = '', query] = url.replace(/#.*$/s, '').split(/(\?.*)$/s);
  if (!plain.startsWith(base) || query === anew) return { from: 'network' };
  const path = decoded(plain.slice(base.length));
  if (path === undefined) return { from: 'network' };
  if (/^pyramids\/[\w-]+\.(szi|jpg)$/.test(path)) return { from: 'pictures', path };
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (has(file)) return { from: 'edition', path: file };
  if (has(`${path}/index.html`)) return { from: 'redirect', path: `${path}/${query ?? ''}` };
  return { from: isPage ? 'unknown page' : 'network' };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

/** The media type of a file by the end of its name. */
export const typeOf = (path: string) =>
  types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** The names of what the browser keeps for a site, which share their origin with those of other sites. */
export function cacheNames(base: string) {
  const prefix = `atlas:${base}:`;
  const editions = `${prefix}edition:`;
  return {
    edition: (version: string) => `${editions}${version}`,
    isEdition: (name: string) => name.startsWith(editions),
    /** Pictures that the reader keeps. */
    kept: `${prefix}kept`,
    /** Parts of pictures that were seen. */
    seen: `${prefix}seen`,
  };
}
