import { defineConfig } from '@playwright/test';
import { browserOptions } from './tests/browser.ts';

/** The built site at its root, and the same site below a base path. */
export const rootSite = 'http://localhost:4391/';
export const belowBase = 'http://localhost:4392/atlas/';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // A browser mostly waits: for the network, for a picture to be drawn, for what a test looks at.
  workers: 2,
  // Stops for what hangs, no measures of speed.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A busy machine may miss a time limit; what passes only the second time is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  use: {
    baseURL: rootSite,
    locale: 'en-GB',
    launchOptions: browserOptions(),
  },
  webServer: {
    command: 'node tests/e2e/serve.ts',
    url: belowBase,
    // Where the simulated views are not in the cache yet, they are rendered first.
    timeout: 1_800_000,
    reuseExistingServer: !process.env.CI,
    stdout: 'pipe',
  },
});
