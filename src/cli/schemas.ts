import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { editorSchemas } from '../atlas/json-schema.ts';

const folder = 'content/schemas';

export function addSchemas(program: Command): void {
  program
    .command('schemas')
    .description(`write the schema files that editors use (${folder})`)
    .action(async () => {
      await mkdir(folder, { recursive: true });
      const files = editorSchemas();
      for (const [name, text] of files) await writeFile(join(folder, name), text);
      console.log(`${files.size} schema files written to ${folder}.`);
    });
}
