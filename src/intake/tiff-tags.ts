/** Reads the tags of a TIFF file, of all its pictures. Node only; runs in a child. */
import { fromFile, type GeoTIFFImage } from 'geotiff';
import type { Page } from './page.ts';
import type { ScaleTags } from './scale.ts';

/** A picture of a TIFF file with everything that decides what becomes of it. */
export interface TiffPage extends Page {
  readonly compression: number;
  readonly resolution?: NonNullable<ScaleTags['resolution']>;
  /** The names of tags that describe a person, a place, a device or a time. */
  readonly telling: readonly string[];
}

/** More pages than any slide has levels; beyond them the file is a stack or a trap. */
const mostPages = 400;

/** Tags that may name a patient, a user, a machine or a day, by number. None of them is taken over. */
const tellingTags: readonly (readonly [tag: number, name: string])[] = [
  [269, 'document name'],
  [270, 'description'],
  [271, 'maker of the device'],
  [272, 'model of the device'],
  [285, 'page name'],
  [305, 'software'],
  [306, 'date'],
  [315, 'name of a person'],
  [316, 'name of a computer'],
  [33432, 'copyright line'],
  [700, 'XMP'],
  [33723, 'IPTC'],
  [34377, 'Photoshop block'],
  [34665, 'EXIF'],
  [34853, 'place on the map'],
];

/** Reads all pages. Throws a sentence where the tags are damaged or there are too many pages. */
export async function readTiffPages(path: string): Promise<TiffPage[]> {
  const pages: TiffPage[] = [];
  try {
    const tiff = await fromFile(path);
    try {
      // Page by page, since a damaged file may lead from its last page back to its first.
      for (let isLast = false; !isLast;) {
        if (pages.length === mostPages) throw new Error(`more than ${mostPages} pages`);
        const image = await tiff.getImage(pages.length);
        pages.push(await pageOf(image, pages.length));
        isLast = image.fileDirectory.nextIFDByteOffset === 0;
      }
    } finally {
      tiff.close();
    }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Error(`The TIFF file is damaged: its tags cannot be read (${detail}).`, {
      cause: error,
    });
  }
  return pages;
}

async function pageOf(image: GeoTIFFImage, index: number): Promise<TiffPage> {
  const tags = image.fileDirectory;
  const read = async (tag: number): Promise<unknown> =>
    tags.hasTag(tag) ? tags.loadValue(tag) : undefined;
  const number = async (tag: number, otherwise: number) => {
    const value = await read(tag);
    return typeof value === 'number' ? value : otherwise;
  };
  const x = ratio(await read(282));
  const y = ratio(await read(283));
  return {
    index,
    widthPx: image.getWidth(),
    heightPx: image.getHeight(),
    subfileType: await number(254, 0),
    compression: await number(259, 1),
    description: String((await read(270)) ?? ''),
    telling: tellingTags.flatMap(([tag, name]) => (tags.hasTag(tag) ? [name] : [])),
    ...(x && y ? { resolution: { x, y, unit: await number(296, 2) } } : {}),
  };
}

function ratio(value: unknown): number | undefined {
  const [above, below] = Array.from((value as ArrayLike<number> | undefined) ?? []);
  return above && below ? above / below : undefined;
}
