import type { Command } from 'commander';
import { buildEdition } from '../press/build.ts';

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('print the whole site, images included, for a web server')
    .action(() => buildEdition());
}
