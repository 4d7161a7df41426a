import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { checkContent } from '../../../src/atlas/check.ts';
import { listProblems } from '../../../src/atlas/problem.ts';
import { patientProblems } from '../../../src/press/patients.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** What is said of a case with these lines of recipe. */
async function told(lines: string[], trial: 'growth' | 'views' = 'growth'): Promise<string> {
  const folder = await temporaryFolder();
  vi.stubEnv('ATLAS_CACHE', join(folder, 'cache'));
  const roots = { book: join(folder, 'content'), local: join(folder, 'local') };
  await mkdir(join(roots.book, 'cases'), { recursive: true });
  await writeFile(
    join(roots.book, 'cases/trial.yaml'),
    [
      'title: T',
      'summary: S',
      'origin: { kind: simulated, source: Us, licence: MIT }',
      'recipe:',
      ...lines.map((line) => `  ${line}`),
      'views: [{ kind: cc }]',
    ].join('\n'),
  );
  const { entries, problems } = await checkContent(roots);
  expect(problems).toEqual([]);
  return listProblems(await patientProblems(entries, trial));
}

test.each(['growth', 'views'] as const)(
  'a patient who can be grown is no problem (%s)',
  async (trial) => {
    expect(await told(['seed: 41', 'density: a', 'morphology: round'], trial)).toBe('');
  },
);

test.each(['growth', 'views'] as const)(
  'a recipe that contradicts its breast is told with file, line and range (%s)',
  async (trial) => {
    const lines = ['seed: 3', 'morphology: round', 'site: { xMm: 120, yMm: 99, zMm: 99 }'];
    expect(await told(lines, trial)).toMatch(
      /cases\/trial\.yaml:7\n {2}in the recipe, `site` must lie in this breast: xMm from \d+ to \d+ mm/,
    );
  },
);
