import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { serveSite, type SiteServer } from '../../src/press/server.ts';

/** The folder of the site that the benchmarks build. */
export const builtSite = resolve('.cache/bench/site');

/** Runs `atlas build` into a folder of the benchmarks and returns what it said. */
export function buildSite(): string {
  const { status, stdout, stderr } = spawnSync('node', ['src/cli/atlas.ts', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, ATLAS_OUT: builtSite, ATLAS_LOCAL: resolve('.cache/bench/local') },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Builds the site and serves it. */
export function serveBuilt(): Promise<SiteServer> {
  buildSite();
  return serveSite(
    {
      pages: builtSite,
      pyramids: join(builtSite, 'pyramids'),
      base: '/',
      makers: { ask: () => {}, status: () => undefined, failure: () => undefined },
    },
    4395,
  );
}
