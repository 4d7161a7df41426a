import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { benchBrowser } from './browser.ts';
import { benchGallery } from './gallery.ts';
import { benchLesson } from './lesson.ts';
import { benchMicroscopy } from './microscopy.ts';
import { benchOffline } from './offline.ts';
import { benchPyramid } from './pyramid.ts';
import { benchQuiz } from './quiz.ts';
import type { BenchRow } from './row.ts';
import { benchRadiography } from './radiography.ts';
import { benchRealism } from './realism.ts';
import { benchRebuild } from './rebuild.ts';
import { benchViewer } from './viewer.ts';
import { benchWeight } from './weight.ts';

/** The benchmarks by name: `npm run bench -- weight` runs one of them alone. */
const benches: Record<string, () => Promise<BenchRow[]>> = {
  browser: benchBrowser,
  gallery: benchGallery,
  lesson: benchLesson,
  microscopy: benchMicroscopy,
  offline: benchOffline,
  pyramid: benchPyramid,
  quiz: benchQuiz,
  radiography: benchRadiography,
  realism: benchRealism,
  rebuild: benchRebuild,
  viewer: benchViewer,
  weight: benchWeight,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(
    `There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(1);
}

const rows: (BenchRow & { bench: string })[] = [];
for (const [bench, measure] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(bench)) continue;
  console.log(`\n${bench}`);
  for (const row of await measure()) {
    rows.push({ bench, ...row });
    const verdict = row.ok === undefined ? ' ' : row.ok ? '✓' : '×';
    const bar = row.bar ? `  (${row.bar})` : '';
    console.log(`  ${verdict} ${row.name}: ${row.value} ${row.unit}${bar}`);
  }
}
const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
await writeFile('bench-results.json', `${JSON.stringify({ machine, rows }, null, 2)}\n`);
console.log('\nWritten to bench-results.json.');
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1;
