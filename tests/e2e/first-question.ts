import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the chapter and returns its first question, once it listens. */
export async function openQuestion(page: Page): Promise<Locator> {
  await page.goto('chapters/radiological-classification/');
  const question = page.locator('[data-question]').first();
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('astro-island[ssr]')).toHaveCount(0);
  return question;
}
