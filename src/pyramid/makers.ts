/** The children that make pyramids. Node only. */
import { type GuardedChild, type Limits, openGuarded, type Report } from '../machine/index.ts';
import type { MakeJob } from './making.ts';

/** A child that waits for work, and the word of what it made last. */
interface Idle {
  readonly child: GuardedChild;
  readonly like: string | undefined;
}

/**
 * Gives work to children on the module `worker`. Those that compute images with a word in common stay open,
 * so that the next one finds the code warm and what it shares with the last at hand. All else, such as a
 * file from outside, gets a child that ends with it.
 */
export class Makers {
  readonly #worker: URL;
  readonly #idle: Idle[] = [];

  constructor(worker: URL) {
    this.#worker = worker;
  }

  /** The word of what the child made last that would be given the next work. */
  get like(): string | undefined {
    return this.#idle.at(-1)?.like;
  }

  /** Has pyramids made. Rejects with a sentence, when the child is gone that could not make them. */
  async make(job: MakeJob, limits: Limits, report: Report): Promise<void> {
    const like = wordOf(job);
    const waiting = like === undefined ? undefined : this.#idle.pop()?.child;
    if (waiting && !waiting.isReady) await waiting.close();
    const child = waiting?.isReady ? waiting : openGuarded(this.#worker);
    try {
      await child.run<null>(job, limits, report);
    } catch (error) {
      await child.close();
      throw error;
    }
    if (like === undefined || !child.isReady) await child.close();
    else this.#idle.push({ child, like });
  }

  /** Ends the children that wait. */
  async closeIdle(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map(({ child }) => child.close()));
  }
}

function wordOf({ images }: MakeJob): string | undefined {
  const [first] = images;
  return first?.source.kind === 'rendered' ? first.source.alike : undefined;
}
