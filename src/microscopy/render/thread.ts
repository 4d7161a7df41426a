import { cosine, pi, sine, smoothStep } from '../../phantom/index.ts';
import { partOf } from '../scene/placing.ts';
import { smoothTexture, textureAt } from '../scene/texture.ts';
import { eachStrewn } from './strewn.ts';
import type { Spot } from './stroma.ts';

/** Distance of the filaments of a braided thread, and half their thickness, in micrometres (assumed). */
const pitchUm = 17;
const radiusUm = 6.6;
/** What a filament does to polarised light, beside dense collagen: fibres of polymer are drawn out. */
const brightness = 9;
/** Of the places for a filament, the part that has kept it under the knife. */
const share = 0.9;

/** A braid runs one way here and another there; each filament, which has its middle at a place, keeps its own. */
const turnAt = (x: number, y: number): number =>
  pi * (0.5 + 0.35 * textureAt(smoothTexture, x / 90, y / 90 + 40));

/**
 * A braided thread at a place: colourless filaments that stain with nothing and bend light at their
 * edges, each cut at its own slant.
 */
export function threadAt(x: number, y: number, pixelUm: number, spot: Spot): void {
  const soft = Math.max(0.5, 0.6 * pixelUm);
  eachStrewn(x, y, pitchUm, 0.1, ({ dx, dy, bits }) => {
    if (partOf(bits, 1) > share) return false;
    const turn = turnAt(x - dx, y - dy);
    const [cos, sin] = [cosine(turn), sine(turn)];
    const p = (dx * cos + dy * sin) / (1.1 + 0.5 * partOf(bits, 4));
    const q = dy * cos - dx * sin;
    const inside = radiusUm * (0.9 + 0.2 * partOf(bits, 5)) - Math.sqrt(p * p + q * q);
    const cover = smoothStep(-soft, soft, inside);
    if (cover <= 0) return false;
    const edge = smoothStep(1.6, 0.2, Math.abs(inside - 0.3));
    spot.haematoxylin = cover * (0.05 + 0.3 * edge);
    spot.eosin = cover * (0.06 + 0.12 * edge);
    spot.orange = 0;
    spot.fibres = brightness * cover * (0.6 + 0.4 * partOf(bits, 6));
    spot.crimp = turn + 0.6 * (partOf(bits, 7) - 0.5);
    spot.turned = 0;
    return true;
  });
}
