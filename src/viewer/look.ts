/**
 * A look is a field that can be written into an address: `?look=histology:3.2,1.15,0.8` is the
 * field of the view "histology" whose centre lies 3.2 mm from the left and 1.15 mm from the top
 * edge of the image and which is 0.8 mm wide. Where an image has no scale the numbers are its
 * pixels and the width ends in `px`. Only the width is kept: the height follows from the frame.
 */
import type { Field } from './field.ts';

/** A field of one view of the page, as an address holds it. */
export interface Look {
  readonly view: string;
  readonly centreX: number;
  readonly centreY: number;
  readonly width: number;
  readonly unit: 'mm' | 'px';
}

const parameter = 'look';
const pattern =
  /^(.+):(-?\d{1,9}(?:\.\d{1,9})?),(-?\d{1,9}(?:\.\d{1,9})?),(\d{1,9}(?:\.\d{1,9})?)(px)?$/;
// A tenth of a micrometre, or of a pixel: finer than any screen shows.
const decimals = { mm: 4, px: 1 };

/** Writes a look as the value of the address's parameter, rounded to 0.1 µm or 0.1 px. */
export function formatLook(look: Look): string {
  const number = (value: number) => String(Number(value.toFixed(decimals[look.unit])));
  const numbers = [look.centreX, look.centreY, look.width].map(number).join(',');
  return `${look.view}:${numbers}${look.unit === 'px' ? 'px' : ''}`;
}

/** Reads the value of the address's parameter; anything that is not a look is undefined. */
export function parseLook(text: string): Look | undefined {
  const [, view, x, y, width, px] = pattern.exec(text) ?? [];
  if (!view || !(Number(width) > 0)) return undefined;
  return {
    view,
    centreX: Number(x),
    centreY: Number(y),
    width: Number(width),
    unit: px ? 'px' : 'mm',
  };
}

/** The look that an address's query (`location.search`) asks for, if any. */
export function findLook(query: string): Look | undefined {
  return parseLook(new URLSearchParams(query).get(parameter) ?? '');
}

/**
 * The same address with the look in its query; other parameters stay. The fragment goes: a browser
 * that opens the address would scroll to it, away from the image.
 */
export function addressOf(look: Look, href: string): string {
  const address = new URL(href);
  address.searchParams.delete(parameter);
  const [view, numbers] = splitLast(formatLook(look));
  // Written by hand: the colon and the commas are allowed in a query and read better unescaped.
  const query = `${parameter}=${encodeURIComponent(view)}:${numbers}`;
  address.search = [address.search.slice(1), query].filter(Boolean).join('&');
  address.hash = '';
  return address.href;
}

/** A field as a look, in millimetres where the pixel size is known. */
export function lookFromField(view: string, field: Field, umPerPixel?: number): Look {
  const perPx = umPerPixel ? umPerPixel / 1000 : 1;
  return {
    view,
    centreX: field.centreXPx * perPx,
    centreY: field.centreYPx * perPx,
    width: field.widthPx * perPx,
    unit: umPerPixel ? 'mm' : 'px',
  };
}

/** Centre and width in pixels; undefined where the look is in millimetres and the image has no scale. */
export function fieldFromLook(
  look: Look,
  umPerPixel?: number,
): Omit<Field, 'heightPx'> | undefined {
  if (look.unit === 'mm' && !umPerPixel) return undefined;
  const pxPer = look.unit === 'mm' && umPerPixel ? 1000 / umPerPixel : 1;
  return {
    centreXPx: look.centreX * pxPer,
    centreYPx: look.centreY * pxPer,
    widthPx: look.width * pxPer,
  };
}

function splitLast(text: string): [string, string] {
  const colon = text.lastIndexOf(':');
  return [text.slice(0, colon), text.slice(colon + 1)];
}
