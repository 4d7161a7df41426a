import { expect, test } from '@playwright/test';
import { faultsOf } from './axe.ts';
import { pageKinds } from './page-kinds.ts';

test.describe.configure({ mode: 'parallel' });

for (const [kind, path] of pageKinds)
  test(`the ${kind} is accessible in light and dark, asks nothing of another origin and obeys its own policy`, async ({
    page,
    baseURL,
  }) => {
    // The longest pages take axe a while on a busy machine.
    test.slow();
    const foreign: string[] = [];
    const complaints: string[] = [];
    const findings: string[] = [];
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== new URL(baseURL ?? '').origin)
        foreign.push(url.href);
      if (url.pathname.includes('/findings/')) findings.push(url.href);
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));

    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    const viewers = page.locator('atlas-viewer');
    if ((await viewers.count()) > 0) {
      await viewers.first().scrollIntoViewIfNeeded();
      await expect(viewers.first().locator('.viewer-toolbar')).toBeVisible();
    }
    expect(await faultsOf(page)).toEqual([]);
    // The dark changes colours and nothing else.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await faultsOf(page, { rules: ['color-contrast'] })).toEqual([]);

    const policy = await page
      .locator('meta[http-equiv="content-security-policy" i]')
      .getAttribute('content');
    expect(policy).toContain("default-src 'self'");
    const scripts = /script-src ([^;]*)/.exec(policy ?? '')?.[1] ?? '';
    expect(scripts).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:/);

    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
        scrollTo(0, y);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    });
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByRole('dialog').getByRole('searchbox').fill('calcium');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('found for');
    await page.waitForLoadState('networkidle');
    expect(foreign).toEqual([]);
    // What is true of a picture would answer a question about it: it is fetched when it is asked for.
    expect(findings).toEqual([]);
    // The page for unknown addresses is itself answered with 404, which the browser notes.
    const own = complaints.filter(
      (text) => !(kind === 'page for unknown addresses' && /404/.test(text)),
    );
    expect(own).toEqual([]);
  });
