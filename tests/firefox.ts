/** Drives an installed Firefox over WebDriver BiDi, with the policy for files as people have it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Path of a Firefox on this machine; undefined where there is none. */
export function findFirefox(): string | undefined {
  const commands = ['firefox', 'firefox-esr'];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)))
    .find((path) => existsSync(path));
}

/** What a driver would loosen stays as it is: a file is an origin of its own. */
const preferences = {
  'remote.prefs.recommended': false,
  'security.fileuri.strict_origin_policy': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.enabled': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
};

export interface FirefoxWindow {
  /** Opens a page and waits until it is loaded. */
  open(address: string): Promise<void>;
  /** Runs a function's body in the page until it is true; throws with `what` after `patienceMs`. */
  until(what: string, body: string, patienceMs?: number): Promise<void>;
  /** Presses a key as a person does. */
  press(key: string): Promise<void>;
}

/** A browser with its first window. */
export interface Firefox extends FirefoxWindow {
  /** The window that the page of another one has opened last; throws where none comes. */
  opened(): Promise<FirefoxWindow>;
  /** What the page has written on its console as errors, and errors that nobody caught. */
  readonly complaints: string[];
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly type?: string;
  readonly message?: string;
  readonly params?: { readonly level?: string; readonly text?: string };
  readonly result?: unknown;
}

/** Starts a Firefox without a window, with a new profile. */
export async function openFirefox(path: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'atlas-firefox-'));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  const child = spawn(
    path,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(`${await endpointOf(child)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('Firefox does not answer.'));
  });
  const complaints: string[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    else if (reply.method === 'log.entryAdded' && reply.params?.level === 'error')
      complaints.push(reply.params.text ?? '');
  };
  let asked = 0;
  const ask = async (method: string, params: object): Promise<unknown> => {
    asked += 1;
    const id = asked;
    const answer = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { type, message, result } = await answer;
    waiting.delete(id);
    if (type === 'error') throw new Error(`Firefox, ${method}: ${message}`);
    return result;
  };
  await ask('session.new', { capabilities: {} });
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const contexts = async () => {
    const tree = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
    return tree.contexts.map(({ context }) => context);
  };
  const windowOf = (context: string | undefined): FirefoxWindow => ({
    open: async (url) =>
      void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    async until(what, body, patienceMs = 20_000) {
      const end = Date.now() + patienceMs;
      for (;;) {
        const { result } = (await ask('script.evaluate', {
          expression: `(() => { ${body} })()`,
          target: { context },
          awaitPromise: true,
        })) as { result?: { value?: unknown } };
        if (result?.value === true) return;
        if (Date.now() > end) throw new Error(`In Firefox, ${what} did not come.`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async press(value) {
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await ask('input.performActions', {
        context,
        actions: [{ type: 'key', id: 'keyboard', actions }],
      });
    },
  });
  const [first] = await contexts();
  return {
    ...windowOf(first),
    complaints,
    async opened() {
      for (let turn = 0; turn < 100; turn += 1) {
        const last = (await contexts()).findLast((context) => context !== first);
        if (last) return windowOf(last);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('In Firefox, no second window came.');
    },
    async close() {
      await ask('browser.close', {}).catch(() => undefined);
      socket.close();
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        setTimeout(() => child.kill(), 3000).unref();
        await gone;
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Firefox says on its error output where it listens. */
function endpointOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Firefox ended before it listened: ${said}`)));
  });
}
