import { type Browser, chromium, type Page } from '@playwright/test';
import { browserOptions } from '../browser.ts';
import { openedLesson } from '../../src/lesson/data.ts';
import { keyOf } from '../../src/quiz/item.ts';
import type { ChoiceKey } from '../../src/quiz/items/choice.ts';
import { serveBuilt } from './built.ts';
import type { BenchRow } from './row.ts';

const mostMs = 250;
/** How long a teacher speaks at the least before the next press: the next stop is drawn meanwhile. */
const pauseMs = 1500;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * Presses the clicker's key, and returns the milliseconds until the first frame in which the next stop is
 * there: its picture at rest over the last one, with all tiles that it needs.
 */
function pressed(page: Page): Promise<{ ms: number; hasPicture: boolean }> {
  return page.evaluate(async () => {
    const stage = document.querySelector<HTMLElement>('atlas-stage');
    const before = stage?.dataset.stop;
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    const start = performance.now();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    while (stage?.dataset.stop === before && performance.now() - start < 20_000) await frame();
    const layer = () => {
      const shown = [...document.querySelectorAll<HTMLElement>('.stage-layer[data-shown]')];
      return shown.sort((a, b) => Number(b.style.zIndex) - Number(a.style.zIndex))[0];
    };
    while (
      layer()
        ?.getAnimations({ subtree: true })
        .some(({ playState }) => playState === 'running')
    )
      await frame();
    const end = performance.now();
    return { ms: end - start, hasPicture: layer() !== undefined };
  });
}

const projector = { width: 1920, height: 1080 };
/** Where only words are judged: slides cost by the pixel. */
const small = { width: 640, height: 360 };

async function stageOf(
  browser: Browser,
  address: string,
  path: string,
  viewport = projector,
): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(`${address}${path}`);
  await page.locator('atlas-stage[data-stop]').waitFor();
  return page;
}

/** How often stage and presenter were at different stops, of so many to which the presenter led. */
async function outOfStep(stage: Page, count: number): Promise<number> {
  const coming = stage.context().waitForEvent('page');
  await stage.keyboard.press('p');
  const presenter = await coming;
  const select = presenter.getByLabel('Go to');
  await select.waitFor();
  const stops = (await select.locator('option').count()) - 1;
  let apart = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const to = (turn * 7 + 3) % stops;
    await select.selectOption(String(to));
    const isThere = await presenter
      .locator('.now h2', { hasText: `Stop ${to + 1} of ` })
      .waitFor({ timeout: 5000 })
      .then(() => true)
      .catch(() => false);
    // What the driver knows of the address comes later than the address.
    const asked = await stage.evaluate(() => new URL(location.href).searchParams.get('stop'));
    if (!isThere || asked !== String(to + 1)) apart += 1;
  }
  return apart;
}

/** How many reasons and explanations that are not told yet stand in the stage's page, at all stops. */
async function answersIn(stage: Page, path: string): Promise<number> {
  const sealed = (await stage.locator('atlas-stage').getAttribute('data-lesson')) ?? '';
  const { stops } = openedLesson(sealed);
  let found = 0;
  for (const at of stops.keys()) {
    await stage.goto(`${path}?stop=${at + 1}`);
    await stage.locator(`atlas-stage[data-stop="${at}"]`).waitFor();
    const html = await stage.content();
    for (const { asking } of stops.slice(at)) {
      if (!asking) continue;
      const { why, explanation } = keyOf(asking.item) as ReturnType<typeof keyOf> & ChoiceKey;
      found += [explanation, ...why].filter((text) => html.includes(text.slice(0, 40))).length;
    }
    found += stops[at]?.asking ? await stage.locator('[data-right], .trace-overlay').count() : 0;
  }
  return found;
}

/** The bars of a lesson on a projector. */
export async function benchLesson(): Promise<BenchRow[]> {
  const site = await serveBuilt();
  const browser = await chromium.launch(browserOptions());
  try {
    const times: number[] = [];
    // A lesson of many pictures; without questions no press is spent on an answer.
    const path = 'lessons/look-alikes/stage/';
    const page = await stageOf(browser, site.address, path);
    const sealed = (await page.locator('atlas-stage').getAttribute('data-lesson')) ?? '';
    const { stops } = openedLesson(sealed);
    for (const at of stops.keys()) {
      if (!stops[at]?.picture || at === 0) continue;
      await page.goto(`${site.address}${path}?stop=${at}`);
      await page.locator(`atlas-stage[data-stop="${at - 1}"]`).waitFor();
      if (stops[at - 1]?.asking && stops[at - 1]?.asking?.vote !== 'before')
        await page.keyboard.press('r');
      await page.waitForTimeout(pauseMs);
      const { ms, hasPicture } = await pressed(page);
      if (hasPicture) times.push(ms);
    }
    const value = Math.round(median(times));
    await page.close();
    const recall = 'lessons/from-recall-to-report/stage/';
    const room = await stageOf(browser, site.address, recall, small);
    const steps = 200;
    const apart = await outOfStep(room, steps);
    const answers = await answersIn(room, `${site.address}${recall}`);
    return [
      {
        name: `key press to the first sharp frame of the next stop, median of ${times.length}`,
        value,
        unit: 'ms',
        bar: `below ${mostMs}`,
        ok: value < mostMs,
      },
      { name: 'the slowest of them', value: Math.round(Math.max(...times)), unit: 'ms' },
      {
        name: `stops at which stage and presenter were apart, of ${steps}`,
        value: apart,
        unit: 'stops',
        bar: 'none',
        ok: apart === 0,
      },
      {
        name: "answers in the stage's page before the reveal",
        value: answers,
        unit: 'answers',
        bar: 'none',
        ok: answers === 0,
      },
    ];
  } finally {
    await browser.close();
    await site.close();
  }
}
