import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../fixtures/folder.ts';

/** Whether anybody is there: asked for what costs little to answer. */
const answers = (port: number) =>
  fetch(`http://localhost:${port}/manifest.webmanifest`).then(
    () => true,
    () => false,
  );

it.each([
  ['SIGTERM', 47_611],
  ['SIGKILL', 47_612],
] as const)(
  'nothing of the authoring server is left after %s',
  async (signal, port) => {
    const folder = await temporaryFolder();
    const child = spawn(process.execPath, [resolve('src/cli/atlas.ts'), 'dev', `--port=${port}`], {
      env: {
        ...process.env,
        ATLAS_LOCAL: join(folder, 'local'),
      },
      stdio: 'ignore',
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((done) => child.on('exit', done));
    while (child.exitCode === null && !(await answers(port))) await wait(200);
    expect(await answers(port)).toBe(true);
    child.kill(signal);
    await ended;
    expect(await answers(port)).toBe(false);
  },
  90_000,
);
