import type { Nucleus } from './nucleus.ts';
import { partOf } from './placing.ts';

/** Nuclei whose middles are farther apart than this do not press on each other. */
export const pressingUm = 13;
/** Of the room between two nuclei so much stays free: the seam of cytoplasm that they share. */
const seamUm = 0.4;
/** Nuclei at different depths lie a little on each other: by so much from the top of the section to its bottom. */
const overlapUm = 4.5;
/** Pressed as it may be, a nucleus keeps this part of its breadth on each side. */
const keptPart = 0.5;

/**
 * Flattens the nuclei of linings against each other: a section is no thicker than they are, so that
 * hardly any lies on another one. Where two would at one depth, each gets a flat side.
 */
export function moulded(nuclei: readonly Nucleus[]): Nucleus[] {
  const bins = new Map<number, number[]>();
  const binOf = (um: number) => Math.floor(um / pressingUm);
  nuclei.forEach((nucleus, n) => {
    if (!isPressed(nucleus)) return;
    const key = keyOf(binOf(nucleus.x), binOf(nucleus.y));
    const bin = bins.get(key);
    if (bin) bin.push(n);
    else bins.set(key, [n]);
  });
  return nuclei.map((own, n) => {
    if (!isPressed(own)) return own;
    const flats: number[] = [];
    for (let j = binOf(own.y) - 1; j <= binOf(own.y) + 1; j++)
      for (let i = binOf(own.x) - 1; i <= binOf(own.x) + 1; i++)
        for (const other of bins.get(keyOf(i, j)) ?? [])
          if (other !== n) press(own, nuclei[other] as Nucleus, flats);
    return flats.length > 0 ? { ...own, flats } : own;
  });
}

const isPressed = ({ kind, event, depth }: Nucleus): boolean => kind.hasCell && !event && depth > 0;

/** Adds the flat side that another nucleus gives: the direction towards it and how far off it lies. */
function press(own: Nucleus, other: Nucleus, flats: number[]): void {
  const [dx, dy] = [other.x - own.x, other.y - own.y];
  const apart = Math.sqrt(dx * dx + dy * dy);
  if (apart > pressingUm || apart < 1e-6) return;
  const [nx, ny] = [dx / apart, dy / apart];
  const [reach, others] = [reachOf(own, nx, ny), reachOf(other, nx, ny)];
  const gapUm = seamUm - overlapUm * Math.max(0, Math.abs(levelOf(own) - levelOf(other)) - 0.3);
  if (reach + others + gapUm < apart) return;
  const off = (apart * reach) / (reach + others) - gapUm / 2;
  flats.push(nx, ny, Math.max(off, keptPart * own.wide));
}

/** Where in the depth of the section a nucleus lies, from 0 to 1. */
const levelOf = ({ bits }: Nucleus): number => partOf(bits, 107);

/** How far an ellipse reaches from its middle in a direction. */
function reachOf({ cos, sin, long, wide }: Nucleus, nx: number, ny: number): number {
  const [p, q] = [(nx * cos + ny * sin) * long, (ny * cos - nx * sin) * wide];
  return Math.sqrt(p * p + q * q);
}

const keyOf = (i: number, j: number) => (i + 32768) * 65536 + j + 32768;
