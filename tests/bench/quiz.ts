import { type Browser, chromium, type Page } from '@playwright/test';
import type { Attempt } from '../../src/quiz/progress/attempt.ts';
import { fileOf } from '../../src/quiz/progress/file.ts';
import { browserOptions } from '../browser.ts';
import { serveBuilt } from './built.ts';
import type { BenchRow } from './row.ts';
import { whenSeen } from './sight.ts';

/** Years of practice. */
const stored = 10_000;
const mostPaintMs = 100;
const mostInteractiveMs = 1000;
const mostExportMs = 2000;
/** A reader who answers within this must find the next case ready. */
const readerMs = 10_000;

/** A log as practice writes it: a third of it terms, a tenth of it whole cases. */
const log = Array.from({ length: stored }, (_, index): Attempt => {
  const answer = ['amorphous', 'punctate', 'fine-linear'][index % 3] ?? 'amorphous';
  const isRight = index % 4 !== 0;
  return {
    ...{ id: `a${index}`, at: 1_700_000_000_000 + index * 900_000, item: `item-${index % 400}` },
    ...{ kind: index % 10 === 0 ? 'reading' : 'single-choice', mode: 'practice' },
    ...{ category: `morphology:${answer}`, credit: isRight ? 1 : 0.25, tookMs: 9000 },
    answer: index % 10 === 0 ? { mark: null, recalled: true } : [index % 3],
    certainty: ((index % 3) + 1) as 1 | 2 | 3,
    ...(index % 3 === 0 && {
      term: { asks: 'morphology', truth: 'amorphous', answer },
    }),
    ...(index % 10 === 0 && {
      reading: {
        terms: [{ asks: 'morphology', truth: 'amorphous', answer }],
        credits: { localisation: 1 },
        biopsy: { taken: isRight, needed: index % 20 === 0 },
        likelihood: (index % 100) / 100,
        isMalignant: index % 20 === 0,
        ...{ hit: isRight, stray: !isRight },
      },
    }),
  };
});

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Milliseconds from a press to the next paint, over the presses of a run of practice. */
async function paintTimes(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}practice/?set=bench&items=20&of=written`);
  await page.getByRole('button', { name: 'Begin the set' }).click();
  const times: number[] = [];
  for (let question = 0; question < 20; question += 1) {
    await page.locator('.question-form').waitFor();
    times.push(
      ...(await page.evaluate(async () => {
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const found: number[] = [];
        const press = async (wanted: string) => {
          const control = document.querySelector<HTMLElement>(wanted);
          if (!control) return;
          const start = performance.now();
          control.click();
          await painted();
          found.push(performance.now() - start);
        };
        const number = document.querySelector<HTMLInputElement>('.number input');
        if (number) {
          number.value = '1';
          number.dispatchEvent(new Event('input', { bubbles: true }));
        }
        for (const side of document.querySelectorAll('.side')) side.querySelector('input')?.click();
        await press('.option input');
        while (document.querySelector('.choices button')) await press('.choices button');
        await press('.sureness input');
        await press('.question-form [type=submit]');
        return found;
      })),
    );
    await page.waitForTimeout(150);
  }
  await page.close();
  return times;
}

/** How soon the page of progress can be used with a long log, and how soon the log is exported. */
async function longLog(browser: Browser, address: string) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
  });
  await page.goto(`${address}progress/`);
  await page.getByText('There are none yet').waitFor();
  await page.getByLabel('Import a file').setInputFiles({
    name: 'log.json',
    mimeType: 'application/json',
    buffer: Buffer.from(fileOf(log, 0)),
  });
  await page.getByText(`${stored} answers were new`).waitFor({ timeout: 60_000 });
  const interactive: number[] = [];
  const exported: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    await page.goto('about:blank');
    await page.goto(`${address}progress/`, { waitUntil: 'commit' });
    interactive.push(await whenUsable(page));
    const start = Date.now();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as a file' }).click();
    await (await download).path();
    exported.push(Date.now() - start);
  }
  await page.close();
  return { interactive: median(interactive), exported: median(exported) };
}

/** Milliseconds from the beginning of the page to a button that answers. */
async function whenUsable(page: Page): Promise<number> {
  await whenSeen(page, '.actions .button-strong:enabled');
  return page.evaluate(
    () => new Promise<number>((done) => setTimeout(() => done(performance.now()))),
  );
}

/** Milliseconds for which a reader who answers at once waits for the next fresh case. */
async function endlessWaits(browser: Browser, address: string): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}practice/endless/?case=777`);
  const waits: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.locator('.question-form').waitFor({ timeout: 90_000 });
    // The reader looks for as long as the bar says, and only then answers.
    await page.waitForTimeout(readerMs);
    await page.locator('.option input').first().check();
    await page.locator('.question-form [type=submit]').click();
    await page.locator('.verdict').waitFor();
    const start = Date.now();
    await page.locator('.after .button-strong').click();
    await whenSeen(page, '#case', `Case ${turn + 2}`);
    waits.push(Date.now() - start);
  }
  await page.close();
  return waits;
}

/** Practice: how soon it answers, how it bears a long log, and whether fresh cases keep up. */
export async function benchQuiz(): Promise<BenchRow[]> {
  const site = await serveBuilt();
  try {
    return await measureQuiz(site.address);
  } finally {
    await site.close();
  }
}

/** The same of a site that is served already. */
export async function measureQuiz(address: string): Promise<BenchRow[]> {
  const browser = await chromium.launch(browserOptions());
  try {
    const paint = Math.round(median(await paintTimes(browser, address)));
    const { interactive, exported } = await longLog(browser, address);
    const wait = Math.max(...(await endlessWaits(browser, address)));
    return [
      {
        name: 'press to the next paint in practice, the median',
        value: paint,
        unit: 'ms',
        bar: `below ${mostPaintMs}`,
        ok: paint < mostPaintMs,
      },
      {
        name: `progress of ${stored} answers can be used after`,
        value: Math.round(interactive),
        unit: 'ms',
        bar: `below ${mostInteractiveMs}`,
        ok: interactive < mostInteractiveMs,
      },
      {
        name: `export of ${stored} answers`,
        value: exported,
        unit: 'ms',
        bar: `below ${mostExportMs}`,
        ok: exported < mostExportMs,
      },
      {
        name: `wait for the next fresh case after ${readerMs / 1000} s, the longest of 5`,
        value: wait,
        unit: 'ms',
        bar: 'below 500: it was ready',
        ok: wait < 500,
      },
    ];
  } finally {
    await browser.close();
  }
}
