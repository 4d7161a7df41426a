import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { parsePort } from './port.ts';

export function addDev(program: Command): void {
  program
    .command('dev')
    .description('show changes to content and code as they are typed')
    .option('--port <number>', 'port', parsePort, 4321)
    .action(({ port }: { port: number }) => {
      const child = spawn('astro', ['dev', '--port', String(port)], {
        stdio: 'inherit',
        shell: process.platform === 'win32',
      });
      child.on('exit', (status) => {
        process.exitCode = status ?? 1;
      });
    });
}
