/** The file that a student hands in: the answers of one sitting of a set. Pure. */
import { type Attempt, attemptIn } from './attempt.ts';
import { checksumOf } from './checksum.ts';

const format = 'microcalcification-atlas-results';
const version = 1;

/** More than a sitting has. */
const most = { attempts: 500, bytes: 5_000_000 } as const;

/** One sitting of one set. */
export interface Results {
  /** Who sat it, as the student wrote it. */
  readonly by: string;
  readonly set: string;
  /** All items of the set; what has no attempt was not answered. */
  readonly items: readonly string[];
  readonly attempts: readonly Attempt[];
}

/** What the checksum covers. */
const bodyOf = ({ by, set, items, attempts }: Results) =>
  JSON.stringify([by, set, items, attempts]);

/** A name without what a terminal or a spreadsheet would take for a command. */
export const plainName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N} .'’-]/gu, '')
    .trim()
    .slice(0, 60);

/** Writes results as the text of one file. `now` is in milliseconds. */
export function resultsFile(results: Results, now: number): string {
  const plain = { ...results, by: plainName(results.by) };
  const head = { format, version, exportedAt: new Date(now).toISOString() };
  return `${JSON.stringify({ ...head, checksum: checksumOf(bodyOf(plain)), ...plain })}\n`;
}

/** Reads what `resultsFile` wrote; anything else is refused in one sentence. */
export function readResults(text: string): Results | { readonly refused: string } {
  const refused = (sentence: string) => ({ refused: sentence });
  if (text.length > most.bytes) return refused('it is larger than 5 MB, which no results are.');
  let data: Record<string, unknown>;
  try {
    data = (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return refused('it is cut short or is no JSON; ask for it again.');
  }
  const { attempts, items, by, set } = data;
  if (data.format !== format || !Array.isArray(attempts) || !Array.isArray(items))
    return refused('it is no file of results from the atlas.');
  if (data.version !== version)
    return refused(
      `it is of version ${typeof data.version === 'number' ? data.version : 'unknown'}, and this atlas reads version ${version}.`,
    );
  if (attempts.length > most.attempts || items.length > most.attempts)
    return refused(`it holds more answers than a set has questions.`);
  if (
    typeof by !== 'string' ||
    typeof set !== 'string' ||
    !items.every((each) => typeof each === 'string')
  )
    return refused('it lacks the name, the set or the questions.');
  if (checksumOf(bodyOf({ by, set, items, attempts } as Results)) !== data.checksum)
    return refused('it was changed after it was saved: its checksum does not fit.');
  const read = attempts.map(attemptIn);
  if (
    !read.every((each) => each !== undefined) ||
    ![set, ...items].every((each) => /^[a-z0-9-]{1,160}$/.test(each))
  )
    return refused('it holds answers that make no sense.');
  return { by: plainName(by), set, items, attempts: read };
}
