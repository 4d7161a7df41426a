import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { runChecks } from './check.ts';

/** How a part of the test run ended. */
interface Tally {
  passed: number;
  failed: number;
  skipped?: number;
}

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
    return status === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function unitTests(): Tally {
  const args = ['run', '--reporter=default', '--reporter=json'];
  return run(
    'unit and component tests',
    'vitest',
    [...args, `--outputFile=${join(reports, 'vitest')}`],
    {},
    (text) => {
      const report = JSON.parse(text);
      return {
        passed: report.numPassedTests,
        failed: report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0),
        skipped: report.numPendingTests,
      };
    },
  );
}

function browserTests(): Tally {
  const environment = {
    ATLAS_BROWSER: findBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright'),
  };
  return run(
    'tests in the browser',
    'playwright',
    ['test', '--reporter=list,json'],
    environment,
    (text) => {
      const { expected, unexpected, flaky, skipped } = JSON.parse(text).stats;
      if (flaky > 0)
        console.log(`${flaky} passed only when tried again; the list above names them.`);
      return { passed: expected + flaky, failed: unexpected, skipped };
    },
  );
}

const tallies: Tally[] = [];
try {
  console.log('— checks');
  tallies.push(await runChecks());
  tallies.push(unitTests());
  tallies.push(browserTests());
} catch (error) {
  console.error((error as Error).message);
  tallies.push({ passed: 0, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const sum = (count: keyof Tally) =>
  tallies.reduce((total, tally) => total + (tally[count] ?? 0), 0);
const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
