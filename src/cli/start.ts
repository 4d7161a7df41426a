import type { Command } from 'commander';
import { startEdition } from '../press/start.ts';
import { untilInterrupted } from './interruption.ts';
import { parsePort } from './port.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .description('print the pages, serve them, and make the images behind them')
    .option('--port <number>', 'first port to try', parsePort, 4321)
    .action(({ port }: { port: number }) =>
      untilInterrupted((signal) => startEdition(port, signal), 'Broken off.'),
    );
}
