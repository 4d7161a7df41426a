/** The physical scale of a picture, as far as its header can be trusted. */

/** What a header says that may be a scale. */
export interface ScaleTags {
  readonly description: string;
  /** Pixels per unit across and down; the unit is that of TIFF tag 296 (2 inch, 3 centimetre). */
  readonly resolution?: { readonly x: number; readonly y: number; readonly unit: number };
}

/** A scale with the place in the file it was read from, or why there is none. */
export type Scale =
  | { readonly umPerPixel: number; readonly from: string; readonly why?: undefined }
  | { readonly umPerPixel?: undefined; readonly why: string };

/**
 * Print settings (72, 96, 300 dpi) say how large a picture is to be printed, not how large the tissue
 * is. Only microscopes are finer than this; coarser values have to be given by a person.
 */
const coarsestTrustedUm = 10;
/** Finer than any light microscope's pixels, so not a scale but a mistake. */
const finestTrustedUm = 0.01;
/** The atlas has one scale per view; 1 % is more than rounding. */
const squareWithin = 0.01;

const umPerUnit: Readonly<Record<string, number>> = {
  nm: 1e-3,
  µm: 1,
  μm: 1,
  um: 1,
  mm: 1e3,
  cm: 1e4,
  m: 1e6,
  in: 25_400,
};

/** Reads the scale: Aperio's MPP, else OME-XML, else a TIFF resolution as fine as a microscope's. */
export function readScale({ description, resolution }: ScaleTags): Scale {
  const mpp = /^Aperio/.test(description) && /\bMPP\s*=\s*([\d.]+)/.exec(description)?.[1];
  if (mpp) return judged(Number(mpp), Number(mpp), 'the Aperio header (MPP)');
  const ome = /<OME[\s\S]*?<Pixels\b([^>]*)>/.exec(description)?.[1];
  if (ome !== undefined) {
    const x = omeSize(ome, 'PhysicalSizeX');
    const y = omeSize(ome, 'PhysicalSizeY') ?? x;
    if (x !== undefined && y !== undefined) return judged(x, y, 'OME-XML (PhysicalSizeX)');
  }
  if (resolution) return fromResolution(resolution);
  return { why: 'The file does not say how large its pixels are.' };
}

function fromResolution({ x, y, unit }: NonNullable<ScaleTags['resolution']>): Scale {
  const unitUm = unit === 3 ? 10_000 : unit === 2 ? 25_400 : undefined;
  if (!unitUm || !(x > 0) || !(y > 0)) {
    return { why: 'The file does not say how large its pixels are.' };
  }
  if (unitUm / x > coarsestTrustedUm) {
    const dpi = Math.round((x * 25_400) / unitUm);
    return {
      why: `The file's ${dpi} dpi is a print setting (${short(unitUm / x)} µm per pixel), not the scale of the tissue.`,
    };
  }
  return judged(unitUm / x, unitUm / y, 'the TIFF resolution');
}

function judged(x: number, y: number, from: string): Scale {
  if (!(x >= finestTrustedUm && x <= 1000)) {
    return { why: `What ${from} gives (${x} µm per pixel) cannot be right.` };
  }
  if (Math.abs(x / y - 1) > squareWithin) {
    return { why: `By ${from} the pixels are not square (${short(x)} × ${short(y)} µm).` };
  }
  return { umPerPixel: x, from };
}

function omeSize(attributes: string, name: string): number | undefined {
  const read = (attribute: string) =>
    new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes)?.[1]?.trim();
  const unitUm = umPerUnit[read(`${name}Unit`) ?? 'µm'];
  const value = Number(read(name) ?? Number.NaN);
  return unitUm && value > 0 ? value * unitUm : undefined;
}

function short(um: number): string {
  return String(Number(um.toPrecision(3)));
}
