import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './axe.ts';

const path = 'cases/chance-finding-at-71/';
type Box = { x: number; y: number; width: number; height: number };

/** The bench of the case, once the pictures of all its panes are there. */
async function openBench(page: Page, query = '', panes = 1) {
  await page.goto(`${path}${query}`);
  const bench = page.locator('atlas-bench');
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(panes);
  return bench;
}

const asked = (page: Page, name: string) => new URL(page.url()).searchParams.getAll(name);
const centreOf = (look: string | undefined) =>
  /:([-\d.]+),([-\d.]+),/
    .exec(look ?? '')
    ?.slice(1)
    .map(Number) ?? [];

test('the strip puts a view into the pane, and the address keeps it', async ({ page }) => {
  const bench = await openBench(page);
  await bench.getByRole('button', { name: 'Mag CC', exact: true }).click();
  await expect(bench.getByRole('group', { name: /^Magnification/ })).toBeVisible();
  await expect(bench.locator('atlas-viewer')).toHaveCount(1);
  await expect.poll(() => asked(page, 'panes')).toEqual(['magnification-cc']);
  await page.reload();
  await expect(bench.getByRole('group', { name: /^Magnification/ })).toBeVisible();
});

test('panes that are moved while they are hidden stand together when they are shown', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=cc,mlo&layout=hanging', 2);
  const panes = bench.locator('.bench-panes');
  await panes.evaluate((element) => (element.style.display = 'none'));
  await page.evaluate(() => {
    const there = new URL(location.href);
    there.searchParams.set('look', 'cc:60,90,40');
    history.replaceState(null, '', there);
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await page.waitForTimeout(500);
  await panes.evaluate((element) => (element.style.display = ''));
  const widths = async () =>
    Promise.all(
      (await bench.locator('.viewer-scale-bar').all()).map(
        async (bar) => (await bar.boundingBox())?.width,
      ),
    );
  await expect.poll(async () => (await widths())[0]).toBeGreaterThan(10);
  await expect
    .poll(async () => {
      const [one = 0, other = 1] = await widths();
      return Math.abs(one - other);
    })
    .toBeLessThan(1);
});

test('films of one plane move together, at one scale, until the link is opened', async ({
  page,
}) => {
  const bench = await openBench(page);
  await bench.getByRole('button', { name: 'Hang CC and MLO' }).click();
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(2);
  await expect.poll(() => asked(page, 'layout')).toEqual(['hanging']);
  const scales = bench.locator('.viewer-scale-bar');
  const cc = bench.getByRole('group', { name: /^Craniocaudal/ });
  const region = cc.getByRole('application');
  await region.focus();
  for (const key of ['+', '+', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect.poll(() => asked(page, 'look').length).toBe(2);
  await page.waitForTimeout(900);
  const [one, other] = await Promise.all([
    scales.nth(0).boundingBox(),
    scales.nth(1).boundingBox(),
  ]);
  expect(one?.width).toBeCloseTo(other?.width ?? 0, 0);

  // There and back a hundred times, and past the edge: they stand apart as they stood.
  const apart = () => {
    const [first = [], second = []] = asked(page, 'look').map(centreOf);
    return [0, 1].map((axis) => (second[axis] ?? Number.NaN) - (first[axis] ?? Number.NaN));
  };
  const before = apart();
  for (let step = 0; step < 50; step += 1) await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 50; step += 1) await page.keyboard.press('ArrowLeft');
  await page.waitForTimeout(1200);
  for (const [axis, distance] of apart().entries())
    expect(Math.abs(distance - (before[axis] ?? 0))).toBeLessThan(0.001);

  await bench.getByRole('button', { name: '2 panes' }).click();
  await bench.getByRole('button', { name: 'Move together' }).click();
  await expect.poll(() => asked(page, 'link')).toEqual(['off']);
  await page.waitForTimeout(400);
  const still = centreOf(asked(page, 'look')[1]);
  await region.focus();
  await page.keyboard.press('+');
  await page.waitForTimeout(1200);
  expect(centreOf(asked(page, 'look')[1])).toEqual(still);
});

test('a link with nonsense in every parameter opens the first view', async ({ page }) => {
  const bench = await openBench(
    page,
    '?panes=zz,%00&layout=sideways&look=cc:x,y,z&grey=cc:900,1&link=maybe&findings=all&speck=-1',
  );
  await expect(bench.getByRole('group', { name: /^Craniocaudal/ })).toBeVisible();
  await expect(page.getByText(/error|undefined|NaN/)).toHaveCount(0);
});

test('grey levels turn by slider, by name and by drag, and the address keeps them', async ({
  page,
}) => {
  const bench = await openBench(page);
  await bench.getByRole('button', { name: 'Greys and lens' }).click();
  await bench.getByRole('slider', { name: 'Level' }).focus();
  await bench.getByRole('button', { name: 'Dense tissue' }).click();
  await expect.poll(() => asked(page, 'grey')).toEqual(['cc:30,85']);
  await bench.getByRole('button', { name: 'Invert' }).click();
  await expect.poll(() => asked(page, 'grey')).toEqual(['cc:85,30']);
  const box = await bench.locator('.viewer-frame').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 150, (box?.y ?? 0) + 150];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y);
  await page.mouse.up();
  await expect.poll(() => asked(page, 'grey')).toEqual(['cc:90,25']);
  await page.reload();
  await expect(bench.locator('atlas-viewer[data-live]')).toHaveCount(1);
  expect(
    await bench.getByRole('application').evaluate((region) => getComputedStyle(region).filter),
  ).toContain('url');
  await bench.getByRole('button', { name: 'Greys and lens' }).click();
  await bench.getByRole('button', { name: 'As taken' }).click();
  await expect.poll(() => asked(page, 'grey')).toEqual([]);
});

/** How much brighter the left half of a canvas is than all of it: the side of the chest wall. */
const lean = (page: Page) =>
  page
    .locator('.openseadragon-canvas canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const shades = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      let [left, all] = [0, 0];
      for (let at = 0; at < shades.length; at += 4) {
        const shade = shades[at] as number;
        all += shade;
        if ((at / 4) % width < width / 2) left += shade;
      }
      return (2 * left) / all - 1;
    });

test('a film is mirrored only where a reader asks for it, and says so until it lies as taken', async ({
  page,
}) => {
  const bench = await openBench(page);
  const before = await lean(page);
  expect(Math.abs(before)).toBeGreaterThan(0.3);
  // Keys that mirror and turn elsewhere, and a turn of two fingers, do nothing here.
  await bench.getByRole('application').focus();
  for (const key of ['f', 'r', 'Shift+R']) await page.keyboard.press(key);
  await expect(bench.getByRole('button', { name: 'Mirror left to right' })).toBeHidden();
  expect(await lean(page)).toBeCloseTo(before, 2);

  await bench.getByRole('button', { name: 'Turn or mirror' }).click();
  await bench.getByRole('button', { name: 'Mirror left to right' }).click();
  const notice = bench.getByText('Not as taken: mirrored left to right.');
  await expect(notice).toBeVisible();
  await expect.poll(() => asked(page, 'turn')).toEqual(['cc:mirrored']);
  await expect.poll(() => lean(page)).toBeCloseTo(-before, 1);
  expect(await faultsOf(page, { within: 'atlas-bench' })).toEqual([]);

  await page.reload();
  await expect(notice).toBeVisible();
  await expect.poll(() => lean(page)).toBeCloseTo(-before, 1);
  await bench.getByRole('button', { name: 'Lay as taken' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => asked(page, 'turn')).toEqual([]);
  await expect.poll(() => lean(page)).toBeCloseTo(before, 1);
});

test('a place that is gone back to is as wide as before, though the picture was turned since', async ({
  page,
}) => {
  const place = '?panes=cc&look=cc:100,140,60';
  const bench = await openBench(page, `${place}&turn=cc:90`);
  const acrossMm = async () =>
    Number(
      /field ([\d.]+)/.exec((await bench.locator('.viewer-readout').textContent()) ?? '')?.[1],
    );
  await page.evaluate((query) => {
    history.replaceState(null, '', query);
    dispatchEvent(new PopStateEvent('popstate'));
  }, place);
  await expect(bench.getByText('Not as taken')).toHaveCount(0);
  await page.waitForTimeout(900);
  // Without its notice the frame is a little larger than the one that the place was fitted into.
  expect(Math.abs((await acrossMm()) - 60)).toBeLessThanOrEqual(1);
});

test('a length that was measured stays on what it measures when the picture is mirrored', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=cc&look=cc:100,140,60');
  await bench.getByRole('button', { name: 'Measure' }).click();
  await expect(bench.locator('.bench-ruler p')).toBeVisible();
  const frame = (await bench.locator('.viewer-frame').boundingBox()) as Box;
  const [x, y] = [frame.x + frame.width * 0.25, frame.y + frame.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y);
  await page.mouse.up();
  await bench.getByRole('button', { name: 'Turn or mirror' }).click();
  const start = async () => {
    const drawn = await bench.locator('.bench-ruler .under').getAttribute('d');
    const width = (await bench.locator('.viewer-frame').boundingBox())?.width ?? Number.NaN;
    return Number(/^M([\d.]+)/.exec(drawn ?? '')?.[1]) / width;
  };
  expect(await start()).toBeCloseTo(0.25, 1);
  await bench.getByRole('button', { name: 'Mirror left to right' }).click();
  await expect.poll(start).toBeCloseTo(0.75, 1);
});

test('the marks lie on a picture however it lies, and the arrow keys move it as one sees it', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=magnification-cc&findings=on&speck=3');
  await bench.getByRole('button', { name: 'Turn or mirror' }).click();
  await bench.getByRole('button', { name: 'Turn by 90°' }).click();
  await bench.getByRole('button', { name: 'Mirror left to right' }).click();
  await expect(bench.getByText('turned by 90°, then mirrored left to right')).toBeVisible();
  await bench.getByRole('button', { name: 'Show it in all panes' }).click();
  const region = bench.getByRole('application');
  await region.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await page.waitForTimeout(900);
  // What was in the middle has moved to the right and down, and answers there.
  const box = (await bench.locator('.viewer-frame').boundingBox()) as Box;
  const there = [box.x + box.width * 0.65, box.y + box.height * 0.65] as const;
  await page.mouse.move(...there);
  await expect(region).toHaveCSS('cursor', 'pointer');
  await page.mouse.move(box.x + box.width * 0.35, box.y + box.height * 0.65);
  await expect(region).not.toHaveCSS('cursor', 'pointer');
});

test('a distance is measured by pointer and by keys, and says on which plane it holds', async ({
  page,
}) => {
  const bench = await openBench(page, '?panes=magnification-cc');
  await bench.getByRole('button', { name: 'Measure' }).click();
  const ruler = bench.locator('.bench-ruler p');
  // The tool is fetched when it is first used.
  await expect(ruler).toBeVisible();
  const frame = await bench.locator('.viewer-frame').boundingBox();
  const bar = await bench.locator('.viewer-scale-bar').boundingBox();
  const label = (await bench.locator('.viewer-scale').textContent()) ?? '';
  const [x, y] = [(frame?.x ?? 0) + 200, (frame?.y ?? 0) + 200];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (bar?.width ?? 0), y);
  await page.mouse.up();
  // As long as the scale bar: the ruler must say what the bar says, to a pixel.
  const lengthMm = Number(/[\d.]+/.exec(label)?.[0]);
  const measured = Number(/[\d.]+/.exec((await ruler.textContent()) ?? '')?.[0]);
  expect(Math.abs(measured / lengthMm - 1)).toBeLessThan(0.02);
  await expect(ruler).toContainText('in the plane of the tissue');

  await bench.getByRole('application').focus();
  await page.keyboard.press('Enter');
  await expect(ruler).toHaveText('First end set.');
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(700);
  await page.keyboard.press('Enter');
  await expect(ruler).toContainText(/mm/);

  const contact = await openBench(page, '?panes=cc');
  await contact.getByRole('button', { name: 'Measure' }).click();
  const whole = await contact.locator('.viewer-frame').boundingBox();
  await page.mouse.move((whole?.x ?? 0) + 300, (whole?.y ?? 0) + 200);
  await page.mouse.down();
  await page.mouse.move((whole?.x ?? 0) + 360, (whole?.y ?? 0) + 200);
  await page.mouse.up();
  await expect(contact.locator('.bench-ruler p')).toContainText('at the detector plane');
});

test('closed panes leave nothing behind', async ({ page }) => {
  const bench = await openBench(page);
  for (let round = 0; round < 5; round += 1) {
    await bench.getByRole('button', { name: '3 panes' }).click();
    await bench.getByRole('button', { name: '1 pane' }).click();
  }
  await expect(bench.locator('atlas-viewer')).toHaveCount(1);
  await expect(bench.locator('.openseadragon-container')).toHaveCount(1);
});

test('every tool can be reached at the width of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const bench = await openBench(page);
  for (const button of await bench.getByRole('button').all()) {
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 360).toBe(true);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('the first tile is there before the viewer is, and lies where the viewer draws it', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/_astro\/mount\.[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${path}?panes=magnification-cc`, { waitUntil: 'commit' });
  const tile = page.locator('atlas-bench .viewer-first');
  await expect(tile).toBeVisible();
  const { x, y, width, height } = (await tile.boundingBox()) as Box;
  release();
  await expect(page.locator('atlas-bench atlas-viewer[data-live]')).toBeVisible();
  await expect(tile).toBeHidden();
  const frame = (await page.locator('.viewer-frame').boundingBox()) as Box;
  for (const [ours, drawn] of [
    [x, frame.x],
    [y, frame.y],
    [width, frame.width],
    [height, frame.height],
  ] as const)
    expect(Math.abs(ours - drawn)).toBeLessThan(1);
});

test('a link to a place paints no tile of anything else before it', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as unknown as { painted: number };
    seen.painted = 0;
    new MutationObserver(() => {
      seen.painted += document.querySelectorAll('.viewer-first').length;
    }).observe(document, { childList: true, subtree: true });
  });
  const painted = () => page.evaluate(() => (window as unknown as { painted: number }).painted);
  await openBench(page, '?panes=magnification-cc');
  expect(await painted()).toBeGreaterThan(0);
  await openBench(page, '?panes=magnification-cc&look=magnification-cc:30,40,12');
  expect(await painted()).toBe(0);
});
