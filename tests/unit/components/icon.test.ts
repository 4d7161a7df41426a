import sharp from 'sharp';
import { expect, test } from 'vitest';
import { iconSvg, icons } from '../../../src/components/icon.ts';

test.each(Object.entries(icons))(
  'the mark of %s lies within what its mask leaves',
  async (_, icon) => {
    const { data, info } = await sharp(Buffer.from(iconSvg(icon)))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([icon.sidePx, icon.sidePx]);
    const middle = icon.sidePx / 2;
    const isInside =
      icon.purpose === 'maskable'
        ? (dx: number, dy: number) => Math.hypot(dx, dy) < 0.4 * icon.sidePx
        : (dx: number, dy: number) => Math.max(Math.abs(dx), Math.abs(dy)) < 0.45 * icon.sidePx;
    let specks = 0;
    for (let at = 0; at < data.length; at += 3) {
      if ((data[at + 1] as number) > 150) continue;
      specks += 1;
      const [x, y] = [(at / 3) % info.width, Math.floor(at / 3 / info.width)];
      expect(isInside(x - middle, y - middle)).toBe(true);
    }
    expect(specks / icon.sidePx ** 2).toBeGreaterThan(0.03);
  },
);
