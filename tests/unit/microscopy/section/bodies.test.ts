import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slidePoint } from '../../../../src/microscopy/frame.ts';
import { type CutBody, nearUm } from '../../../../src/microscopy/section/cut-body.ts';
import type { Body } from '../../../../src/microscopy/section/body.ts';
import { aciniAt, lobuleOf, lobuleRadiusMm } from '../../../../src/microscopy/section/lobule.ts';
import { bodiesOfCells, type Stand } from '../../../../src/microscopy/section/stand.ts';
import { cutSection } from '../../../../src/microscopy/section/section.ts';
import { moved, type PhantomPoint, phantomPoint } from '../../../../src/phantom/index.ts';
import { phantom, specimen } from '../specimen.ts';

const middleUm = specimen.deepestUm / 2;
const section = cutSection(specimen, middleUm);
const whole = { left: 0, top: 0, right: section.widthUm, bottom: section.heightUm };
const bodies = section.bodiesIn(whole);
const named = ({ body, piece }: CutBody) =>
  `${piece.core.id} ${body.kind} ${body.id} ${JSON.stringify(body.shape)}`;
const levels = fc.integer({ min: 0, max: 38 }).map((level) => 1200 + 50 * level);
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('the bodies in a section', () => {
  it('are ducts, lobules with acini, and the structures of the lesion', () => {
    const kinds = new Set(bodies.map(({ body }) => body.kind));
    for (const kind of ['duct', 'lobule', 'acinus', 'part'] as const) expect(kinds).toContain(kind);
  });

  it('move and change shape from level to level, and never jump', () => {
    fc.assert(
      fc.property(levels, fc.nat(), part, part, (depthUm, pick, across, down) => {
        const here = cutSection(specimen, depthUm).bodiesIn(whole);
        const cut = here[pick % here.length] as CutBody;
        const x = cut.reach.left + across * (cut.reach.right - cut.reach.left);
        const y = cut.reach.top + down * (cut.reach.bottom - cut.reach.top);
        const next = cutSection(specimen, depthUm + 50)
          .bodiesIn(whole)
          .find((other) => named(other) === named(cut));
        // What is nowhere near the next plane is as far away as anybody asks.
        const inside = next?.insideUm(x, y) ?? -nearUm;
        expect(Math.abs(inside - cut.insideUm(x, y))).toBeLessThan(60);
      }),
      { numRuns: 25 },
    );
  });

  it('are as far apart on the slide as in the breast', () => {
    fc.assert(
      fc.property(fc.nat(), part, part, (pick, across, down) => {
        const { body, piece, reach, insideUm } = bodies[pick % bodies.length] as CutBody;
        if (body.shape.kind !== 'limb' || body.shape.course.length > 1) return;
        const x = reach.left + across * (reach.right - reach.left);
        const y = reach.top + down * (reach.bottom - reach.top);
        const [at] = body.shape.course;
        const place = piece.toBreast(slidePoint(x, y));
        if (!at) return;
        const off = Math.hypot(place[0] - at[0], place[1] - at[1], place[2] - at[2]);
        const inside = 1000 * ((body.shape.radiiMm[0] as number) - off);
        expect(Math.abs(insideUm(x, y) - Math.max(inside, -nearUm))).toBeLessThan(8);
      }),
    );
  });

  it('are the same whichever field was asked for', () => {
    fc.assert(
      fc.property(fc.nat(), part, part, (pick, across, down) => {
        const cut = bodies[pick % bodies.length] as CutBody;
        const x = cut.reach.left + across * (cut.reach.right - cut.reach.left);
        const y = cut.reach.top + down * (cut.reach.bottom - cut.reach.top);
        const field = { left: x - 3, top: y - 200, right: x + 300, bottom: y + 2 };
        const again = section.bodiesIn(field).find((other) => named(other) === named(cut));
        expect(again?.insideUm(x, y) ?? -nearUm).toBe(cut.insideUm(x, y));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a lobule', () => {
  const tdlu = phantom.anatomy.tree.tdlus[17] as (typeof phantom.anatomy.tree.tdlus)[number];
  const aciniAbout = (ageYears: number, at: PhantomPoint, aroundMm: number): Body[] => {
    const lobule = lobuleOf(tdlu, aciniAt(ageYears));
    const stand = lobule.stand as Stand;
    const ranges = at.map((middle) => {
      const [from, to] = [middle - aroundMm - 0.15, middle + aroundMm + 0.15].map((mm) =>
        Math.floor(mm / stand.pitchMm),
      ) as [number, number];
      return Array.from({ length: to - from + 1 }, (_, n) => from + n);
    }) as [number[], number[], number[]];
    const cells = ranges[0].flatMap((i) =>
      ranges[1].flatMap((j) => ranges[2].map((k) => [i, j, k] as const)),
    );
    return bodiesOfCells(lobule, stand, cells);
  };
  const all = aciniAbout(40, tdlu.at, lobuleRadiusMm(tdlu));
  const key = (body: (typeof all)[number]) => JSON.stringify(body.shape);

  it('has its acini within it, hardly touching', () => {
    expect(all.length).toBeGreaterThan(50);
    for (const { shape } of all) {
      if (shape.kind !== 'limb') throw new Error('An acinus is a limb.');
      for (const [n, at] of shape.course.entries()) {
        const off = Math.hypot(at[0] - tdlu.at[0], at[1] - tdlu.at[1], at[2] - tdlu.at[2]);
        expect(off + (shape.radiiMm[n] as number)).toBeLessThan(lobuleRadiusMm(tdlu) + 0.06);
      }
    }
  });

  it('shows 15 to 150 of them where it is cut through its middle', () => {
    const profiles = all.filter(({ shape }) => {
      const [a, b] = shape.kind === 'limb' ? shape.course : [];
      if (!a || !b) return false;
      const [low, high] = [Math.min(a[2], b[2]) - tdlu.at[2], Math.max(a[2], b[2]) - tdlu.at[2]];
      return low < 0.02 && high > -0.02;
    });
    expect(profiles.length).toBeGreaterThan(15);
    expect(profiles.length).toBeLessThan(150);
  });

  it('has the same acini whoever asks, from wherever', () => {
    const known = new Set(all.map(key));
    const offset = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(offset, offset, offset, (x, y, z) => {
        const some = aciniAbout(40, moved(tdlu.at, [x, y, z]), 0.1);
        for (const acinus of some) expect(known).toContain(key(acinus));
        const near = all.filter(({ shape }) => {
          const at = shape.kind === 'limb' ? shape.course[0] : undefined;
          const centre = phantomPoint(tdlu.at[0] + x, tdlu.at[1] + y, tdlu.at[2] + z);
          return at && Math.hypot(at[0] - centre[0], at[1] - centre[1], at[2] - centre[2]) < 0.1;
        });
        const found = new Set(some.map(key));
        for (const acinus of near) expect(found).toContain(key(acinus));
      }),
      { numRuns: 30 },
    );
  });

  it('loses acini with age, and gains none', () => {
    const known = new Set(all.map(key));
    const old = aciniAbout(70, tdlu.at, lobuleRadiusMm(tdlu));
    expect(old.length).toBeLessThan(0.7 * all.length);
    for (const acinus of old) expect(known).toContain(key(acinus));
  });
});
