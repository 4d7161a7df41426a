/** Writes a picture anew, with nothing but its pixels and their size. Node only; runs in a child. */
import sharp, { type Sharp, type TiffOptions } from 'sharp';
import { faultSentence } from '../machine/index.ts';
import { type Histogram, windowOf } from './grey-window.ts';
import type { Header } from './header.ts';

const tileSizePx = 512;
/**
 * Pixels that went through JPEG before are stored as JPEG again, so fine that the second time adds
 * less than the noise of the first; a slide stays near its size. All others are stored without loss.
 */
const secondQuality = 95;
/** Plain TIFF ends at 4 GB; compression is not to be relied on. */
const plainTiffBytes = 3.9e9;
const stripPixels = 16e6;

/** What came out: the file's own size, and a window where it holds 16-bit grey levels. */
export interface Written {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly window?: { readonly low: number; readonly high: number };
}

/**
 * Decodes the picture that `header` describes and writes it to `to` as a tiled TIFF: upright, sRGB or
 * grey, on white where it was transparent. Any fault in the data, which a decoder would paint over, is
 * an error here.
 */
export async function writePixels(
  from: string,
  to: string,
  header: Header,
  umPerPixel: number,
): Promise<Written> {
  sharp.cache(false);
  const input = sharp(from, {
    page: header.page,
    failOn: 'error',
    limitInputPixels: header.widthPx * header.heightPx,
    autoOrient: true,
  });
  const { hasAlpha, channels } = await input.metadata();
  const isGrey = channels < 3;
  const image = hasAlpha ? onWhite(input, isGrey) : input;
  const bytesPerPixel = header.isGrey16 ? 2 : isGrey ? 1 : 3;
  const bytes = header.widthPx * header.heightPx * bytesPerPixel;
  const options: TiffOptions = {
    ...(header.isLossy && !header.isGrey16
      ? { compression: 'jpeg', quality: secondQuality }
      : { compression: 'deflate', predictor: 'horizontal' }),
    tile: true,
    tileWidth: tileSizePx,
    tileHeight: tileSizePx,
    bigtiff: bytes > plainTiffBytes,
    // Pixels per millimetre.
    xres: 1000 / umPerPixel,
    yres: 1000 / umPerPixel,
    resolutionUnit: 'cm',
  };
  const space = header.isGrey16 ? 'grey16' : isGrey ? 'b-w' : 'srgb';
  const complaints: string[] = [];
  input.on('warning', (text: string) => complaints.push(text));
  const { width, height } = await image
    .toColourspace(space)
    .tiff(options)
    .toFile(to)
    .catch((error: Error) => {
      throw new Error(faultSentence(error, 'the image') ?? damaged(error.message), {
        cause: error,
      });
    });
  // Decoders go on after these; unknown tags and the like, of which they also warn, do no harm.
  const fault = complaints.find((text) =>
    /corrupt|premature|truncated|not enough data/i.test(text),
  );
  if (fault) throw new Error(damaged(fault));
  if (width !== header.widthPx || height !== header.heightPx) {
    throw new Error('The picture came out in another size than its header says.');
  }
  return {
    widthPx: width,
    heightPx: height,
    ...(header.isGrey16 ? { window: windowOf(await histogramOf(to, width, height)) } : {}),
  };
}

function damaged(message: string): string {
  const [detail = ''] = message.replace(/^.*: (?=\w+ )/, '').split('\n');
  return `The file is damaged or cut short: its pixels cannot be decoded (${detail.trim()}).`;
}

function onWhite(image: Sharp, isGrey: boolean): Sharp {
  return isGrey ? image.removeAlpha() : image.flatten({ background: '#fff' });
}

/** Counts the grey levels of a written 16-bit file, strip by strip. */
async function histogramOf(path: string, widthPx: number, heightPx: number): Promise<Histogram> {
  const histogram = new Float64Array(65_536);
  const rows = Math.max(tileSizePx, Math.floor(stripPixels / widthPx / tileSizePx) * tileSizePx);
  for (let top = 0; top < heightPx; top += rows) {
    const bytes = await sharp(path, { limitInputPixels: widthPx * heightPx })
      .extract({ left: 0, top, width: widthPx, height: Math.min(rows, heightPx - top) })
      .toColourspace('grey16')
      .raw({ depth: 'ushort' })
      .toBuffer();
    const levels = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    for (const level of levels) histogram[level] = (histogram[level] ?? 0) + 1;
  }
  return histogram;
}
