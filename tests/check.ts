import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';

/** What `npm run check` looks at, in words, and the tool that does it. */
const checks: readonly (readonly [string, string, readonly string[]])[] = [
  ['content', 'node', ['src/cli/atlas.ts', 'check']],
  ['types of pages and modules', 'astro', ['check']],
  [
    'types of islands',
    'svelte-check',
    ['--tsconfig', 'tsconfig.islands.json', '--fail-on-warnings'],
  ],
  ['lint', 'biome', ['lint', '--error-on-warnings']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
];

/** Runs all checks, shows what the failing ones say, and tells how many passed and failed. */
export function runChecks(): { passed: number; failed: number } {
  let failed = 0;
  for (const [name, tool, args] of checks) {
    const { status, stdout, stderr } = spawnSync(tool, args, {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    console.log(`${status === 0 ? '✓' : '×'} ${name}`);
    if (status === 0) continue;
    failed += 1;
    console.log(`${stdout ?? ''}${stderr ?? ''}`.trim());
  }
  return { passed: checks.length - failed, failed };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = runChecks().failed > 0 ? 1 : 0;
