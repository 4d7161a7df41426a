/** Slims the truth of a view to what pages show of it. Pure. */
import type { SectionTruth } from '../microscopy/truth.ts';
import { simplified, spanOf } from '../radiography/truth/polygon.ts';
import type { PixelPoint, ViewTruth } from '../radiography/truth/view-truth.ts';
import type { ViewTrace } from './trace.ts';

/** What the needle cut in two lies in cores that are farther apart than this; no outline has such a gap. */
const gapMm = 1.5;

/** The trace of a radiograph; of a specimen with one entry for each piece of a speck that was cut. */
export function traceOfRadiograph({ specks, umPerPixel, nipplePx }: ViewTruth): ViewTrace {
  const ofSpecimen = nipplePx === null;
  return {
    specks: specks.flatMap((speck) => {
      const { id, mineral, morphology, hostWords, diameterMm, outlinesPx, hidden } = speck;
      const known = { id, mineral, morphology, host: hostWords, hidden };
      const pieces = ofSpecimen ? apart(outlinesPx, (1000 * gapMm) / umPerPixel) : [outlinesPx];
      if (pieces.length < 2) {
        const widestUm = diameterMm === null ? null : Math.round(1000 * diameterMm);
        return [{ ...known, widestUm, outlinesPx: outlinesPx.map(flat) }];
      }
      return pieces.map((piece) => ({
        ...known,
        widestUm: Math.round(spanOf(piece) * umPerPixel),
        outlinesPx: piece.map(flat),
      }));
    }),
  };
}

type Outlines = readonly (readonly PixelPoint[])[];

/** Groups of outlines with more than a gap between them. */
function apart(outlines: Outlines, gapPx: number): Outlines[] {
  const groups: (readonly PixelPoint[])[][] = [];
  for (const outline of outlines) {
    const near = groups.filter((group) => group.some((other) => isNear(other, outline, gapPx)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), outline]);
  }
  return groups;
}

const isNear = (a: readonly PixelPoint[], b: readonly PixelPoint[], gapPx: number): boolean =>
  a.some(([x, y]) => b.some(([toX, toY]) => Math.hypot(toX - x, toY - y) <= gapPx));

/** Outlines of mineral keep to its edge within this, about what light resolves. */
const strayUm = 1;

/** The trace of a section in one light, on a slide of this pitch. */
export function traceOfSection(
  { depthUm, specks, pieces }: SectionTruth,
  light: 'histology' | 'polarised',
  umPerPixel: number,
): ViewTrace {
  return {
    depthUm,
    specks: specks.map((speck) => {
      const outlines = speck.outlines
        .map((outline) => simplified(outline, strayUm))
        .filter((outline) => outline.length > 2);
      const { hiddenInPlainLight, hiddenBetweenPolars } = speck;
      return {
        id: speck.speck,
        mineral: speck.mineral,
        ...(pieces.length > 1 && { core: speck.core }),
        betweenUm: speck.depthUm,
        widestUm: outlines.length > 0 ? Math.round(spanOf(outlines)) : null,
        outlinesPx: outlines.map((outline) =>
          flat(outline.map(([x, y]) => [x / umPerPixel, y / umPerPixel] as const)),
        ),
        hidden: light === 'polarised' ? hiddenBetweenPolars : hiddenInPlainLight,
      };
    }),
  };
}

/** To tenths of a pixel. */
const flat = (outline: readonly PixelPoint[]): number[] =>
  outline.flat().map((px) => Math.round(10 * px) / 10);
