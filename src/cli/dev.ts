import type { Command } from 'commander';
import { untilInterrupted } from './interruption.ts';
import { parsePort } from './port.ts';

export function addDev(program: Command): void {
  program
    .command('dev')
    .description('show changes to content and code as they are typed')
    .option('--port <number>', 'port', parsePort, 4321)
    .action(({ port }: { port: number }) =>
      untilInterrupted(async (signal) => {
        // In this process and not in a child, which would go on when this one is killed.
        const { dev } = await import('astro');
        const server = await dev({ server: { port } });
        if (!signal.aborted)
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
        await server.stop();
      }, 'Ended.'),
    );
}
