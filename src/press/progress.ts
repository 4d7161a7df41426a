/** Where the making of the images stands. */
export interface Progress {
  done: number;
  total: number;
  /** Part of all work that is done, from 0 to 1. */
  part: number;
  secondsLeft?: number | undefined;
}

const width = 24;

/** The progress as one line of a terminal: a bar, done of all, what is left and how long it takes. */
export function progressLine({ done, total, part, secondsLeft }: Progress): string {
  const filled = Math.round(width * Math.min(1, Math.max(0, part)));
  const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
  const left = total - done;
  const time = left === 0 || secondsLeft === undefined ? '' : ` · about ${duration(secondsLeft)}`;
  return `Images ${bar} ${done} of ${total} made${left === 0 ? '' : ` · ${left} left`}${time}`;
}

/** "8 s", "3 min", "1 h 20 min". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Where progress is shown: the parts of a stream that are needed, and a clock in milliseconds. */
interface Display {
  stream: { isTTY?: boolean; columns?: number; write(text: string): unknown };
  now: () => number;
}

/**
 * Shows progress on a terminal as one line that is rewritten; elsewhere as a plain line now and then.
 * The returned function is called with every change.
 */
export function progressDisplay({ stream, now }: Display): (progress: Progress) => void {
  const everyMs = stream.isTTY ? 200 : 10_000;
  let last = Number.NEGATIVE_INFINITY;
  let finished = false;
  return (progress) => {
    const end = progress.done === progress.total;
    if (finished || (!end && now() - last < everyMs)) return;
    last = now();
    finished = end;
    const line = progressLine(progress);
    if (!stream.isTTY) stream.write(`${line}\n`);
    else stream.write(`\r\x1b[2K${line.slice(0, (stream.columns || 80) - 1)}${end ? '\n' : ''}`);
  };
}
