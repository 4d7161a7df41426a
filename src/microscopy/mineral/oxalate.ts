import { cosine, moved, outOf, pi, scatter, sine, type Solid } from '../../phantom/index.ts';
import { type Field, meet, slidePoint } from '../frame.ts';
import { partOf } from '../scene/placing.ts';
import { fineTexture, textureAt } from '../scene/texture.ts';
import type { CutSpeck } from '../section/cut-speck.ts';
import type { Section } from '../section/section.ts';
import { type Crystal, crystalOf } from './crystal.ts';
import { type Fate, fateOf } from './fate.ts';
import { clipped, middleOf, type Polygon, polygonAreaUm2 } from './polygon.ts';

/** A speck of calcium oxalate in a section: its crystals, as far as they reach into a field. */
export interface Oxalate {
  readonly cut: CutSpeck;
  readonly fate: Fate;
  readonly crystals: readonly Crystal[];
}

/** How thick most crystals are, and the part of them that the knife left proud, how thick at most. */
const usualUm = [3, 4.6] as const;
const proud = { part: 0.1, mostUm: 15 } as const;
/** The part of splinters that fell out of the section. */
const lostPart = 0.12;

/** Opens a speck in a field; what it says of a place does not hang on the field. */
export function openOxalate(section: Section, cut: CutSpeck, field: Field): Oxalate {
  const fate = fateOf(section, cut);
  const { speck } = cut;
  const all = fate.isLost
    ? []
    : speck.solid.kind === 'plates'
      ? platesCrystals(cut, speck.solid, fate)
      : strewnCrystals(cut, field, fate);
  const crystals = all.filter(({ x, y, radius }) =>
    meet({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, field),
  );
  return { cut, fate, crystals };
}

type Plates = Extract<Solid, { kind: 'plates' }>;
type Slant = Pick<Crystal, 'axis' | 'tiltCosine'>;

/** The plates of a speck, cut by the plane: broken along their length, or grown as sheaves of blades. */
function platesCrystals({ speck, piece }: CutSpeck, { plates }: Plates, fate: Fate): Crystal[] {
  const isSheaf = partOf(fate.bits, 11) < 0.4;
  return plates.flatMap((plate, n) => {
    const centre = moved(speck.at, outOf(speck.axes, plate.at));
    const at = piece.onSlide(centre);
    /** Half an edge of the tablet, on the slide. */
    const arm = (axis: 0 | 1 | 2): readonly [number, number, number] => {
      const own = plate.axes[axis].map((c) => c * plate.halfMm[axis]) as [number, number, number];
      const end = piece.onSlide(moved(centre, outOf(speck.axes, own)));
      return [end[0] - at[0], end[1] - at[1], end[2] - at[2]];
    };
    const [a, b, c] = [arm(0), arm(1), arm(2)];
    const square = (v: typeof a) => v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    // The faces of a six-sided tablet as planes: n · (p − at) ≤ 1.
    const over = (v: typeof a, share: number) => v.map((part) => (part * share) / square(v));
    const [na, nb, nc] = [over(a, 1), over(b, 1), over(c, 1)] as [number[], number[], number[]];
    const faces = [
      nb,
      nc,
      na.map((x, i) => x + (nb[i] as number) / 2),
      na.map((x, i) => x - (nb[i] as number) / 2),
    ];
    const far = Math.sqrt(square(a) + square(b) + square(c));
    let polygon: Polygon = [
      [at[0] - far, at[1] - far],
      [at[0] + far, at[1] - far],
      [at[0] + far, at[1] + far],
      [at[0] - far, at[1] + far],
    ];
    for (const [x, y, z] of faces as [number, number, number][]) {
      // On the plane z is 0, so p − at has −at[2] there.
      const mid = x * at[0] + y * at[1] + z * at[2];
      polygon = clipped(polygon, x, y, mid + 1);
      polygon = clipped(polygon, -x, -y, 1 - mid);
    }
    if (polygon.length < 3 || polygonAreaUm2(polygon) < 6) return [];
    const flat = Math.sqrt(a[0] * a[0] + a[1] * a[1]);
    const slant: Slant = {
      axis: flat > 0 ? { cos: a[0] / flat, sin: a[1] / flat } : { cos: 1, sin: 0 },
      tiltCosine: flat / Math.sqrt(square(a)),
    };
    const bits = scatter(fate.cutBits + Math.imul(n + 1, 0x27d4eb2d));
    const [x, y] = middleOf(polygon);
    if (!piece.holds(slidePoint(x, y))) return [];
    return isSheaf
      ? sheaf(polygon, slant, bits)
      : splinters(polygon, { ...slant, thicknessUm: thicknessOf(bits) }, bits, 0);
  });
}

/** Crumbs smaller than this have rolled over. */
const crumbUm2 = 90;

/**
 * Breaks a plate along and across its axis until its splinters are small; some fall out. They are of one
 * crystal: all are as thick as it is, lie as it does and go dark with it, but for crumbs.
 */
function splinters(
  polygon: Polygon,
  slant: Slant & Pick<Crystal, 'thicknessUm'>,
  bits: number,
  depth: number,
): Crystal[] {
  const area = polygonAreaUm2(polygon);
  if (depth > 7 || area < 260 + 2200 * partOf(bits, 1) * partOf(bits, 2)) {
    if (depth > 0 && partOf(bits, 3) < lostPart) return [];
    const [x, y] = middleOf(polygon);
    const push = depth > 0 ? 1.6 : 0;
    const by = [push * (partOf(bits, 4) - 0.5), push * (partOf(bits, 5) - 0.5)] as const;
    // Apart by a hair's breadth, as each was broken off.
    const shrink = 1 - Math.min(0.3, (0.9 * partOf(bits, 14)) / (Math.sqrt(area) + 1));
    const outline = polygon.map(
      (corner) =>
        [x + (corner[0] - x) * shrink + by[0], y + (corner[1] - y) * shrink + by[1]] as const,
    );
    const isAstray = depth > 0 && area < crumbUm2 && partOf(bits, 6) < 0.5;
    const turn = (isAstray ? 1.6 : 0.08) * (partOf(bits, 7) - 0.5);
    const { thicknessUm } = slant;
    const crystal = crystalOf(outline, { ...turned(slant, turn), thicknessUm, bits });
    return crystal ? [crystal] : [];
  }
  const { cos, sin } = slant.axis;
  const lengthwise = partOf(bits, 8) < 0.55;
  const skew = 0.5 * (partOf(bits, 9) - 0.5);
  const [nx, ny] = lengthwise
    ? [-sin + skew * cos, cos + skew * sin]
    : [cos - skew * sin, sin + skew * cos];
  const reaches = polygon.map(([x, y]) => x * nx + y * ny);
  const [low, high] = [Math.min(...reaches), Math.max(...reaches)];
  const at = low + (high - low) * (0.3 + 0.4 * partOf(bits, 10));
  return [
    ...splinters(clipped(polygon, nx, ny, at), slant, scatter(bits + 0x51ed), depth + 1),
    ...splinters(clipped(polygon, -nx, -ny, -at), slant, scatter(bits + 0xa341), depth + 1),
  ];
}

/** Blades that fan out both ways from the middle of a plate, or all round as a rosette. */
function sheaf(polygon: Polygon, slant: Slant, bits: number): Crystal[] {
  const [x, y] = middleOf(polygon);
  const radius = Math.sqrt(polygonAreaUm2(polygon) / pi) * 1.15;
  const spread = partOf(bits, 1) < 0.45 ? pi : 0.7;
  const blades = Math.round(8 + 1.1 * radius * (spread > 1 ? 1 : 0.55));
  return Array.from({ length: Math.min(44, blades) }, (_, n): Crystal | null => {
    const own = scatter(bits + Math.imul(n + 1, 0x165667b1));
    if (partOf(own, 1) < lostPart) return null;
    const way = turned(slant, (partOf(own, 2) - 0.5) * spread + (partOf(own, 3) < 0.5 ? 0 : pi));
    const { cos, sin } = way.axis;
    const long = radius * (0.55 + 0.55 * partOf(own, 4));
    const from = radius * 0.12 * partOf(own, 5);
    const wide = 1.1 + 0.055 * radius * (0.6 + partOf(own, 6));
    const place = (t: number, aside: number) =>
      [x + t * cos - aside * sin, y + t * sin + aside * cos] as const;
    const outline = [
      place(from, -0.35 * wide),
      place(long * 0.6, -wide),
      place(long, -0.2 * wide),
      place(long * 0.93, 0.45 * wide),
      place(long * 0.55, wide),
      place(from, 0.35 * wide),
    ];
    return crystalOf(outline, { ...way, thicknessUm: thicknessOf(own), bits: own });
  }).filter((crystal) => crystal !== null);
}

/** Distance of the crystals that lie loose in a sediment. */
const strewnUm = 8;

/** Crystals strewn in what is no plate itself: small tablets, each lying its own way. */
function strewnCrystals(cut: CutSpeck, field: Field, fate: Fate): Crystal[] {
  const crystals: Crystal[] = [];
  const [left, right] = [
    Math.max(cut.reach.left, field.left - 40),
    Math.min(cut.reach.right, field.right + 40),
  ];
  const [top, bottom] = [
    Math.max(cut.reach.top, field.top - 40),
    Math.min(cut.reach.bottom, field.bottom + 40),
  ];
  for (let j = Math.floor(top / strewnUm); j * strewnUm < bottom; j++) {
    for (let i = Math.floor(left / strewnUm); i * strewnUm < right; i++) {
      const bits = scatter(
        scatter(fate.cutBits + Math.imul(i, 0x27d4eb2d)) + Math.imul(j, 0x165667b1),
      );
      const x = (i + partOf(bits, 1)) * strewnUm;
      const y = (j + partOf(bits, 2)) * strewnUm;
      // They lie in heaps, with clear fluid between.
      const heap = 0.3 + 0.55 * textureAt(fineTexture, x / 85, y / 85);
      if (partOf(bits, 3) > heap || partOf(bits, 3) > 0.4 + 1.5 * cut.mineralAt(x, y)) continue;
      if (cut.mineralAt(x, y) === 0) continue;
      const size = 2 + 16 * partOf(bits, 4) * partOf(bits, 5) * partOf(bits, 6);
      const angle = 2 * pi * partOf(bits, 7);
      const corners = 4 + Math.floor(2.4 * partOf(bits, 8));
      const slim = 0.45 + 0.55 * partOf(bits, 9);
      const [c, s] = [cosine(angle), sine(angle)];
      const outline = Array.from({ length: corners }, (_, n) => {
        const turn = (2 * pi * (n + 0.3 * partOf(bits, 20 + n))) / corners;
        const [p, q] = [size * cosine(turn), size * slim * sine(turn)];
        return [x + p * c - q * s, y + p * s + q * c] as const;
      });
      const tilt = 1.4 * (partOf(bits, 10) - 0.5);
      const crystal = crystalOf(outline, {
        axis: { cos: c, sin: s },
        tiltCosine: cosine(tilt),
        thicknessUm: Math.min(thicknessOf(bits), 1.2 * size),
        bits,
      });
      if (crystal) crystals.push(crystal);
    }
  }
  return crystals;
}

function turned({ axis, tiltCosine }: Slant, angle: number): Slant {
  const [c, s] = [cosine(angle), sine(angle)];
  return {
    axis: { cos: axis.cos * c - axis.sin * s, sin: axis.sin * c + axis.cos * s },
    tiltCosine,
  };
}

function thicknessOf(bits: number): number {
  const chance = partOf(bits, 13);
  if (partOf(bits, 12) < proud.part)
    return usualUm[1] + (proud.mostUm - usualUm[1]) * chance * chance;
  return usualUm[0] + (usualUm[1] - usualUm[0]) * chance;
}
