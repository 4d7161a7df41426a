import { describe, expect, it } from 'vitest';
import { readPolars } from '../../../../src/microscopy/light/polars.ts';
import { drawScanner } from '../../../../src/microscopy/light/scanner.ts';
import { drawStain } from '../../../../src/microscopy/light/stain.ts';
import {
  hiddenInSectionReasons,
  specksInSection,
  type SpeckInSection,
} from '../../../../src/microscopy/mineral/speck-in-section.ts';
import { renderTile } from '../../../../src/microscopy/render/tile.ts';
import { openScene } from '../../../../src/microscopy/scene/scene.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { openSpecimen, type Specimen } from '../../../../src/microscopy/section/specimen.ts';
import { growPhantom, takeBiopsy } from '../../../../src/phantom/index.ts';

const specimenWith = (mineral: 'hydroxyapatite' | 'calcium-oxalate'): Specimen => {
  const phantom = growPhantom({
    seed: 12,
    ageYears: 49,
    morphology: 'amorphous',
    distribution: 'grouped',
    extentMm: 7,
    mineral,
  });
  return openSpecimen(phantom, takeBiopsy(phantom, { gauge: 9, cores: 8 }));
};
const light = { stain: drawStain(3), scanner: drawScanner(3) };

/** The largest speck of some sections, with its section. */
function largestOf(specimen: Specimen) {
  const all = [0.3, 0.45, 0.6, 0.75].flatMap((share) => {
    const section = cutSection(specimen, Math.round(specimen.deepestUm * share));
    return specksInSection(section).map((truth) => ({ section, truth }));
  });
  const shown = all.filter(({ truth }) => truth.areaUm2 > 0);
  const largest = [...shown].sort((a, b) => b.truth.areaUm2 - a.truth.areaUm2)[0];
  if (!largest) throw new Error('These sections cut no speck.');
  return { ...largest, all: all.map(({ truth }) => truth) };
}

/** Reads the mean of each channel where the truth says that mineral lies, by the angle of the stage. */
function openMean({ section, truth }: ReturnType<typeof largestOf>) {
  const corners = truth.outlines.flat();
  const [left, top] = [0, 1].map((axis) =>
    Math.floor(Math.min(...corners.map((corner) => corner[axis] as number))),
  ) as [number, number];
  const place = { level: 2, column: left, row: top, widthPx: 120, heightPx: 120 };
  const scene = openScene(section);
  const within = Array.from({ length: 120 * 120 }, (_, n) => n).filter((n) => {
    const [x, y] = [left + (n % 120) + 0.5, top + Math.floor(n / 120) + 0.5];
    const crossings = truth.outlines.filter((outline) => isWithin(outline, x, y)).length;
    return truth.mineral === 'calcium-oxalate' ? crossings > 0 : crossings % 2 === 1;
  });
  expect(within.length).toBeGreaterThan(60);
  return (stageDeg?: number): [number, number, number] => {
    const polars = stageDeg === undefined ? {} : { polars: readPolars({ stageDeg, exposure: 4 }) };
    const rgba = renderTile(scene, place, { ...light, ...polars });
    const mean = (channel: number) =>
      within.reduce((sum, n) => sum + (rgba[4 * n + channel] as number), 0) / within.length;
    return [mean(0), mean(1), mean(2)];
  };
}

function isWithin(outline: SpeckInSection['outlines'][number], x: number, y: number): boolean {
  let within = false;
  outline.forEach(([ax, ay], n) => {
    const [bx, by] = outline[(n + 1) % outline.length] as (typeof outline)[number];
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) within = !within;
  });
  return within;
}

describe('phosphate in a section', () => {
  const largest = largestOf(specimenWith('hydroxyapatite'));

  it('is dark purple where its truth says it lies, and dark between polars at every angle', () => {
    const meanAt = openMean(largest);
    const [red, green, blue] = meanAt();
    expect(green).toBeLessThan(110);
    expect(blue).toBeGreaterThan(green + 15);
    expect(red).toBeGreaterThan(green);
    for (const stageDeg of [0, 45]) expect(Math.max(...meanAt(stageDeg))).toBeLessThan(40);
  });

  it('is never seen between polars, and in plain light unless there is a reason', () => {
    for (const truth of largest.all) {
      expect(truth.hiddenBetweenPolars).not.toBeNull();
      if (truth.hiddenInPlainLight)
        expect(hiddenInSectionReasons).toContain(truth.hiddenInPlainLight);
      else expect(truth.areaUm2).toBeGreaterThan(20);
      if (truth.outlines.length > 0)
        expect(truth.areaUm2).toBeLessThan(1.25 * truth.cutAreaUm2 + 100);
    }
  });

  it('that is not in this plane lies in others, between the depths that its truth names', () => {
    const absent = largest.all.filter((truth) => truth.hiddenInPlainLight === 'not-in-this-plane');
    expect(absent.length).toBeGreaterThan(3);
    for (const { depthUm, outlines } of absent) {
      expect(depthUm[1]).toBeGreaterThan(depthUm[0]);
      expect(outlines).toEqual([]);
    }
    const { truth, section } = largest;
    expect(section.depthUm).toBeGreaterThanOrEqual(truth.depthUm[0]);
    expect(section.depthUm).toBeLessThanOrEqual(truth.depthUm[1]);
  });
});

describe('oxalate in a section', () => {
  const largest = largestOf(specimenWith('calcium-oxalate'));

  it('takes no stain, and lights up between polars by the angle of the stage', () => {
    const meanAt = openMean(largest);
    expect(Math.min(...meanAt())).toBeGreaterThan(150);
    const angles = [0, 22.5, 45, 67.5].map((stageDeg) => meanAt(stageDeg)[1]);
    expect(Math.max(...angles)).toBeGreaterThan(45);
    // A quarter turn of the stage brings the same picture back.
    expect(meanAt(90)[1]).toBeCloseTo(angles[0] as number, 0);
  });

  it('is called unstained in plain light wherever there is enough of it', () => {
    const lasting = largest.all.filter(({ areaUm2 }) => areaUm2 > 400);
    expect(lasting.length).toBeGreaterThan(0);
    for (const { hiddenInPlainLight, hiddenBetweenPolars } of lasting) {
      expect(hiddenInPlainLight).toBe('unstained');
      expect([null, 'not-birefringent']).toContain(hiddenBetweenPolars);
    }
  });
});
