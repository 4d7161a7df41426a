/** The Deep Zoom descriptor and the geometry that follows from it. */

/** What a `.dzi` file says: the size of the image and how it is cut into tiles. */
export interface DeepZoom {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly tileSizePx: number;
  /** The pixels that neighbouring tiles share at each side. */
  readonly overlapPx: number;
  /** The ending of the tile files: `jpeg`, `png` or `webp`. */
  readonly format: string;
}

/** One level of a Deep Zoom image. Level 0 is a single pixel; each next one doubles. */
export interface Level {
  readonly level: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly columns: number;
  readonly rows: number;
}

/** Reads the XML of a `.dzi` file; throws a sentence where a needed number is missing or absurd. */
export function parseDzi(xml: string): DeepZoom {
  // The format is one flat element of attributes: a pattern reads it where there is no DOM.
  const attribute = (name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(xml)?.[1];
  const count = (name: string, least: number) => {
    const value = Number(attribute(name) ?? Number.NaN);
    if (!Number.isSafeInteger(value) || value < least) {
      throw new Error(`The Deep Zoom description has no usable ${name}.`);
    }
    return value;
  };
  const format = attribute('Format')?.toLowerCase();
  // It becomes the ending of file names, so it may be nothing but an ending.
  if (!format || !/^[a-z0-9]{1,8}$/.test(format)) {
    throw new Error('The Deep Zoom description has no usable Format.');
  }
  return {
    widthPx: count('Width', 1),
    heightPx: count('Height', 1),
    tileSizePx: count('TileSize', 1),
    overlapPx: count('Overlap', 0),
    format,
  };
}

/** All levels of an image, the single pixel first (Deep Zoom's rule: halve and round up). */
export function levelsOf(image: DeepZoom): readonly Level[] {
  const top = Math.ceil(Math.log2(Math.max(image.widthPx, image.heightPx)));
  return Array.from({ length: top + 1 }, (_, level) => {
    const shrink = 2 ** (top - level);
    const widthPx = Math.ceil(image.widthPx / shrink);
    const heightPx = Math.ceil(image.heightPx / shrink);
    return {
      level,
      widthPx,
      heightPx,
      columns: Math.ceil(widthPx / image.tileSizePx),
      rows: Math.ceil(heightPx / image.tileSizePx),
    };
  });
}

/** The finest level that is a single tile: the first picture of the whole. */
export const wholeLevel = (levels: readonly Level[]): number =>
  levels.findLastIndex(({ columns, rows }) => columns * rows === 1);
