import { describe, expect, it } from 'vitest';
import { embed, originOf, toBlock } from '../../../src/phantom/block.ts';
import { depthUnderSkinMm } from '../../../src/phantom/breast.ts';
import { takeBiopsy } from '../../../src/phantom/cores.ts';
import {
  corePoint,
  blockPoint,
  phantomPoint,
  type PhantomPoint,
} from '../../../src/phantom/frame.ts';
import { openParenchyma } from '../../../src/phantom/parenchyma.ts';
import { openPectoral } from '../../../src/phantom/pectoral.ts';
import { growPhantom } from '../../../src/phantom/phantom.ts';
import { inView } from '../../../src/phantom/speck.ts';
import { structuresOf } from '../../../src/phantom/structure.ts';
import { openView } from '../../../src/phantom/view.ts';

// The figures of docs/phantom.md are drawn from a phantom; run with `-u` to draw them anew.
const docs = (name: string) => `../../../docs/phantom/${name}.svg`;
const phantom = growPhantom({
  seed: 21,
  morphology: 'fine-linear',
  distribution: 'segmental',
  density: 'b',
  breastSize: 'medium',
});
const ink = '#1c2b33';
const accent = '#b3261e';

const n = (value: number) => String(Math.round(value * 10) / 10);
const path = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`;
const sheet = (width: number, height: number, title: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="5"><title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>${content}</svg>\n`;

describe('the figures of the documentation', () => {
  it('show one segment in three views', async () => {
    const lobe = phantom.lesion.lobe;
    const panels = (['cc', 'mlo', 'ml'] as const).map((view, column) => {
      const compression = openView(phantom, view);
      const place = (p: PhantomPoint): readonly [number, number] => {
        const [u, v] = compression.compress(p);
        return [u + 6 + column * 130, 145 - v];
      };
      const outline = compression
        .outline(160)
        .map(([u, v]) => [u + 6 + column * 130, 145 - v] as const);
      const ducts = phantom.anatomy.tree.ducts
        .filter(({ generation, lobe: own }) => generation <= (own === lobe ? 4 : 2))
        .map(
          ({ course, lobe: own, fromRadiusMm }) =>
            `<path d="${path(course.map(place))}" stroke="${own === lobe ? ink : '#b9c4c9'}" stroke-width="${n(fromRadiusMm * 1.2)}"/>`,
        );
      const casts = phantom.specks.flatMap((speck) => {
        const { at, solid } = inView(speck, compression);
        if (solid.kind !== 'cast') return [];
        return solid.limbs.map(
          ({ course }) =>
            `<path d="${path(course.map(([u, v]) => [at[0] + u + 6 + column * 130, 145 - at[1] - v] as const))}" stroke="${accent}" stroke-width="1"/>`,
        );
      });
      const clip = `<clipPath id="p${column}"><rect x="${6 + column * 130}" y="0" width="122" height="250"/></clipPath>`;
      return `${clip}<g clip-path="url(#p${column})" fill="none" stroke-linecap="round"><path d="${path(outline)}" stroke="${ink}" stroke-width="0.8"/>${ducts.join('')}${casts.join('')}</g><text x="${8 + column * 130}" y="246">${view.toUpperCase()}</text>`;
    });
    const title = 'The ducts of one breast and the casts in one lobe, in CC, MLO and ML';
    await expect(sheet(392, 250, title, panels.join(''))).toMatchFileSnapshot(docs('views'));
  });

  it('show the tissue in a slice through the breast at rest', async () => {
    const { anatomy, plan } = phantom;
    const tissue = openParenchyma(plan, anatomy);
    const muscle = openPectoral(anatomy.pectoral);
    const step = 0.7;
    const colour = (p: PhantomPoint): string | null => {
      const depth = depthUnderSkinMm(anatomy.breast, p);
      if (depth < 0) return null;
      if (depth < 1.2) return '#c98f6b';
      if (muscle(p) > 0.5) return '#a5524a';
      const gland = tissue.fibroglandularAt(p) / tissue.fabric.filling;
      return gland > 0.66 ? '#f6f1ea' : gland > 0.1 ? '#eadfb8' : '#e3c46f';
    };
    const runs: string[] = [];
    for (let row = 0; row < 220; row++) {
      let from = 0;
      let open: string | null = null;
      for (let column = 0; column <= 160; column++) {
        const here =
          column < 160 ? colour(phantomPoint(column * step - 10, (110 - row) * step, 6)) : null;
        if (here === open) continue;
        if (open) {
          runs.push(
            `<rect x="${n(from * step)}" y="${n(row * step)}" width="${n((column - from) * step + 0.1)}" height="0.8" fill="${open}"/>`,
          );
        }
        from = column;
        open = here;
      }
    }
    const lines = structuresOf(anatomy, 0.5)
      .filter(
        ({ kind, course }) => kind !== 'lobule' && course.every(([, , z]) => Math.abs(z - 6) < 4),
      )
      .map(
        ({ course, kind }) =>
          `<path fill="none" stroke="${kind === 'vein' ? '#3f5f9e' : kind === 'artery' ? accent : ink}" stroke-width="0.6" d="${path(course.map(([x, y]) => [x + 10, 110 * step - y] as const))}"/>`,
      );
    const title = 'A slice of the breast at rest: fat lobules, their walls, gland, muscle and skin';
    await expect(
      sheet(
        112,
        154,
        title,
        `<g shape-rendering="crispEdges">${runs.join('')}</g>${lines.join('')}`,
      ),
    ).toMatchFileSnapshot(docs('tissue'));
  });

  it('show the cores of a biopsy, in the breast and in the block', async () => {
    const group = growPhantom({
      seed: 8,
      morphology: 'fine-pleomorphic',
      distribution: 'grouped',
      extentMm: 7,
      count: 24,
    });
    const biopsy = takeBiopsy(group, { gauge: 9, cores: 8 });
    const block = embed(group, biopsy);
    const [middle] = biopsy.cores;
    const centre = middle?.tip ?? group.lesion.at;
    const place = (p: PhantomPoint): readonly [number, number] => [
      60 + (p[1] - centre[1]) * -2.2,
      28 - (p[2] - centre[2]) * 2.2,
    ];
    const cores = biopsy.cores.map(({ tip, axes, lengthMm, radiusMm }) => {
      const end = phantomPoint(
        tip[0] + axes[0][0] * lengthMm,
        tip[1] + axes[0][1] * lengthMm,
        tip[2] + axes[0][2] * lengthMm,
      );
      return `<path d="${path([place(tip), place(end)])}" stroke="#d9c7b2" stroke-opacity="0.6" stroke-width="${n(radiusMm * 4.4)}"/>`;
    });
    const specks = group.specks.map(({ at, spanMm }) => {
      const [x, y] = place(at);
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(Math.max(spanMm, 0.3))}" fill="${accent}"/>`;
    });
    const laid = block.cores.map((embedded, index) => {
      const core = biopsy.cores[index];
      if (!core) return '';
      const axis = [0, 0.25, 0.5, 0.75, 1].map((s) => {
        const [x, y] = toBlock(core, embedded, corePoint(s * core.lengthMm, 0, 0));
        return [70 + x * 1.3, 6 + y * 1.6] as const;
      });
      return `<path d="${path(axis)}" fill="none" stroke="#d9c7b2" stroke-width="${n(core.radiusMm * 2.9)}"/>`;
    });
    const caught = biopsy.cores.flatMap((core, index) =>
      core.catches.flatMap(({ speck, whole }) => {
        const at = group.specks[speck]?.at;
        const embedded = block.cores[index];
        if (!at || !embedded || !whole) return [];
        const d = [at[0] - core.tip[0], at[1] - core.tip[1], at[2] - core.tip[2]] as const;
        const along = (axis: 0 | 1 | 2) =>
          core.axes[axis][0] * d[0] + core.axes[axis][1] * d[1] + core.axes[axis][2] * d[2];
        const [x, y, z] = toBlock(core, embedded, corePoint(along(0), along(1), along(2)));
        expect(originOf(biopsy, block, blockPoint(x, y, z))?.core.id).toBe(core.id);
        return [
          `<circle cx="${n(70 + x * 1.3)}" cy="${n(6 + y * 1.6)}" r="0.9" fill="${accent}"/>`,
        ];
      }),
    );
    const frame = `<rect x="70" y="6" width="${n(block.widthMm * 1.3)}" height="${n(block.heightMm * 1.6)}" fill="#f7f3ec" stroke="${ink}" stroke-width="0.4"/>`;
    const content = `<g stroke-linecap="round">${cores.join('')}</g>${specks.join('')}${frame}${laid.join('')}${caught.join('')}`;
    const title =
      'Cores round the needle with the group that they are aimed at, and the cores in the paraffin';
    await expect(sheet(136, 58, title, content)).toMatchFileSnapshot(docs('biopsy'));
  });
});
