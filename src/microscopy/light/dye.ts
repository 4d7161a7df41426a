/** Three numbers, one for each colour channel of a picture. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What colours a section: the two stains, red cells and hyaline collagen, and brown pigment. */
export const dyeIds = ['haematoxylin', 'eosin', 'orange', 'brown'] as const;

/** The id of a dye. */
export type DyeId = (typeof dyeIds)[number];

/**
 * Optical densities of a dye in the three channels, as a vector of length 1. Densities are natural
 * logarithms, taken of the values in the file as scanners write them: so stain vectors are measured.
 */
export type DyeVectors = Readonly<Record<DyeId, Rgb>>;

/**
 * The vectors of two laboratories between which the others are taken to lie: the reference of
 * Macenko (ISBI 2009) and the table of Ruifrok and Johnston (2001), whose DAB stands for pigment.
 * Orange, between eosin and yellow, was found by eye for red cells.
 */
export const macenkoVectors: DyeVectors = {
  haematoxylin: unit(0.5626, 0.7201, 0.4062),
  eosin: unit(0.2159, 0.8012, 0.5581),
  orange: unit(0.075, 0.62, 0.66),
  brown: unit(0.27, 0.57, 0.78),
};

/** The vectors of Ruifrok and Johnston: a bluer haematoxylin, a purer pink eosin. */
export const ruifrokVectors: DyeVectors = {
  ...macenkoVectors,
  haematoxylin: unit(0.65, 0.7, 0.29),
  eosin: unit(0.07, 0.99, 0.11),
};

/** The vector of length 1 at a fraction of the way from one vector to another. */
export const mixedVector = (a: Rgb, b: Rgb, part: number): Rgb =>
  unit(a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part);

function unit(red: number, green: number, blue: number): Rgb {
  const length = Math.sqrt(red * red + green * green + blue * blue);
  return [red / length, green / length, blue / length];
}
