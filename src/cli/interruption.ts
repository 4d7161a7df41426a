/** Thrown into work that a person has broken off. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const statusOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs work that may be broken off by Ctrl-C: the signal is aborted, the work puts away what it had
 * begun, and the process ends with the status that shells expect. Ctrl-C twice does nothing more,
 * since a terminal and a parent process may both pass it on.
 */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  let status: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    status ??= statusOf[signal as keyof typeof statusOf];
    stop.abort(new Interrupted('Broken off; nothing was changed.'));
  };
  const signals = Object.keys(statusOf) as NodeJS.Signals[];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await work(stop.signal);
  } catch (error) {
    if (status === undefined) throw error;
    console.error('Broken off; nothing was changed.');
    process.exitCode = status;
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
  }
}
