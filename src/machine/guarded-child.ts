/**
 * Runs work in a child process, such as that on files from outside: a decoder that aborts, hangs or
 * eats memory then ends its child, not the atlas.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Answer, outOfMemory, type Task } from './guarded-work.ts';

/** What a child may use before it is stopped. */
export interface Limits {
  /** What the work is on, for the sentence that says why it was stopped. */
  readonly name: string;
  /** Whether it reads a file from outside, which then is the likely cause where the child breaks down. */
  readonly readsFile: boolean;
  readonly memoryBytes: number;
  readonly timeMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Called with the part of the work that is done, from 0 to 1, where the child tells it. */
export type Report = (part: number) => void;

/** Work that failed in a child, in a sentence for the person who asked for it. */
export class GuardedError extends Error {
  override readonly name = 'GuardedError';
}

const gigabyte = 2 ** 30;

/** The memory that one child may use: 4 GB, or half of what the machine has where that is less. */
export function memoryLimitBytes(): number {
  return Math.min(
    4 * gigabyte,
    Math.min(totalmem(), process.constrainedMemory() || totalmem()) / 2,
  );
}

/**
 * Where Node keeps what it made of the sources, for the next child: reading them anew took each of them
 * most of a second. The folder is the one that Node itself would take.
 */
const compileCache = (): string =>
  process.env['NODE_COMPILE_CACHE'] ?? join(tmpdir(), 'node-compile-cache');

/**
 * Runs the worker module (a file that calls `serveWork`) once, with `job` as its JSON input, and
 * resolves with its JSON result. Rejects with a GuardedError, or with the signal's reason; in both
 * cases only after the child is gone, so that what it was writing can be removed.
 */
export function runGuarded<Result>(
  worker: URL,
  job: unknown,
  limits: Limits,
  report: Report = () => {},
): Promise<Result> {
  const { name, memoryBytes, timeMs, signal } = limits;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const child = fork(worker, {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: compileCache() },
    });
    let answer: Answer<Result> | undefined;
    let reason: unknown;
    const stop = (why: unknown) => {
      reason ??= why;
      child.kill('SIGKILL');
    };
    const onAbort = () => stop(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    const minutes = Math.max(1, Math.round(timeMs / 60_000));
    const timer = setTimeout(
      () => stop(new GuardedError(`${name} was given up: it took more than ${minutes} min.`)),
      timeMs,
    );
    child.on('message', (message: Answer<Result>) => {
      if ('part' in message) report(message.part);
      else answer = message;
    });
    child.on('error', (error) => stop(new GuardedError(`${name}: ${error.message}`)));
    child.on('close', (status) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      if (reason !== undefined) reject(reason);
      else if (answer && 'result' in answer) resolve(answer.result);
      else if (answer && 'sentence' in answer) reject(new GuardedError(answer.sentence));
      else reject(new GuardedError(`${name} ${endOf(child, status, limits)}`));
    });
    child.send({ job, memoryBytes } satisfies Task, (error) => error && stop(error));
  });
}

function endOf(
  child: ChildProcess,
  status: number | null,
  { memoryBytes, readsFile }: Limits,
): string {
  if (status === outOfMemory) {
    return `was given up: it needs more than ${(memoryBytes / gigabyte).toFixed(1)} GB of memory.`;
  }
  const how = child.signalCode ?? `status ${status}`;
  return readsFile
    ? `could not be read: the image decoder broke down (${how}). The file is probably damaged.`
    : `could not be made: the program broke down (${how}). Try once more; if it stays, it is a fault of the program.`;
}
