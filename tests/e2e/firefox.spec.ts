import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { type Firefox, findFirefox, openFirefox } from '../firefox.ts';
import { copySite, openHost } from './installed-site.ts';

// A browser of its own is started, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

/** Both editions in Firefox, where every file of a disk is an origin of its own. */
const firefox = findFirefox();
test.skip(!firefox, 'There is no Firefox on this machine, in which the copy would be tried.');

let folder = '';
let browser: Firefox;
test.beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'atlas-')), 'Atlas für Ärzte 100% #1');
  cpSync(resolve('.cache/e2e/portable'), folder, { recursive: true });
  browser = await openFirefox(firefox ?? '');
});
test.afterAll(async () => {
  await browser?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** The question of the chapter that is answered, in the words of a page. */
const question = `[...document.querySelectorAll('[data-question]')].find((each) => each.textContent.includes('A row of specks'))`;

const isSharp = `return document.querySelector('atlas-viewer[data-live]') !== null && document.querySelector('.viewer-status')?.checkVisibility() !== true`;

const open = (path: string) => browser.open(pathToFileURL(join(folder, path, 'index.html')).href);

test('in Firefox a copy is searched, zoomed and answered, and its pages know of the answer', async () => {
  await open('');
  await browser.until('the home page', `return document.querySelector('h1') !== null`);
  await browser.until(
    'the search',
    `document.querySelector('[data-search-open]').click(); return document.querySelector('dialog.search') !== null`,
  );
  await browser.until(
    'a result of the search',
    `const words = document.querySelector('#search-words');
     if (words.value === '') {
       words.value = 'milk of calcium';
       words.dispatchEvent(new Event('input', { bubbles: true }));
     }
     return document.querySelectorAll('.results a').length > 0`,
  );

  await open('cases/chance-finding-at-71');
  await browser.until('the picture of a case', isSharp);

  await open('chapters/radiological-classification');
  await browser.until(
    'a question that listens',
    `const question = ${question};
     question.scrollIntoView();
     return question.querySelector('astro-island[ssr]') === null && question.querySelector('[type=radio]') !== null`,
  );
  await browser.until(
    'the verdict on an answer',
    `const question = ${question};
     question.querySelector('[type=radio]').click();
     question.querySelector('[type=submit]')?.click();
     return question.querySelector('.verdict') !== null`,
  );
  await new Promise((written) => setTimeout(written, 500));
  await open('progress');
  await browser.until(
    'the answer',
    `return document.body.textContent.includes('There is 1, to 1 question.')`,
  );
  expect(browser.complaints).toEqual([]);
});

test('in Firefox a copy’s lesson goes on in two windows, whichever is asked', async () => {
  await open('lessons/casts-and-prognosis/stage');
  const at = (stop: number) =>
    `return document.querySelector('atlas-stage')?.dataset.stop === '${stop}'`;
  await browser.until('the stage', at(0));
  await browser.press('p');
  const presenter = await browser.opened();
  const shows = (stop: number) =>
    `return document.querySelector('.now h2')?.textContent.includes('Stop ${stop + 1} of ') === true`;
  await presenter.until('the presenter', shows(0));
  await presenter.press('\uE00F');
  await browser.until('the stop that the presenter asked for', at(1));
  await browser.press('\uE00F');
  await presenter.until('the stop that the stage went to', shows(2));
  expect(browser.complaints).toEqual([]);
});

test('in Firefox a case is kept offline, and opens sharp with the host gone', async () => {
  const site = join(folder, '..', 'site');
  await copySite(site);
  const host = openHost(4395);
  await host.on(site);
  try {
    await browser.open(host.address);
    await browser.until(
      'the atlas’s own worker',
      `return navigator.serviceWorker.controller?.state === 'activated'`,
      60_000,
    );
    await browser.open(`${host.address}offline/`);
    const offer = `document.querySelector('[data-offer="cases/chance-finding-at-71/"]')`;
    await browser.until(
      'a way to keep the case',
      `const keep = [...(${offer}?.querySelectorAll('button') ?? [])].find((each) => each.textContent.startsWith('Keep'));
       keep?.click();
       return keep !== undefined`,
    );
    await browser.until('the whole case', `return ${offer}.dataset.state === 'whole'`, 60_000);
    await host.off();
    await browser.open(`${host.address}cases/chance-finding-at-71/`);
    await browser.until('its picture', isSharp);
    expect(browser.complaints).toEqual([]);
  } finally {
    await host.off();
  }
});
