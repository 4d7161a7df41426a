import { type Attempt, attemptIn } from './attempt.ts';
import { checksumOf } from './checksum.ts';

const format = 'microcalcification-atlas-progress';
const version = 1;

/** More than anybody answers in a lifetime of practice; a file beyond it is not one of ours. */
export const most = { attempts: 200_000, bytes: 100_000_000 } as const;

/** What a file brought: attempts, or the sentence that says why it was refused. */
export type Brought =
  | {
      readonly attempts: readonly Attempt[];
      readonly unreadable: number;
      /** In milliseconds; 0 where the file does not say. */
      readonly exportedAt: number;
    }
  | { readonly refused: string };

/** Writes attempts as the text of one file, with version and checksum. `now` is in milliseconds. */
export function fileOf(attempts: readonly Attempt[], now: number): string {
  const body = JSON.stringify(attempts);
  const head = {
    format,
    version,
    exportedAt: new Date(now).toISOString(),
    count: attempts.length,
    checksum: checksumOf(body),
  };
  return `${JSON.stringify(head).slice(0, -1)},"attempts":${body}}\n`;
}

/**
 * Reads a file that `fileOf` wrote. One that is cut short, of another version, changed since or not
 * ours is refused in one sentence; nothing is taken over from it. Single attempts that make no sense
 * are left out and counted.
 */
export function readFile(text: string): Brought {
  if (text.length > most.bytes)
    return { refused: 'The file is larger than 100 MB; it cannot be a file of your progress.' };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { refused: 'The file is cut short or is no JSON; export it again where it was made.' };
  }
  const {
    format: named,
    version: made,
    checksum,
    attempts,
    exportedAt,
  } = (data ?? {}) as Record<string, unknown>;
  if (named !== format || !Array.isArray(attempts))
    return {
      refused: 'This is no file of progress from the atlas; choose one that was exported here.',
    };
  if (made !== version)
    return {
      refused: `The file has version ${typeof made === 'number' ? made : 'unknown'} and this atlas reads version ${version}; open it with the atlas that made it.`,
    };
  if (attempts.length > most.attempts)
    return {
      refused: `The file holds ${attempts.length} answers, more than the ${most.attempts} that are taken at once.`,
    };
  if (checksumOf(JSON.stringify(attempts)) !== checksum)
    return {
      refused:
        'The file was changed after it was exported: its checksum does not fit. Export it again.',
    };
  const read = attempts.map(attemptIn);
  const right = read.filter((each) => each !== undefined);
  return {
    attempts: right,
    unreadable: read.length - right.length,
    exportedAt: Date.parse(String(exportedAt)) || 0,
  };
}

/** Attempts of two logs as one, each once, by time; of two with one id the first log's is kept. */
export function merged(ours: readonly Attempt[], theirs: readonly Attempt[]): Attempt[] {
  const all = new Map([...theirs, ...ours].map((attempt) => [attempt.id, attempt]));
  return [...all.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
