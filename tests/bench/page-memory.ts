/**
 * The memory of a page as the system counts it. Playwright would keep everything that the page fetches, in
 * the page's own process: the browser is spoken to directly, and asked for nothing but to run scripts.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { browserOptions, findBrowser } from '../browser.ts';

type Send = (method: string, params?: object) => Promise<Record<string, unknown>>;

/**
 * Opens the page, runs the scripts (expressions; a promise is waited for, and `gc` is there) one after
 * the other, and returns how many MB its process holds after each. Linux only: elsewhere all are NaN.
 */
export async function pageMemory(address: string, scripts: readonly string[]): Promise<number[]> {
  const { args = [] } = browserOptions();
  const profile = await mkdtemp(join(tmpdir(), 'atlas-memory-'));
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const look = ['--window-size=1440,1000', '--js-flags=--expose-gc', address];
  const browser = spawn(findBrowser({ whole: true }), [...args, ...own, ...look], {
    stdio: 'ignore',
  });
  const ended = new Promise((end) => browser.on('close', end));
  const end = new AbortController();
  try {
    const host = await hostOf(profile);
    const pages = await (await fetch(`http://${host}/json`)).json();
    const page = await connect(
      pages.find(({ type }: { type: string }) => type === 'page'),
      end.signal,
    );
    const whole = await connect(
      await (await fetch(`http://${host}/json/version`)).json(),
      end.signal,
    );
    await rest(3000);
    const held: number[] = [];
    for (const expression of scripts) {
      const { exceptionDetails } = await page('Runtime.evaluate', {
        expression,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(`A script failed: ${JSON.stringify(exceptionDetails)}`);
      // What the browser keeps because there is room for it is no memory of the page's.
      await page('Memory.simulatePressureNotification', { level: 'critical' });
      await rest(1500);
      held.push(await largestRendererMb(whole));
    }
    return held;
  } finally {
    end.abort();
    browser.kill('SIGKILL');
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where the browser listens; it writes so into its profile when it does. */
async function hostOf(profile: string): Promise<string> {
  for (let time = 0; time < 100; time += 1) {
    const told = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '');
    if (told.includes('\n')) return `127.0.0.1:${told.split('\n')[0]}`;
    await rest(100);
  }
  throw new Error('The browser did not say where it listens.');
}

async function connect(
  target: { webSocketDebuggerUrl: string },
  signal: AbortSignal,
): Promise<Send> {
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  signal.addEventListener('abort', () => socket.close());
  const waiting = new Map<number, (result: Record<string, unknown>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error } = JSON.parse(String(data));
    waiting.get(id)?.(result ?? { exceptionDetails: error });
  });
  await new Promise((open) => socket.addEventListener('open', open));
  let count = 0;
  return (method, params = {}) =>
    new Promise((done) => {
      waiting.set(++count, done);
      socket.send(JSON.stringify({ id: count, method, params }));
    });
}

/** The page's process is the largest of those that show pages. */
async function largestRendererMb(browser: Send): Promise<number> {
  const { processInfo } = await browser('SystemInfo.getProcessInfo');
  const renderers = (processInfo as { type: string; id: number }[]).filter(
    ({ type }) => type === 'renderer',
  );
  const held = renderers.map(async ({ id }) => {
    const map = await readFile(`/proc/${id}/smaps_rollup`, 'utf8').catch(() => '');
    return Number(/^Pss:\s+(\d+)/m.exec(map)?.[1]) / 1024;
  });
  return Math.max(...(await Promise.all(held)));
}
