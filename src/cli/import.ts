import type { Command } from 'commander';
import { contentRoots } from '../atlas/folder.ts';
import { type Answers, importFile } from '../intake/index.ts';
import { asker } from './asking.ts';
import { importReport } from './import-report.ts';
import { untilInterrupted } from './interruption.ts';

interface Flags extends Answers {
  readonly into: string;
  readonly replace?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('take a PNG, JPEG, TIFF or Aperio SVS file in as a view of a case')
    .argument('<file>', 'the image file; it is only read')
    .option('--case <id>', 'case that the view belongs to: lower-case letters, digits, hyphens')
    .option('--view <kind>', 'view kind, such as cc, mlo, specimen-radiograph, histology')
    .option('--view-id <id>', 'name of the view in the case, where it is not its kind')
    .option('--um-per-pixel <number>', 'micrometres per pixel, where the file does not say')
    .option('--source <text>', 'who made the image, or where it comes from')
    .option('--licence <text>', 'licence, such as CC-BY-4.0')
    .option('--url <address>', 'web address of the source')
    .option('--case-title <text>', 'title of the case, where it is a new one')
    .option('--title <text>', 'title of the view')
    .option('--description <text>', 'what there is to see, for readers who cannot see it')
    .option(
      '--into <folder>',
      '"local" stays on this machine, "content" is part of the book',
      'local',
    )
    .option('--replace', 'overwrite the view if it exists')
    .action((file: string, flags: Flags) => untilInterrupted((signal) => run(file, flags, signal)));
}

async function run(
  file: string,
  { into, replace = false, ...answers }: Flags,
  signal: AbortSignal,
): Promise<void> {
  const { book, local } = contentRoots();
  if (into !== 'content' && into !== 'local') {
    throw new Error(`--into takes "local" or "content", not ${JSON.stringify(into)}.`);
  }
  const [root, otherRoot] = into === 'content' ? [book, local] : [local, book];
  const ask = process.stdin.isTTY && process.stdout.isTTY ? asker(signal) : undefined;
  const today = new Date().toISOString().slice(0, 10);
  const imported = await importFile({
    file,
    answers,
    root,
    otherRoot,
    replace,
    today,
    ask,
    signal,
  });
  console.log(importReport(imported));
}
