import {
  type Failure,
  type PyramidCache,
  type PyramidJob,
  PyramidQueue,
} from '../pyramid/index.ts';
import { makerFile } from '../simulation/maker-file.ts';
import { progressDisplay } from './progress.ts';

/** The making of images, which tells of itself on the terminal. */
export interface Making {
  queue: PyramidQueue;
  /** Makes what is not made yet; resolves with what failed. */
  make(jobs: readonly PyramidJob[]): Promise<readonly Failure[]>;
}

const everyMs = 500;

/** Opens a queue of makers that shows its progress, and stops cleanly when `signal` aborts. */
export function openMaking(cache: PyramidCache, signal: AbortSignal): Making {
  const show = progressDisplay({ stream: process.stderr, now: () => performance.now() });
  const queue = new PyramidQueue(cache, { onChange: show, worker: makerFile });
  signal.addEventListener('abort', () => queue.stop());
  return {
    queue,
    async make(jobs) {
      queue.add(jobs);
      // A large image changes nothing for minutes; its progress is a matter of time.
      const ticking = setInterval(() => show(queue.overall()), everyMs);
      try {
        return await queue.drain();
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
