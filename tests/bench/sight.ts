import type { Page } from '@playwright/test';

/**
 * Waits until an element that `selector` names, with these `words` in it, is seen on a page, to the
 * frame. The driver's own waiting looks only at growing intervals of up to half a second, and would be
 * measured with it.
 */
export async function whenSeen(page: Page, selector: string, words = ''): Promise<void> {
  const seen = await page.waitForFunction(
    ({ selector, words }) =>
      [...document.querySelectorAll(selector)].some(
        (each) => each.checkVisibility() && each.textContent.includes(words),
      ),
    { selector, words },
    { polling: 'raf', timeout: 90_000 },
  );
  await seen.dispose();
}
