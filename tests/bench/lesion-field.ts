import { openView, type Phantom } from '../../src/phantom/index.ts';
import type { Frame } from '../../src/radiography/index.ts';

/** A square contact field about the lesion of a phantom, seen from above. */
export function fieldAbout(phantom: Phantom, sidePx: number): Frame {
  const [u, v] = openView(phantom, 'cc').compress(phantom.lesion.at);
  const pitchUm = 70;
  const halfMm = (sidePx * pitchUm) / 2000;
  const originMm = [Math.max(0, u - halfMm), v + halfMm] as const;
  return { widthPx: sidePx, heightPx: sidePx, pitchUm, originMm };
}
