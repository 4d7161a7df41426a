import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { runChecks } from './check.ts';
import { browserTally, type Tally, unitTally } from './report.ts';

const reports = mkdtempSync(join(tmpdir(), 'atlas-tests-'));
// Every image is made in a process of its own: what one has compiled the next need not.
process.env.NODE_COMPILE_CACHE ??= join(reports, 'compiled');

/** Runs a tool and reads the report it wrote; a tool that left none counts as one failure. */
function run(
  title: string,
  tool: string,
  args: string[],
  environment: Record<string, string>,
  read: (report: string) => Tally,
): Tally {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(tool, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  try {
    const tally = read(readFileSync(join(reports, tool), 'utf8'));
    if (status === 0 || tally.failed > 0) return tally;
    return { ...tally, failed: 1, failures: [`${tool} ended with status ${status}.`] };
  } catch {
    return { passed: 0, failed: 1, failures: [`${tool} left no report of the ${title}.`] };
  }
}

function unitTests(): Tally {
  const args = ['run', '--reporter=default', '--reporter=json'];
  return run(
    'unit and component tests',
    'vitest',
    [...args, `--outputFile=${join(reports, 'vitest')}`],
    {},
    unitTally,
  );
}

function browserTests(): Tally {
  const environment = {
    ATLAS_BROWSER: findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright'),
  };
  const args = ['test', '--reporter=list,json'];
  return run('tests in the browser', 'playwright', args, environment, (text) => {
    const { flaky, ...tally } = browserTally(text);
    if (flaky.length > 0) console.log(`\n— passed only when tried again\n${flaky.join('\n')}`);
    return tally;
  });
}

const tallies: Tally[] = [];
try {
  console.log('— checks');
  tallies.push(await runChecks());
  tallies.push(unitTests());
  tallies.push(browserTests());
} catch (error) {
  tallies.push({ passed: 0, failed: 1, failures: [(error as Error).message] });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

// At the end, where it is seen: what failed has long scrolled by.
const failures = tallies.flatMap((tally) => tally.failures ?? []);
if (failures.length > 0) console.log(`\n— what failed\n${failures.join('\n')}`);

const sum = (count: 'passed' | 'failed' | 'skipped') =>
  tallies.reduce((total, tally) => total + (tally[count] ?? 0), 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
