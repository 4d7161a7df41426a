import { spawn } from 'node:child_process';
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

/** What a tool said in the end, and whether it found nothing wrong. */
interface Verdict {
  readonly isRight: boolean;
  readonly said: string;
}

function run(tool: string, args: readonly string[]): Promise<Verdict> {
  return new Promise((done) => {
    let said = '';
    const child = spawn(tool, args, { shell: process.platform === 'win32' });
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', ({ message }) => done({ isRight: false, said: message }));
    child.on('close', (status) => done({ isRight: status === 0, said }));
  });
}

/** How many checks passed and failed, and what the failing ones said. */
interface Checked {
  passed: number;
  failed: number;
  failures: string[];
}

/** Runs all checks beside each other, and shows what the failing ones say. */
export async function runChecks(): Promise<Checked> {
  const verdicts = checks.map(([, tool, args]) => run(tool, args));
  const failures: string[] = [];
  for (const [at, [name]] of checks.entries()) {
    const { isRight, said } = (await verdicts[at]) as Verdict;
    console.log(`${isRight ? '✓' : '×'} ${name}`);
    if (isRight) continue;
    failures.push(`The check of ${name}:\n${said.trim()}`);
    console.log(said.trim());
  }
  const failed = failures.length;
  return { passed: checks.length - failed, failed, failures };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await runChecks()).failed > 0 ? 1 : 0;
