import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openedLesson, type TaughtLesson } from '../../src/lesson/data.ts';
import { hasCurtain } from '../../src/lesson/session.ts';
import { keyOf } from '../../src/quiz/item.ts';
import type { ChoiceKey } from '../../src/quiz/items/choice.ts';
import { faultsOf } from './axe.ts';

const stagePath = (id = 'from-recall-to-report') => `lessons/${id}/stage/`;
const stopOf = (page: Page) => page.locator('atlas-stage').getAttribute('data-stop').then(Number);

/** Waits until a stage shows the stop that its address names; it holds the last one until a slide is rendered. */
async function settled(page: Page): Promise<void> {
  await expect(async () => {
    const asked = Number(new URL(page.url()).searchParams.get('stop')) - 1;
    expect(await stopOf(page)).toBe(asked);
  }).toPass({ timeout: 75_000, intervals: [50] });
}

async function openStage(page: Page, path = stagePath()): Promise<void> {
  await page.goto(path);
  await expect(page.locator('atlas-stage[data-stop]')).toBeVisible({ timeout: 30_000 });
  await settled(page);
}

async function openPresenter(context: BrowserContext, stage: Page): Promise<Page> {
  const coming = context.waitForEvent('page');
  await stage.keyboard.press('p');
  const presenter = await coming;
  await expect(presenter.locator('.now h2')).toBeVisible({ timeout: 30_000 });
  return presenter;
}

const heading = (presenter: Page, stop: number) =>
  expect(presenter.locator('.now h2')).toContainText(`Stop ${stop} of `, { timeout: 15_000 });

test('a lesson is given from the first stop to the end with a clicker alone', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  // Type is set in shares of the screen, and slides cost by the pixel.
  await page.setViewportSize({ width: 480, height: 270 });
  await openStage(page);
  const presenter = await openPresenter(context, page);
  const lesson = openedLesson(
    (await page.locator('atlas-stage').getAttribute('data-lesson')) ?? '',
  );
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  for (let press = 0; press < 80 && (await stopOf(page)) < lesson.stops.length; press += 1) {
    const at = await stopOf(page);
    await heading(presenter, at + 1);
    await expect(page.locator('.stage-slide')).toHaveAttribute(
      'data-kind',
      lesson.stops[at]?.kind ?? '',
    );
    await expectLegible(page);
    await expectNoTooltips(page);
    await expectAllViews(page, lesson, at);
    await expectNoAnswers(page, lesson, at);
    await expectCurtainDrawn(page, presenter, lesson, at);
    await page.keyboard.press('PageDown');
    await settled(page);
  }
  expect(await stopOf(page)).toBe(lesson.stops.length);
  await expect(page.locator('.stage-slide')).toContainText('The end');
  await expect(presenter.locator('.now h2')).toHaveText('The end');
  expect(faults).toEqual([]);
});

/** Every view of a stop has its pane. */
async function expectAllViews(page: Page, { stops }: TaughtLesson, at: number): Promise<void> {
  const views = stops[at]?.picture?.views.length;
  const shown = page.locator('.stage-layer[data-shown]').last();
  if (views) await expect(shown.locator('atlas-viewer')).toHaveCount(views);
}

/** Where views lie behind each other, both windows draw the curtain to one side, to half, and to the other. */
async function expectCurtainDrawn(
  page: Page,
  presenter: Page,
  { stops }: TaughtLesson,
  at: number,
): Promise<void> {
  // By the lesson and not by the page, on which the layer of the stop before may still lie.
  if (!hasCurtain(stops[at])) return;
  const behind = '.stage-layer[data-shown] [data-layout="curtain"] .bench-pane:nth-child(2)';
  await expect(page.locator(behind)).toHaveCount(1);
  // Its slides are larger than those of the stage here, and are rendered after them.
  await expect(presenter.locator(behind)).toHaveCount(1, { timeout: 60_000 });
  const covered = (of: Page) =>
    of
      .locator(behind)
      .evaluate((pane) => getComputedStyle(pane).clipPath.match(/([\d.]+%)?\)$/)?.[1]);
  // It glides there, and may still be on its way to where it hung at first.
  const all = ['0%', '100%', '50%'];
  const seen = new Set<string>();
  for (const _press of all) {
    const before = await covered(page);
    await page.keyboard.press('c');
    const isElsewhere = (at = '') => at !== before && all.includes(at);
    await expect.poll(async () => isElsewhere(await covered(page))).toBe(true);
    const hung = (await covered(page)) ?? '';
    await expect.poll(() => covered(presenter)).toBe(hung);
    seen.add(hung);
  }
  expect([...seen].sort()).toEqual([...all].sort());
}

/** Nothing has a name that would pop up under a pointer that rests: neither an element nor a drawing. */
async function expectNoTooltips(page: Page): Promise<void> {
  const named = page.locator('atlas-stage').locator('[title], svg title');
  const popping = await named.evaluateAll((elements) =>
    elements.filter((each) => {
      const under = each.matches('svg title') ? each.parentElement : each;
      return under?.checkVisibility() && getComputedStyle(under).pointerEvents !== 'none';
    }),
  );
  expect(popping).toHaveLength(0);
}

/** All words on the stage can be read from the back row, and nothing is cut off or scrolls. */
async function expectLegible(page: Page): Promise<void> {
  const { least, over, scrolls } = await page.evaluate(() => {
    const shown = document.querySelectorAll(
      '.stage-slide *, .stage-layer[data-shown] :is(.viewer-badge, .viewer-mark, .viewer-scale)',
    );
    const sizes = [...shown].flatMap((each) => {
      const hasText = [...each.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      if (!hasText || !each.checkVisibility() || each.closest('svg desc, svg title')) return [];
      const size = Number.parseFloat(getComputedStyle(each).fontSize);
      const svg = each.closest('svg');
      // Words of a drawing are as large as the drawing is shown.
      return [size * (svg ? (svg.getScreenCTM()?.a ?? 1) : 1)];
    });
    const slide = document.querySelector('.stage-slide');
    return {
      // As they would be on a projector of 1080 lines.
      least: (Math.min(...sizes) * 1080) / innerHeight,
      over: slide ? slide.scrollHeight - slide.clientHeight : 0,
      scrolls: document.documentElement.scrollHeight > innerHeight,
    };
  });
  expect(least).toBeGreaterThanOrEqual(28);
  expect(over).toBeLessThanOrEqual(1);
  expect(scrolls).toBe(false);
}

/** Nothing of an answer that is not told yet is in the page: neither in words nor in marks. */
async function expectNoAnswers(page: Page, lesson: TaughtLesson, at: number): Promise<void> {
  const isTold = (await page.locator('.stage-options [data-right]').count()) > 0;
  const html = await page.content();
  for (const [index, { asking, notes }] of lesson.stops.entries()) {
    if (index <= at && (index !== at || isTold)) continue;
    for (const note of notes) expect(html).not.toContain(note.slice(0, 40));
    if (!asking || (index === at && isTold)) continue;
    const { why, explanation } = keyOf(asking.item) as ReturnType<typeof keyOf> & ChoiceKey;
    for (const text of [explanation, ...why]) expect(html).not.toContain(text.slice(0, 40));
  }
  if (lesson.stops[at]?.asking && !isTold)
    await expect(page.locator('.trace-overlay')).toHaveCount(0);
}

test('a press before the first picture of a stage has come is heard', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // A slide, which takes some seconds to render.
  await page.goto(`${stagePath()}?stop=15`);
  await page.waitForURL(/session=/);
  await page.keyboard.press('PageDown');
  await expect.poll(() => new URL(page.url()).searchParams.get('stop')).toBe('16');
  expect(faults).toEqual([]);
});

test('the presenter steers, counts hands and sees the answer before the room does', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await openStage(page, `${stagePath()}?stop=8`);
  const presenter = await openPresenter(context, page);
  await expect(presenter.locator('.hands .right')).toContainText('Fine linear');
  await expect(presenter.locator('.trace-overlay')).not.toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator('[data-right], .trace-overlay')).toHaveCount(0);
  await presenter.getByLabel('Hands for E').fill('7');
  await presenter.getByLabel('Hands for E').press('Tab');
  await presenter.getByRole('button', { name: 'One hand more for A' }).click();
  await expect(page.locator('.stage-slide')).toContainText('8 hands counted');
  await presenter.getByRole('button', { name: 'Reveal' }).click();
  await expect(page.locator('[data-right]')).toContainText('7 (88%)');
  await expect(page.locator('.stage-slide')).toContainText(
    'kappa 0.36 (5 readers, 86 cases) and 0.66 (5 readers, 50 cases)',
  );

  // Each window is loaded anew, and finds the other where it was.
  await presenter.reload();
  await heading(presenter, 8);
  await expect(presenter.getByLabel('Hands for E')).toHaveValue('7');
  await page.reload();
  await expect(page.locator('[data-right]')).toContainText('7 (88%)', { timeout: 30_000 });
  await presenter.getByRole('button', { name: 'Next', exact: true }).click();
  await settled(page);
  await expect.poll(() => stopOf(page)).toBe(8);

  // What the presenter moves, moves on the stage; one key goes back.
  await expect(presenter.locator('.own-view .stage-layer[data-shown] canvas')).not.toHaveCount(0);
  const look = () =>
    page.evaluate(() => {
      const shown = document.querySelector('.stage-layer[data-shown] .viewer-scale');
      return shown?.textContent;
    });
  // The last picture is held until the next lies over it.
  await expect(page.locator('.stage-layer[data-shown]')).toHaveCount(1);
  await expect.poll(look).toBeTruthy();
  const before = await look();
  // A window that changes its size moves its own view alone.
  await presenter.setViewportSize({ width: 1000, height: 500 });
  await presenter.waitForTimeout(1000);
  expect(await look()).toBe(before);
  await presenter.setViewportSize({ width: 1280, height: 720 });
  await presenter.waitForTimeout(1000);
  expect(await look()).toBe(before);
  const box = await presenter.locator('.own-view').boundingBox();
  await presenter.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 80);
  // A window in the background may miss a turn of the wheel.
  const turned = async () => {
    await presenter.mouse.wheel(0, -240);
    return look();
  };
  await expect.poll(turned, { timeout: 20_000 }).not.toBe(before);
  // The last turns still glide, and move the stage until they are done.
  const isAtRest = async () => {
    const now = await look();
    await page.waitForTimeout(700);
    return now === (await look());
  };
  await expect.poll(isAtRest).toBe(true);
  await page.keyboard.press('h');
  await expect.poll(look, { timeout: 10_000 }).toBe(before);
});

test('presenter and stage stay in step through 200 stops', async ({ page, context }) => {
  test.setTimeout(240_000);
  await openStage(page, stagePath('casts-and-prognosis'));
  const presenter = await openPresenter(context, page);
  const lesson = openedLesson(
    (await page.locator('atlas-stage').getAttribute('data-lesson')) ?? '',
  );
  // Led from within its window: a round trip for each stop takes longer than the stop.
  const apart = await presenter.evaluate(async (count) => {
    const select = document.querySelector<HTMLSelectElement>('.ahead select');
    const asked = () => new URL((opener as Window).location.href).searchParams.get('stop');
    const named = () => document.querySelector('.now h2')?.textContent ?? '';
    const found: number[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      const to = (turn * 7 + 3) % count;
      if (!select) return [-1];
      select.value = String(to);
      select.dispatchEvent(new Event('change', { bubbles: true }));
      const isThere = () => asked() === `${to + 1}` && named().includes(`Stop ${to + 1} of `);
      for (let wait = 0; wait < 500 && !isThere(); wait += 1)
        await new Promise((next) => setTimeout(next, 10));
      if (!isThere()) found.push(turn);
    }
    return found;
  }, lesson.stops.length);
  expect(apart).toEqual([]);
  await settled(page);
});

test('where pop-ups are blocked the notes come onto the one screen there is', async ({ page }) => {
  await page.addInitScript(() => {
    window.open = () => null;
  });
  await openStage(page, `${stagePath()}?stop=4`);
  await page.keyboard.press('p');
  const notes = page.getByRole('complementary', { name: 'Notes for the speaker' });
  await expect(notes).toContainText('has blocked the presenter window');
  await expect(notes).toContainText('Half a minute of silence');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('n');
  await expect(notes).toBeHidden();
});

test('keys: black, marks, ring, digits, and each letter can be switched off', async ({ page }) => {
  test.setTimeout(90_000);
  await openStage(page, `${stagePath()}?stop=2`);
  const stage = page.locator('atlas-stage');
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await expect(stage).toHaveAttribute('data-black', '');
    await page.keyboard.press('PageDown');
    await expect(stage).not.toHaveAttribute('data-black', '');
  }
  expect(await stopOf(page)).toBe(1);
  for (const key of ['1', '2', '2']) await page.keyboard.press(key);
  await page.keyboard.press('Shift+Digit2');
  await expect(page.locator('.stage-slide')).toContainText('2 hands counted');
  await page.keyboard.press('l');
  await page.mouse.move(300, 300);
  await expect(stage).toHaveAttribute('data-ring', '');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keys of the stage' });
  await help.getByLabel('L', { exact: true }).uncheck();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('l');
  await expect(stage).toHaveAttribute('data-ring', '');
  await page.keyboard.press('s');
  await expect(stage).toHaveAttribute('data-spotlight', '');
});

test('the screen is kept awake, and no menu opens under the pointer', async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    const request = async (kind: string) => {
      asked.push(kind);
      return { release: async () => {} };
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    Object.assign(window, { asked });
  });
  const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  await openStage(page, `${stagePath()}?stop=2`);
  await expect.poll(asked).toEqual(['screen']);
  // A browser lets go of the screen when the page is hidden, so that it is asked again.
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(asked).toEqual(['screen', 'screen']);
  const opens = await page.evaluate(() => {
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    return document.querySelector('.stage-pictures')?.dispatchEvent(menu);
  });
  expect(opens).toBe(false);
});

test('who leafs quickly leaves no pictures behind that are still drawn', async ({ page }) => {
  await openStage(page, `${stagePath('descriptors-in-twenty-cases')}?stop=3`);
  const stage = page.locator('atlas-stage');
  for (let stop = 4; stop <= 12; stop += 1) {
    await page.keyboard.press('r');
    await page.keyboard.press('PageDown');
  }
  // What is seen and what is asked for, and what was wanted before and after the first of them.
  expect(await stage.locator('.stage-layer').count()).toBeLessThanOrEqual(5);
});

/** Projectors by width and height in CSS pixels, and how many of their own pixels one of these has. */
const projectors = [
  ['a projector of 1024 by 768', 1024, 768, 1],
  ['a projector of 1280 by 800', 1280, 800, 1],
  ['4K', 3840, 2160, 1],
  ['full HD at 200 percent', 960, 540, 2],
] as const;

test('every stop can be read, and on no projector one is cut off or scrolls', async ({ page }) => {
  test.setTimeout(120_000);
  const screen = await page.context().newCDPSession(page);
  for (const stop of [1, 2, 3, 5, 7, 8, 19]) {
    await openStage(page, `${stagePath()}?stop=${stop}`);
    if (stop === 7 || stop === 8) {
      await page.keyboard.press('r');
      await expect(page.locator('[data-right]')).toBeVisible();
    }
    await expectLegible(page);
    for (const [name, width, height, deviceScaleFactor] of projectors) {
      const metrics = { width, height, deviceScaleFactor, mobile: false };
      await screen.send('Emulation.setDeviceMetricsOverride', metrics);
      await expect
        .poll(() => page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]))
        .toEqual([width, height, deviceScaleFactor]);
      const over = await page.evaluate(async () => {
        // The words are fitted when the page hears of its new size, before the next frame.
        for (let frame = 0; frame < 2; frame += 1)
          await new Promise((next) => requestAnimationFrame(next));
        const slide = document.querySelector('.stage-slide');
        const { scrollHeight, scrollWidth } = document.documentElement;
        return [
          slide ? slide.scrollHeight - slide.clientHeight : 0,
          scrollHeight - innerHeight,
          scrollWidth - innerWidth,
        ];
      });
      expect(Math.max(...over), `stop ${stop} on ${name}`).toBeLessThanOrEqual(1);
    }
  }
});

test('a view is added to a lesson, put in order, given, exported and read back', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('cases/recalled-at-57/?panes=mlo&look=mlo:170,70,60');
  await expect(page.locator('atlas-viewer[data-live]')).toHaveCount(1, { timeout: 30_000 });
  await page.getByRole('link', { name: 'Add this view to a lesson' }).click();
  await page.getByRole('button', { name: 'Add this view to a new lesson' }).click();
  const handles = page.locator('[data-handle]');
  await expect(handles).toHaveCount(2);
  await expect(handles.nth(1)).toHaveAccessibleName(/Recalled at 57: MLO/);
  await handles.nth(1).focus();
  await page.keyboard.press('ArrowUp');
  await expect(handles.nth(0)).toHaveAccessibleName(/Recalled at 57: MLO/);
  await expect(handles.nth(0)).toBeFocused();
  await handles.nth(0).dragTo(handles.nth(1));
  await expect(handles.nth(1)).toHaveAccessibleName(/Recalled at 57: MLO/);
  expect(await faultsOf(page)).toEqual([]);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as a file' }).click();
  const file = await (await coming).path();
  await page.locator('input[type="file"]').setInputFiles({
    name: 'again.yaml',
    mimeType: 'application/yaml',
    buffer: await (await import('node:fs/promises')).readFile(file),
  });
  await expect(page.getByRole('status')).toHaveText('again.yaml is here now.');
  await expect(handles).toHaveCount(2);
  await page.getByRole('link', { name: 'Open the stage' }).click();
  await expect(page.locator('atlas-stage[data-stop="0"]')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('PageDown');
  await settled(page);
  await expect(page.locator('.stage-layer[data-shown] canvas')).not.toHaveCount(0);
});

test('a hand-out has its stills with their scales, and no answer', async ({ page }) => {
  // Its slide is rendered for it, in all its detail.
  test.setTimeout(180_000);
  await page.goto('lessons/casts-and-prognosis/handout/');
  await expect(page.locator('atlas-handout[data-taken]')).toBeAttached({ timeout: 120_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-still] img')).toHaveCount(6);
  await expect(page.locator('[data-still] .viewer-still-scale').first()).toBeVisible();
  // A place is taken at that place, with ten pixels for each millimetre of paper.
  const taken = await page.locator('[data-query*="look="] img').evaluateAll((images) =>
    images.map((image) => {
      const { src, naturalWidth, naturalHeight } = image as HTMLImageElement;
      return {
        isOwn: src.startsWith('data:image/png'),
        least: Math.min(naturalWidth, naturalHeight),
      };
    }),
  );
  expect(taken.length).toBeGreaterThan(3);
  for (const { isOwn, least } of taken) expect(isOwn && least >= 710).toBe(true);
  await expect(page.locator('atlas-handout')).not.toContainText('Not inferior within 5 points');
  await page.goto('lessons/casts-and-prognosis/answers/');
  await expect(page.locator('main')).toContainText('Not inferior within 5 points');
});

test('a still stands under its own name, whichever view comes first', async ({ page }) => {
  test.setTimeout(120_000);
  const pair = '.stills[data-count="2"][data-query*="look="]';
  const stills = page.locator(pair).first().locator('img');
  const taken: string[][] = [];
  for (const late of [0, 1]) {
    await page.goto('lessons/look-alikes/handout/');
    const pyramid = await page.evaluate(
      ([group, at]) => {
        const figure = document.querySelectorAll<HTMLElement>(`${group} [data-still]`)[at];
        const view = document.querySelector<HTMLTemplateElement>(
          `template[data-of="${figure?.dataset.still}"]`,
        );
        return view?.content.querySelector<HTMLElement>('atlas-viewer')?.dataset.pyramid ?? '';
      },
      [pair, late] as const,
    );
    await page.route(`**${pyramid}*`, async (route) => {
      await new Promise((next) => setTimeout(next, 1500));
      await route.continue();
    });
    await page.reload();
    for (const at of [0, 1])
      await expect(stills.nth(at)).toHaveAttribute('src', /^data:image/, { timeout: 45_000 });
    taken.push(
      await stills.evaluateAll((images) => images.map((each) => (each as HTMLImageElement).src)),
    );
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  const [first = [], second = []] = taken;
  expect(first[0]).not.toBe(first[1]);
  expect(second).toEqual(first);
});

test('a session is summed up, exported, and gone on with after a crash', async ({
  page,
  context,
}) => {
  test.setTimeout(90_000);
  // A database takes a moment to open; here it takes longer than the page is there.
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  await openStage(page, `${stagePath()}?stop=8`);
  for (const key of ['1', '1', '5']) await page.keyboard.press(key);
  await page.close();
  const anew = await context.newPage();
  await anew.goto('lessons/sessions/');
  await expect(anew.getByText('Most missed:')).toBeVisible();
  await expect(anew.locator('main')).toContainText('33% right');
  const coming = anew.waitForEvent('download');
  await anew.getByRole('button', { name: 'Export as a table' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^from-recall-to-report-.*\.csv$/);
  await anew.goto('lessons/from-recall-to-report/');
  await anew.getByRole('link', { name: 'Go on with the session at stop 8' }).click();
  await expect(anew.locator('atlas-stage[data-stop="7"]')).toBeVisible({ timeout: 30_000 });
  await expect(anew.locator('.stage-slide')).toContainText('3 hands counted');
});
