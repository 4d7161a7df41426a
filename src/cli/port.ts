import { InvalidArgumentError } from 'commander';

/** The number of a port as typed; throws a sentence for commander where it is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new InvalidArgumentError('Give a whole number from 1 to 65535.');
}
