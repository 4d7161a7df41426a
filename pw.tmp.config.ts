import { defineConfig } from '@playwright/test';
import { browserOptions } from './tests/browser.ts';
export default defineConfig({ testDir: 'tests/e2e', outputDir: '/tmp/reading-pw', workers: 1, timeout: 60000, use: { baseURL: 'http://localhost:4540/', locale: 'en-GB', launchOptions: browserOptions() } });
