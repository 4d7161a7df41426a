/** A piece of an excerpt; `found` where it is a word that was searched for. */
export interface Piece {
  text: string;
  found: boolean;
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/**
 * Takes apart an excerpt as Pagefind gives it: escaped text with `<mark>` round what was found. Any
 * other markup stays text, so that the pieces can be shown without trusting them.
 */
export function readExcerpt(excerpt: string): Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/s)
    .map((part) => {
      const inner = /^<mark>(.*?)<\/mark>$/s.exec(part)?.[1];
      return { text: plain(inner ?? part), found: inner !== undefined };
    })
    .filter(({ text }) => text !== '');
}

function plain(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
