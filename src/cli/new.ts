import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { identifier } from '../atlas/field.ts';
import { contentRoots } from '../atlas/folder.ts';
import { lessonExample } from '../atlas/lesson-example.ts';

interface Options {
  title?: string;
  local?: boolean;
}

export function addNew(program: Command): void {
  program
    .command('new')
    .description('begin a content file from a commented example')
    .argument('<kind>', 'what to begin: lesson')
    .argument('<id>', 'its id, which is the name of the file')
    .option('--title <title>', 'its title')
    .option('--local', 'into the local folder, which is not published by git')
    .action(async (kind: string, id: string, { title, local }: Options) => {
      if (kind !== 'lesson')
        throw new Error(`\`atlas new\` can begin a lesson; it knows no ${kind}.`);
      const name = identifier.safeParse(id);
      if (!name.success)
        throw new Error(`${id} cannot be the id of a lesson: it ${name.error.issues[0]?.message}.`);
      const roots = contentRoots();
      const folder = join(local ? roots.local : roots.book, 'lessons');
      const file = join(folder, `${id}.yaml`);
      await mkdir(folder, { recursive: true });
      const plain = id.replaceAll('-', ' ');
      const text = lessonExample(title ?? plain.charAt(0).toUpperCase() + plain.slice(1));
      await writeFile(file, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
        throw new Error(`There is a file ${relative('.', file)} already; choose another id.`);
      });
      console.log(`Written to ${relative('.', file)}. Edit it, then: npm run atlas -- check`);
    });
}
