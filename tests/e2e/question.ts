import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the chapter and returns one of its questions, once it listens. */
export async function openQuestion(page: Page): Promise<Locator> {
  await page.goto('chapters/radiological-classification/');
  const question = page.locator('[data-question]').filter({ hasText: 'A row of specks' });
  await question.scrollIntoViewIfNeeded();
  await expect(question.locator('astro-island[ssr]')).toHaveCount(0);
  return question;
}
