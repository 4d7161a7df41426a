import {
  type Draw,
  moved,
  noiseAt,
  openNoise,
  type PhantomPoint,
  smoothStep,
  type Vector,
} from '../../phantom/index.ts';

/** What is seen of a duct at a point of its way: the sleeve of collagen about it, which is as uneven as the gland. */
export interface Sleeve {
  /** Its middle, beside that of the duct. */
  readonly at: PhantomPoint;
  /** How wide it is beside the duct, and how much of its depth along the ray shows. */
  readonly wide: number;
  readonly deep: number;
}

/** It winds about the duct: so far to either side. */
const aside = { byMm: 1.3, overMm: 4.5 } as const;
/** It is wider here than there: of one width, ducts would lie in the gland like hoses. */
const width = { mean: 1.15, by: 1.6, least: 0.55, most: 2.2, overMm: 5.5 } as const;
/** It is lost in the gland for most of its way and stands out for some: one that shows from end to end is a stick. */
const showing = { least: 0.2, most: 1.7, from: -0.2, to: 0.45, overMm: 8 } as const;

/** Opens the sleeves of the ducts of a patient; those of ducts that meet go over into each other. */
export function openSleeves(draw: Draw): (point: PhantomPoint) => Sleeve {
  const open = (of: string) => openNoise(draw.branch(of).seed());
  const ways = [open('x'), open('y'), open('z')] as const;
  const widths = open('width');
  const parts = open('showing');
  return (point) => {
    const way = ways.map((noise) => noiseAt(noise, point, aside.overMm)) as unknown as Vector;
    const widened = width.mean + width.by * noiseAt(widths, point, width.overMm);
    const wide = Math.min(Math.max(widened, width.least), width.most);
    const shown = smoothStep(showing.from, showing.to, noiseAt(parts, point, showing.overMm));
    return {
      at: moved(point, way, aside.byMm) as PhantomPoint,
      wide,
      // The wider, the looser.
      deep: (showing.least + (showing.most - showing.least) * shown) / Math.sqrt(wide),
    };
  };
}
