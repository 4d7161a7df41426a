const statusOf = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs work that may be broken off by Ctrl-C: the signal is aborted, the work puts away what it had
 * begun, and the process ends with the status that shells expect and with `sentence`. Signals stay
 * caught to the end, since a terminal and a parent process may both pass Ctrl-C on.
 */
export async function untilInterrupted(
  work: (signal: AbortSignal) => Promise<void>,
  sentence = 'Broken off; nothing was changed.',
): Promise<void> {
  const stop = new AbortController();
  let status: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    status ??= statusOf[signal as keyof typeof statusOf];
    stop.abort(new Error(sentence));
  };
  const signals = Object.keys(statusOf) as NodeJS.Signals[];
  for (const signal of signals) process.on(signal, onSignal);
  try {
    await work(stop.signal);
  } catch (error) {
    if (status === undefined) throw error;
    console.error(sentence);
  }
  if (status !== undefined) process.exitCode = status;
}
