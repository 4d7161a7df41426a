import { smoothStep } from '../../phantom/index.ts';
import { edgesOf, insideEdges, middleOf, type Polygon, polygonAreaUm2 } from './polygon.ts';

/** A splinter or blade of calcium oxalate in the section. */
export interface Crystal {
  readonly outline: Polygon;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly areaUm2: number;
  readonly edges: Float64Array;
  /** How thick it is; some stand proud of the section. */
  readonly thicknessUm: number;
  /** Direction of the optic axis in the slide, and the cosine of its tilt out of it. */
  readonly axis: { readonly cos: number; readonly sin: number };
  readonly tiltCosine: number;
  readonly bits: number;
}

/** A crystal of an outline; null where it is too small to be one. */
export function crystalOf(
  outline: Polygon,
  rest: Pick<Crystal, 'thicknessUm' | 'axis' | 'tiltCosine' | 'bits'>,
): Crystal | null {
  if (outline.length < 3) return null;
  const areaUm2 = polygonAreaUm2(outline);
  if (areaUm2 < 2) return null;
  const [x, y] = middleOf(outline);
  const radius = Math.sqrt(
    Math.max(...outline.map((c) => (c[0] - x) * (c[0] - x) + (c[1] - y) * (c[1] - y))),
  );
  return { outline, x, y, radius, areaUm2, edges: edgesOf(outline), ...rest };
}

/** How far a place lies within a crystal, and the part of it that is crystal in a picture of a pitch. */
export const withinCrystal = ({ edges }: Crystal, xUm: number, yUm: number): number =>
  insideEdges(edges, xUm, yUm);

/** The part of a place that is crystal, so far within it. */
export const crystalCover = (insideUm: number, pitchUm: number): number => {
  const half = Math.max(0.3, 0.6 * pitchUm);
  return smoothStep(-half, half, insideUm);
};
