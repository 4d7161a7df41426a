import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { belowBase, rootSite } from '../../playwright.config.ts';

async function searchFor(page: Page, words: string) {
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Search the atlas' });
  await dialog.getByRole('searchbox').fill(words);
  return dialog;
}

for (const [place, site] of [
  ['at the root', rootSite],
  ['below a base path', belowBase],
] as const) {
  test(`a search ${place} leads to the heading where the words stand`, async ({ page }) => {
    await page.goto(site);
    const dialog = await searchFor(page, 'kappa');
    await expect(dialog.getByRole('status')).toContainText('found for');
    await expect(dialog.locator('mark').first()).toBeVisible();
    const heading = dialog.locator('.results ol a').first();
    const href = (await heading.getAttribute('href')) ?? '';
    expect(href).toContain('#');
    await heading.click();
    expect(page.url().startsWith(site)).toBe(true);
    await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
  });
}

test('Ctrl and K open the search, Escape gives the focus back', async ({ page }) => {
  await page.goto('');
  const button = page.getByRole('button', { name: 'Search', exact: true });
  await button.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
});

test('kinds are added up, not intersected', async ({ page }) => {
  await page.goto('');
  const dialog = await searchFor(page, 'amorphous');
  const status = dialog.getByRole('status');
  const count = async () => Number(/^(\d+)/.exec((await status.textContent()) ?? '')?.[1]);
  await expect(status).toContainText('found for');
  await dialog.getByRole('checkbox', { name: /Chapters/ }).check();
  await expect(status).toContainText('Chapters');
  const chapters = await count();
  await dialog.getByRole('checkbox', { name: /Descriptors/ }).check();
  await expect(status).toContainText('Descriptors');
  expect(await count()).toBeGreaterThan(chapters);
});

test('the page of the evidence and the explorer of the pathway are found', async ({ page }) => {
  await page.goto('');
  for (const [words, place] of [
    ['prevalence of the sample', 'evidence/'],
    ['what is seen', 'pathway/'],
  ] as const) {
    const dialog = await searchFor(page, words);
    await dialog.getByRole('checkbox', { name: /Evidence/ }).check();
    await expect(dialog.locator(`.results a[href*="/${place}"]`).first(), words).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('arrow keys walk through the results', async ({ page }) => {
  await page.goto('');
  const dialog = await searchFor(page, 'amorphous');
  await expect(dialog.locator('.results > li').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('.results a').first()).toBeFocused();
});

test('words that stand only in questions and their answers are not found', async ({ page }) => {
  const id = 'punctate-in-a-row';
  const item = parse(await readFile(`content/questions/${id}.yaml`, 'utf8'));
  await page.goto('chapters/radiological-classification/');
  await expect(page.locator(`#question-${id}`)).toContainText(item.prompt.slice(0, 20));
  for (const text of [item.prompt, item.explanation, item.options[0].why]) {
    const phrase = text.split(/\s+/).slice(0, 6).join(' ');
    const dialog = await searchFor(page, `"${phrase}"`);
    await expect(dialog.getByRole('status'), phrase).toContainText('Nothing was found');
    await page.keyboard.press('Escape');
  }
});
