/** Has patients proved by several children at once, so that it is remembered when it is asked for. Node only. */
import { availableParallelism } from 'node:os';
import { memoryLimitBytes, openGuarded } from '../machine/index.ts';
import { isProven, type Words } from './proof.ts';

/** So many have to be proved that children are worth their start. */
const worthwhile = 3;
/** A proof takes seconds; what takes this long hangs. */
const timeMs = 300_000;

/**
 * Proves those patients of whom it is not remembered. Tells nothing: what a child could not do is done, and said, by
 * who asks for it.
 */
export async function proveAhead(all: readonly Words[], cacheDir: string): Promise<void> {
  const waiting = all.filter((words) => !isProven(words, cacheDir));
  if (waiting.length < worthwhile) return;
  const memoryBytes = memoryLimitBytes();
  const prover = async () => {
    const child = openGuarded(new URL('./prove-worker.ts', import.meta.url));
    const limits = { name: 'A proof', readsFile: false, memoryBytes, timeMs };
    for (let words = waiting.shift(); words && child.isReady; words = waiting.shift())
      await child.run<null>({ ...words, cacheDir }, limits).catch(() => {});
    await child.close();
  };
  const provers = Math.min(availableParallelism(), waiting.length);
  await Promise.all(Array.from({ length: provers }, prover));
}
