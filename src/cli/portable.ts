import type { Command } from 'commander';
import { readSize } from '../offline/choice.ts';
import { makePortable } from '../offline/portable.ts';
import { outDir } from '../press/place.ts';

interface Flags {
  readonly out: string;
  readonly cases?: string[];
  readonly chapters?: string[];
  readonly maxSize?: number;
}

export function addPortable(program: Command): void {
  const list = (text: string) => text.split(',').map((each) => each.trim());
  program
    .command('portable')
    .description('make a folder, and a zip of it, from the built site that opens by double click')
    .option('--out <folder>', 'folder to make; the zip is put beside it', 'dist-portable')
    .option('--cases <ids>', 'large pictures of these cases only, with commas between', list)
    .option('--chapters <ids>', 'large pictures of these chapters only, with commas between', list)
    .option(
      '--max-size <size>',
      'leave large pictures out above this size, such as 700MB',
      readSize,
    )
    .action(async ({ out, cases, chapters, maxSize }: Flags) => {
      const made = await makePortable(outDir(), out, { cases, chapters, maxBytes: maxSize });
      console.log(made.report);
      const ratio = (made.bytes / made.pictureBytes).toFixed(2);
      console.log(
        `${out} has ${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB, ${ratio} times its pictures; ${out}.zip holds the same.`,
      );
    });
}
