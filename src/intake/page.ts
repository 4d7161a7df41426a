/** Which of a file's pictures is the view, and which are labels, overviews and smaller copies. */

/** One picture of a file, as its header describes it. */
export interface Page {
  readonly index: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** TIFF tag 254: bit 0 a smaller copy, bit 2 a mask. */
  readonly subfileType: number;
  readonly description: string;
}

/** The picture that is the view, and what the others are, each with how often it occurs. */
export interface Choice {
  readonly page: Page;
  readonly left: readonly Remnant[];
}

/** Pictures beside the view that are not taken over. */
export interface Remnant {
  readonly kind: 'label image' | 'macro image' | 'mask' | 'smaller copy';
  readonly count: number;
}

type PageKind = Remnant['kind'] | 'picture';

/** Above this part of the view's area, another picture of other proportions may be the view as well. */
const rivalArea = 0.3;
/** Proportions that differ by less than this come from rounding a smaller copy. */
const sameShape = 0.02;

/**
 * Chooses the picture at full resolution. Throws a sentence where there is none, or where more than
 * one could be meant: planes of a stack, channels, or pages of a document.
 */
export function choosePage(pages: readonly Page[]): Choice {
  const stack = stackOf(pages[0]?.description ?? '');
  if (stack) throw new Error(`The file is a stack of ${stack}. Export the one picture to show.`);
  const kinds = pages.map((page) => [page, kindOf(page)] as const);
  const pictures = kinds.flatMap(([page, kind]) => (kind === 'picture' ? [page] : []));
  const page = pictures.reduce<Page | undefined>(
    (best, each) => (!best || area(each) > area(best) ? each : best),
    undefined,
  );
  if (!page) throw new Error('The file holds no picture but labels, overviews and masks.');
  const rivals = pictures.filter((each) => each !== page && isRival(each, page));
  if (rivals.length > 0) {
    throw new Error(
      `The file holds ${rivals.length + 1} pictures that could each be the view (a stack of planes or channels, or pages of a document). Export the one to show.`,
    );
  }
  const left = new Map<Remnant['kind'], number>();
  for (const [each, kind] of kinds) {
    if (each === page) continue;
    const name = kind === 'picture' ? 'smaller copy' : kind;
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  return { page, left: [...left].map(([kind, count]) => ({ kind, count })) };
}

/** Scanners name their extra pictures at the start of a line, and Aperio what a copy was made from. */
function kindOf({ index, description, subfileType }: Page): PageKind {
  if (/^\s*label\b/im.test(description)) return 'label image';
  if (/^\s*(macro|overview)\b/im.test(description)) return 'macro image';
  if (subfileType & 4) return 'mask';
  if (subfileType & 1) return 'smaller copy';
  if (index > 0 && /^Aperio[\s\S]*\d+x\d+ -> \d+x\d+/.test(description)) return 'smaller copy';
  return 'picture';
}

function isRival(other: Page, view: Page): boolean {
  if (area(other) === area(view)) return true;
  const proportion = (page: Page) => page.widthPx / page.heightPx;
  const differs = Math.abs(proportion(other) / proportion(view) - 1) > sameShape;
  return differs && area(other) > rivalArea * area(view);
}

function area({ widthPx, heightPx }: Page): number {
  return widthPx * heightPx;
}

/** What OME-XML says of planes: "3 channels, 5 focal planes", or undefined for a flat picture. */
function stackOf(description: string): string | undefined {
  const pixels = /<OME[\s\S]*?<Pixels\b([^>]*)>([\s\S]*?)(?:<\/Pixels>|$)/.exec(description);
  if (!pixels) return undefined;
  const count = (name: string) =>
    Number(new RegExp(`\\b${name}="(\\d+)"`).exec(pixels[1] ?? '')?.[1] ?? 1);
  const samples = Number(/\bSamplesPerPixel="(\d+)"/.exec(pixels[2] ?? '')?.[1] ?? 1);
  const planes: [number, string][] = [
    [count('SizeC') / Math.max(1, samples), 'channels'],
    [count('SizeZ'), 'focal planes'],
    [count('SizeT'), 'points in time'],
  ];
  return (
    planes
      .filter(([size]) => size > 1)
      .map(([size, name]) => `${size} ${name}`)
      .join(' and ') || undefined
  );
}
