/**
 * The table behind `docs/decisions/0001-one-szi-file-per-pyramid.md`: what tile format, quality and
 * tile size cost in bytes and do to fine specks. Run by hand:
 * `node tests/bench/pyramid-formats.ts [picture …]`; the drawn pictures are always measured.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { radiograph, stainedTissue } from '../fixtures/tissue.ts';

interface Picture {
  readonly name: string;
  readonly samples: Uint8Array;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 1 | 3 };
}

const [width, height] = [2048, 1536];

function drawn(): Picture[] {
  const levels = radiograph(width, height, 3);
  const shown = Uint8Array.from(levels, (level) =>
    Math.min(255, Math.max(0, (level - 600) / 13.5)),
  );
  return [
    {
      name: 'drawn section',
      samples: stainedTissue(width, height, 3),
      raw: { width, height, channels: 3 },
    },
    { name: 'drawn radiograph', samples: shown, raw: { width, height, channels: 1 } },
  ];
}

async function opened(path: string): Promise<Picture> {
  const { data, info } = await sharp(path)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    name: basename(path),
    samples: data,
    raw: { width: info.width, height: info.height, channels: 3 },
  };
}

/** Peak signal to noise ratio in decibels over the samples for which `counts` holds. */
function psnr(a: Uint8Array, b: Uint8Array, counts: (i: number) => boolean): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    if (!counts(i)) continue;
    sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
    count += 1;
  }
  return 10 * Math.log10((255 * 255 * count) / sum);
}

/** Where neighbouring samples differ most: the edges of nuclei and specks. */
function edges({ samples, raw: { channels } }: Picture): (i: number) => boolean {
  const step = (i: number) => Math.abs((samples[i] ?? 0) - (samples[i + channels] ?? 0));
  const sorted = Array.from({ length: 20_000 }, (_, i) => step((i * 7919) % samples.length)).sort(
    (a, b) => a - b,
  );
  const limit = sorted[Math.floor(sorted.length * 0.98)] ?? 0;
  return (i) => step(i) > limit;
}

const jpeg =
  (quality: number, options: JpegOptions = {}) =>
  (image: Sharp) =>
    image.jpeg({ quality, optimiseCoding: false, ...options });
const formats: Record<string, { tilePx: number; write: (image: Sharp) => Sharp }> = {};
for (const quality of [75, 80, 82, 85, 90, 95]) {
  formats[`JPEG ${quality} 4:2:0, 512 px`] = {
    tilePx: 512,
    write: jpeg(quality, { chromaSubsampling: '4:2:0' }),
  };
}
formats['JPEG 82 4:4:4, 512 px'] = { tilePx: 512, write: jpeg(82, { chromaSubsampling: '4:4:4' }) };
formats['JPEG 82 4:2:0 optimised, 512 px'] = {
  tilePx: 512,
  write: jpeg(82, { chromaSubsampling: '4:2:0', optimiseCoding: true }),
};
formats['JPEG 82 4:2:0, 256 px'] = { tilePx: 256, write: jpeg(82, { chromaSubsampling: '4:2:0' }) };
formats['WebP 80, 512 px'] = { tilePx: 512, write: (image) => image.webp({ quality: 80 }) };

const folder = await mkdtemp(join(tmpdir(), 'atlas-formats-'));
const pictures = [...drawn(), ...(await Promise.all(process.argv.slice(2).map(opened)))];
for (const picture of pictures) {
  const { samples, raw, name } = picture;
  const isEdge = edges(picture);
  console.log(`\n${name}, ${raw.width} × ${raw.height}, ${raw.channels === 1 ? 'grey' : 'colour'}`);
  for (const [format, { tilePx, write }] of Object.entries(formats)) {
    const space = raw.channels === 1 ? 'b-w' : 'srgb';
    const image = () => write(sharp(samples, { raw }).toColourspace(space));
    const path = join(folder, 'p.szi');
    const start = performance.now();
    await image()
      .tile({ size: tilePx, layout: 'dz', container: 'zip', basename: 'a' })
      .toFile(path);
    const seconds = (performance.now() - start) / 1000;
    const back = await sharp(await image().toBuffer())
      .toColourspace(space)
      .raw()
      .toBuffer();
    const megapixels = (raw.width * raw.height) / 1e6;
    console.log(
      [
        format.padEnd(34),
        `${((await stat(path)).size / 1e6).toFixed(2)} MB`.padStart(9),
        `all ${psnr(samples, back, () => true).toFixed(1)} dB`,
        `edges ${psnr(samples, back, isEdge).toFixed(1)} dB`,
        `${(megapixels / seconds).toFixed(0)} Mpx/s`.padStart(9),
      ].join('  '),
    );
    await rm(path);
  }
}
await rm(folder, { recursive: true });
