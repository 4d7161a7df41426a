import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The task that this process was started for. */
export const ownTask = <Task>(): Task => JSON.parse(process.argv[2] ?? 'null');

/** Hands what was measured to the process that asked. */
export const report = (result: unknown): void => console.log(JSON.stringify(result));

/** Starts a program of this folder in a process of its own for each task, two at a time at most. */
export async function inChildren<Task, Result>(
  program: string,
  tasks: readonly Task[],
): Promise<Result[]> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let own = next++; own < tasks.length; own = next++) {
      const started = [file, JSON.stringify(tasks[own])];
      const { stdout } = await promisify(execFile)(process.execPath, started);
      results[own] = JSON.parse(stdout);
    }
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane));
  return results;
}
