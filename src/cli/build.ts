import type { Command } from 'commander';
import { buildEdition } from '../press/build.ts';
import { untilInterrupted } from './interruption.ts';

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('print the whole site, images included, for a web server')
    .action(() => untilInterrupted(buildEdition, 'Broken off; the images made so far are kept.'));
}
