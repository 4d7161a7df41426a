import type { Locator, Page } from '@playwright/test';

/** Presses Tab until the focus is on what is wanted, as one does who has no mouse. */
export async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted))
      return;
  }
  throw new Error(`Tab never came to ${wanted}.`);
}

/** The focus goes to a control that is wanted, by Tab from where it is, and the control is pressed. */
async function press(page: Page, wanted: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Marks the middle of the region in the middle of the first picture of the form, without a mouse. */
async function markByRegions(page: Page, form: Locator): Promise<void> {
  const picture = form.locator('.quiz-picture').first();
  await picture.locator('.tools button').first().waitFor();
  await press(page, '.tools > button');
  await picture.locator('.tools .grid button').nth(4).waitFor();
  await press(page, '.tools .grid button:nth-of-type(5)');
  await press(page, '.tools > button:last-of-type');
}

/** Answers the question on the page by keyboard, whatever its kind; right or wrong does not matter. */
export async function answerByKeyboard(page: Page): Promise<void> {
  const form = page.locator('.question-form');
  await form.locator(':is(.option, .side, .number, .choices, .tools, .order)').first().waitFor();
  if ((await form.locator('.choices button').count()) > 0) {
    while ((await form.locator('.choices button').count()) > 0)
      await press(page, '.choices button');
    return;
  }
  if ((await form.locator('.reading').count()) > 0) {
    await markByRegions(page, form);
    await press(page, '.actions .button-strong');
    for (const _ of await form.locator('.said select').all()) {
      await tabTo(page, '.said select');
      await page.keyboard.press('ArrowDown');
    }
    await tabTo(page, '.said input');
    await page.keyboard.type('40');
    return;
  }
  if ((await form.locator('.tools').count()) > 0) return markByRegions(page, form);
  for (const group of await form.locator('.side').all()) {
    await group.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
  }
  if ((await form.getByLabel('Your answer').count()) > 0) {
    await tabTo(page, '.number input');
    await page.keyboard.type('1');
  } else if ((await form.locator('.option input').count()) > 0) {
    await tabTo(page, '.option input');
    await page.keyboard.press('Space');
  }
}
