import { expect, test } from '@playwright/test';
import { openQuestion } from './question.ts';

test('a learner answers a question and reads why', async ({ page }) => {
  const question = await openQuestion(page);
  await question.getByRole('radio').first().check();
  await question.getByRole('button', { name: 'Check answer' }).click();
  await expect(question.getByRole('status')).toContainText(/Right|Not right/);
  await expect(question.locator('.why')).toHaveCount(await question.getByRole('radio').count());
  await expect(question.getByText(/right on this page/)).toBeVisible();
});

test('nothing is told before an answer is chosen', async ({ page }) => {
  const question = await openQuestion(page);
  await question.getByRole('button', { name: 'Check answer' }).click();
  await expect(question.locator('.why')).toHaveCount(0);
  await expect(question.getByText(/right on this page/)).toHaveCount(0);
});

test('the keyboard alone is enough', async ({ page }) => {
  const question = await openQuestion(page);
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(question.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toBeFocused();
  await expect(question.getByRole('status')).toContainText(/Right|Not right/);
  await question.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(question.getByRole('radio').first()).toBeFocused();
});

test('only the first answer counts for the score', async ({ page }) => {
  const question = await openQuestion(page);
  const score = question.getByText(/right on this page/);
  const answer = async (index: number) => {
    await question.getByRole('radio').nth(index).check();
    await question.getByRole('button', { name: 'Check answer' }).click();
    return (await score.textContent()) ?? '';
  };
  const first = await answer(0);
  await question.getByRole('button', { name: 'Try again' }).click();
  expect(await answer(1)).toBe(first);
});
