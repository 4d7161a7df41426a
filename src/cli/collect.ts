import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type ClassReport, classReport } from '../quiz/class/class-report.ts';
import { reportCsv, reportLines } from '../quiz/class/report-text.ts';
import { type Results, readResults } from '../quiz/progress/results.ts';

export function addCollect(program: Command): void {
  program
    .command('collect')
    .description('turn the results that students handed in into the table of a class')
    .argument('<files...>', 'files that the end of a set saved, such as results/*.json')
    .option('--csv <file>', 'write the table of questions for a spreadsheet as well')
    .action(async (files: string[], { csv }: { csv?: string }) => {
      const { reports, refused } = await collected(files);
      for (const sentence of refused) console.error(sentence);
      if (reports.size === 0) throw new Error('No file of results could be read.');
      for (const [set, report] of reports) console.log(reportLines(set, report).join('\n'));
      if (csv !== undefined) {
        await writeFile(csv, reportCsv(reports));
        console.log(`The questions are in ${csv}.`);
      }
      if (refused.length > 0) process.exitCode = 1;
    });
}

/** The reports by set, and a sentence for each file that is refused. */
async function collected(
  files: readonly string[],
): Promise<{ reports: Map<string, ClassReport>; refused: string[] }> {
  const bySet = new Map<string, Results[]>();
  const refused: string[] = [];
  const seen = new Set<string>();
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      refused.push(`${file}: it cannot be read (${error.code}).`);
      return undefined;
    });
    if (text === undefined) continue;
    const read = readResults(text);
    if ('refused' in read) {
      refused.push(`${file}: ${read.refused}`);
      continue;
    }
    // The same file twice, or under two names, is one student.
    const once = JSON.stringify([read.set, read.attempts.map(({ id }) => id)]);
    if (seen.has(once) && read.attempts.length > 0) {
      refused.push(`${file}: it holds the same answers as a file before; it is counted once.`);
      continue;
    }
    seen.add(once);
    bySet.set(read.set, [...(bySet.get(read.set) ?? []), read]);
  }
  const reports = new Map([...bySet].map(([set, results]) => [set, classReport(results)]));
  return { reports, refused };
}
