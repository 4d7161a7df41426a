import { type Frame, pixelCentreMm } from '../raster.ts';

/**
 * Values that are worked out on a lattice over an image, every so many pixels, and read back smoothly
 * at the pixels between: for what has no details as fine as a pixel.
 */
export interface LatticeMap {
  /** Writes the row of an image: one array of pixels for each channel. */
  readRow(row: number, to: readonly Float32Array[]): void;
}

/** A row of nodes: the values of each channel, and behind which node they are all 0. */
interface Nodes {
  readonly values: readonly Float32Array[];
  readonly ends: readonly number[];
}

/** Works out a row of nodes at the height `vMm`: the value at node i of channel c goes to `to[c][i]`. */
export type NodeRow = (vMm: number, usMm: Float64Array, to: readonly Float32Array[]) => void;

/**
 * Opens a map with a node at every `stepPx`-th pixel. A row of nodes is worked out when it is first
 * needed and kept, and hangs on no other row: so it makes no difference in which order an image is
 * read. Between the nodes it is a Catmull–Rom spline; it never goes below 0.
 */
export function openLatticeMap(
  frame: Frame,
  stepPx: number,
  channels: number,
  nodeRow: NodeRow,
): LatticeMap {
  const { widthPx, heightPx } = frame;
  // One node before the first pixel and two behind the last, for the spline to lean on.
  const columns = Math.ceil((widthPx - 1) / stepPx) + 4;
  const rows = Math.ceil((heightPx - 1) / stepPx) + 4;
  const usMm = Float64Array.from(
    { length: columns },
    (_, i) => pixelCentreMm(frame, (i - 1) * stepPx, 0)[0],
  );
  const nodes: (Nodes | undefined)[] = new Array(rows);
  // Four for each pixel of a step.
  const weights = Float64Array.from(
    Array.from({ length: stepPx }, (_, n) => splineWeights(n / stepPx)).flat(),
  );
  const column = new Float64Array(columns);

  const nodesAt = (j: number): Nodes => {
    const known = nodes[j];
    if (known) return known;
    const values = Array.from({ length: channels }, () => new Float32Array(columns));
    nodeRow(pixelCentreMm(frame, 0, (j - 1) * stepPx)[1], usMm, values);
    const ends = values.map((channel) => channel.findLastIndex((value) => value !== 0) + 1);
    const made = { values, ends };
    nodes[j] = made;
    return made;
  };

  return {
    readRow(row, to) {
      const j = Math.floor(row / stepPx);
      const [a, b, c, d] = splineWeights((row % stepPx) / stepPx);
      const around = [nodesAt(j), nodesAt(j + 1), nodesAt(j + 2), nodesAt(j + 3)] as const;
      for (let channel = 0; channel < channels; channel++) {
        const [above, here, below, under] = around.map(({ values }) => values[channel]) as [
          Float32Array,
          Float32Array,
          Float32Array,
          Float32Array,
        ];
        const end = Math.max(...around.map(({ ends }) => ends[channel] as number));
        const pixels = (to[channel] as Float32Array).fill(0);
        if (end === 0) continue;
        column.fill(0, end);
        for (let i = 0; i < end; i++) {
          column[i] =
            a * (above[i] as number) +
            b * (here[i] as number) +
            c * (below[i] as number) +
            d * (under[i] as number);
        }
        for (let x = 0, i = 0; x < widthPx && i < end; i++) {
          const next = Math.min(widthPx, x + stepPx);
          const p = column[i] as number;
          const q = column[i + 1] as number;
          const r = column[i + 2] as number;
          const s = column[i + 3] as number;
          for (let at = 0; x < next; x++, at += 4) {
            const value =
              (weights[at] as number) * p +
              (weights[at + 1] as number) * q +
              (weights[at + 2] as number) * r +
              (weights[at + 3] as number) * s;
            pixels[x] = value > 0 ? value : 0;
          }
        }
      }
    },
  };
}

/** The whole number of pixels next to a distance, from 1 to `most`. */
export const stepPx = (mm: number, pitchMm: number, most = Infinity): number =>
  Math.max(1, Math.min(most, Math.round(mm / pitchMm)));

/** The parts that the four nodes about a place have in it, t of the way from the second to the third. */
function splineWeights(t: number): [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [
    -0.5 * t3 + t2 - 0.5 * t,
    1.5 * t3 - 2.5 * t2 + 1,
    -1.5 * t3 + 2 * t2 + 0.5 * t,
    0.5 * t3 - 0.5 * t2,
  ];
}
