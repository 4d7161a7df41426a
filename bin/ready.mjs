#!/usr/bin/env node
// Makes the house ready and runs one of its scripts: `node bin/ready.mjs <script> [arguments]`. In plain
// JavaScript, because it runs on Node 20 before anything is installed: it installs what is missing and
// hands over to a Node that Astro and TypeScript need.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** The packages of a lock file by their place, or none where there is no such file. */
function packagesIn(file) {
  const path = join(project, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** npm writes its own list last of all, so an installation that was broken off counts as missing. */
function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  return Object.entries(packagesIn('package-lock.json')).every(
    ([place, { version, optional }]) =>
      place === '' || optional || installed[place]?.version === version,
  );
}

function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12);
}

/** A Node that is new enough: the one running, else the one that npm installed beside the packages. */
function findNode() {
  if (isRecent(process.versions.node)) return process.execPath;
  const own = join(project, 'node_modules/.bin/node');
  return existsSync(own) ? own : undefined;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!isInstalled()) {
  console.error('Installing what the atlas needs (once; about a minute) …');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: project,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    fail(
      'The packages could not be installed. Is there a network? Try `npm ci` and read what it says.',
    );
}

const node = findNode();
if (!node)
  fail(
    `The atlas needs Node 22.12 or newer; this is ${process.versions.node}. Install Node 24 and try again.`,
  );

const [script, ...rest] = process.argv.slice(2);
if (!script) fail('Say which script to run: node bin/ready.mjs src/cli/atlas.ts --help');

const child = spawn(node, [join(project, script), ...rest], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: [dirname(node), join(project, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
  },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) =>
  process.exit(status ?? 128 + (constants.signals[signal] ?? 1)),
);
