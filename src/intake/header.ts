/** What a file's header says of the picture in it, before any pixel is decoded. Node only; runs in a child. */
import { open } from 'node:fs/promises';
import sharp, { type Metadata } from 'sharp';
import { choosePage, type Remnant } from './page.ts';
import { readScale, type Scale } from './scale.ts';
import { readTiffPages, type TiffPage } from './tiff-tags.ts';

/** The picture that will become the view, and what is left behind. */
export interface Header {
  readonly format: 'png' | 'jpeg' | 'tiff';
  /** The page of the file that holds the picture. */
  readonly page: number;
  /** The size of the upright picture. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isGrey16: boolean;
  /** True where the pixels went through JPEG before, so that another time at high quality is no loss. */
  readonly isLossy: boolean;
  readonly scale: Scale;
  readonly pictures: readonly Remnant[];
  /** The kinds of metadata that the file has, never their values. */
  readonly telling: readonly string[];
}

const mostPixels = 10e9;
/** Below this a picture cannot show a calcification with what surrounds it. */
const leastSidePx = 16;
const lossyCompressions: readonly number[] = [6, 7, 33003, 33005, 34712, 50001];
const jpeg2000: readonly number[] = [33003, 33005, 34712];

/** Reads a header. Throws a sentence where the file is not an image that can become a view. */
export async function readHeader(path: string): Promise<Header> {
  const kind = await kindOf(path);
  if (kind === 'dicom') throw new Error('It is a DICOM file, which cannot be imported yet.');
  const pages = kind === 'tiff' ? await readTiffPages(path) : [];
  const choice = pages.length > 0 ? choosePage(pages) : undefined;
  const tags = choice && pages[choice.page.index];
  if (tags) checkSize(tags);
  const found = await metadataOf(path, tags);
  checkSize({ widthPx: found.width, heightPx: found.height });
  if (tags && (tags.widthPx !== found.width || tags.heightPx !== found.height)) {
    throw new Error('The TIFF file is damaged: its tags contradict each other on its size.');
  }
  const format = found.format === 'jpeg' || found.format === 'png' ? found.format : 'tiff';
  return {
    format,
    page: choice?.page.index ?? 0,
    widthPx: found.autoOrient.width,
    heightPx: found.autoOrient.height,
    isGrey16: found.channels < 3 && found.depth === 'ushort',
    isLossy: format === 'jpeg' || lossyCompressions.includes(tags?.compression ?? 0),
    scale: readScale(tags ?? { description: '', ...printSetting(found) }),
    pictures: choice?.left ?? [],
    telling: tellingOf(found, pages),
  };
}

async function kindOf(path: string): Promise<'tiff' | 'dicom' | 'other'> {
  await using file = await open(path, 'r');
  const start = new Uint8Array(132);
  await file.read(start, 0, start.length, 0);
  const text = String.fromCharCode(...start);
  // A DICOM file may begin like a TIFF file and be both.
  if (text.endsWith('DICM')) return 'dicom';
  return /^(II[*+]\0|MM\0[*+])/.test(text) ? 'tiff' : 'other';
}

async function metadataOf(path: string, tags: TiffPage | undefined): Promise<Metadata> {
  let found: Metadata;
  try {
    found = await sharp(path, { page: tags?.index ?? 0, limitInputPixels: false }).metadata();
  } catch (error) {
    if (tags && jpeg2000.includes(tags.compression)) {
      throw new Error('Its tiles are JPEG 2000, which cannot be read. Export it with JPEG tiles.');
    }
    throw new Error('It is not a PNG, JPEG, TIFF or SVS image, or its header is damaged.', {
      cause: error,
    });
  }
  if (!['png', 'jpeg', 'tiff'].includes(found.format)) {
    throw new Error(
      `It is a ${found.format.toUpperCase()} file; PNG, JPEG, TIFF and SVS are taken.`,
    );
  }
  if (found.depth !== 'uchar' && found.depth !== 'ushort') {
    throw new Error(`Its pixels are numbers of the kind "${found.depth}"; 8 or 16 bits are taken.`);
  }
  if (found.channels > 4) {
    throw new Error(`It has ${found.channels} channels; grey and colour images are taken.`);
  }
  return found;
}

function checkSize({ widthPx, heightPx }: { widthPx: number; heightPx: number }): void {
  if (!(widthPx > 0 && heightPx > 0)) {
    throw new Error('The file is damaged or cut short: its header gives no size.');
  }
  const size = `${widthPx} × ${heightPx} pixels`;
  if (widthPx * heightPx > mostPixels) {
    throw new Error(`Its header claims ${size}; at most 10 gigapixels are taken.`);
  }
  if (Math.min(widthPx, heightPx) < leastSidePx) {
    throw new Error(
      `Its ${size} are too few for a view: at least ${leastSidePx} on each side are needed to show anything.`,
    );
  }
}

/** PNG and JPEG know a density for printing only; it is passed on so that the person is told. */
function printSetting({ density }: Metadata): Pick<Parameters<typeof readScale>[0], 'resolution'> {
  return density ? { resolution: { x: density, y: density, unit: 2 } } : {};
}

function tellingOf(found: Metadata, pages: readonly TiffPage[]): string[] {
  const kinds = new Set(pages.flatMap((page) => page.telling));
  if (found.exif) kinds.add('EXIF');
  if (found.xmp) kinds.add('XMP');
  if (found.iptc) kinds.add('IPTC');
  if (found.icc) kinds.add('colour profile (its colours were converted to sRGB)');
  if (found.comments?.length) kinds.add('comments');
  return [...kinds];
}
