import { type Breast, sliceAt } from './breast.ts';
import type { Draw } from './draw.ts';
import { cosine, pi, sine } from './elementary.ts';
import { type PhantomPoint, phantomPoint } from './frame.ts';
import { type Axes, axesAlong } from './vector.ts';

/** A lymph node: a bean of tissue with fat in its hilum. */
export interface LymphNode {
  readonly id: number;
  readonly at: PhantomPoint;
  readonly axes: Axes;
  readonly semiAxesMm: readonly [number, number, number];
  /** The fatty hilum: an ellipsoid pushed in from the side of the second axis, where it opens. */
  readonly hilum: {
    readonly offsetMm: number;
    readonly semiAxesMm: readonly [number, number, number];
  };
}

/** Draws the nodes that an oblique view may show: one to three towards the armpit. */
export function growNodes(breast: Breast, draw: Draw): LymphNode[] {
  return Array.from({ length: draw.integer(1, 3) }, (_, id) => {
    const xMm = draw.uniform(-22, -2);
    const angle = (pi * draw.uniform(36, 58)) / 180;
    const reach = draw.uniform(0.62, 0.84);
    const { halfWidthMm, halfHeightMm } = sliceAt(breast, xMm);
    const long = draw.uniform(2.8, 7.5);
    const semiAxesMm = [
      long,
      long * draw.uniform(0.42, 0.7),
      long * draw.uniform(0.45, 0.75),
    ] as const;
    return {
      id,
      at: phantomPoint(
        xMm,
        halfWidthMm * reach * cosine(angle),
        halfHeightMm * reach * sine(angle),
      ),
      axes: axesAlong(draw.direction(), draw.direction()),
      semiAxesMm,
      hilum: {
        offsetMm: semiAxesMm[1] * draw.uniform(0.45, 0.8),
        semiAxesMm: [
          semiAxesMm[0] * draw.uniform(0.35, 0.72),
          semiAxesMm[1] * draw.uniform(0.45, 0.75),
          semiAxesMm[2] * draw.uniform(0.5, 0.9),
        ],
      },
    };
  });
}
