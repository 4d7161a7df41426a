import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { contentRoots, readEntries } from '../atlas/folder.ts';
import { ledgerOf } from '../atlas/ledger.ts';
import { ledgerPath } from '../atlas/ledger-path.ts';

export function addClaims(program: Command): void {
  program
    .command('claims')
    .description(`write the ledger of claims from the text of the chapters (${ledgerPath})`)
    .action(async () => {
      const { book } = contentRoots();
      const { entries } = await readEntries(['chapters']);
      const ledger = ledgerOf(entries);
      await writeFile(join(book, ledgerPath), ledger);
      console.log(`${JSON.parse(ledger).length} claims written to ${ledgerPath}.`);
    });
}
