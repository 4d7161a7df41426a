import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';

/** Without windows it draws the same for a third less work, and gives no memory back. */
const shell = 'chromium-headless-shell';
const commands = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [];
  }),
];

/**
 * The Chromium that the tests drive: the one that ATLAS_BROWSER names, else an installed Chrome,
 * Chromium or Edge, else Playwright's own, which is downloaded if it is not there. Throws an Error
 * with the command to run where none can be had. `whole`: one that readers have, with windows.
 */
export function findBrowser({ whole = false } = {}): string {
  const named = process.env.ATLAS_BROWSER;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`ATLAS_BROWSER names ${named}, which does not exist.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      [...(whole ? [] : [shell]), ...commands].map((command) => join(folder, command)),
    );
  const installed = [...onPath, ...places, chromium.executablePath()].find((path) =>
    existsSync(path),
  );
  if (installed) return installed;

  console.error('No Chrome, Chromium or Edge found; downloading Chromium for the tests …');
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error(
    'The tests need a Chromium and none could be downloaded. Install one (on Debian and Ubuntu: `sudo apt-get install chromium`) or set ATLAS_BROWSER to its path, and run `npm test` again.',
  );
}

/** How the browser is started: without what needs a graphics card or calls home. */
export function browserOptions(): LaunchOptions {
  const { LC_ALL, LANG, ...others } = process.env as Record<string, string>;
  return {
    executablePath: findBrowser(),
    // Where no locale is set it cannot read a folder whose name has letters beyond ASCII.
    env: { ...others, LANG: LC_ALL || LANG || 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Letters as wide as on screens, also without a window.
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  };
}
