/** Brings the files that a reader keeps, one after the other, and lets none in that is not whole. */
import type { OfferedFile } from './offer.ts';
import { anew } from './route.ts';

/** What the fetching needs of the browser. */
export interface Fetching {
  readonly fetchFile: typeof fetch;
  /** Keeps a file under its address. May throw where there is no room. */
  keep(path: string, file: Blob): Promise<void>;
  /** The address of a path below the root. */
  address(path: string): string;
}

/** Why the fetching stopped, as a sentence for the reader. What had come by then is kept. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * Brings `paths`; `came` hears of every file that is kept. Throws `Stopped` where a file cannot be had,
 * and the reason of `signal` when the reader pauses. Begun anew with what is missing, it goes on.
 */
export async function bringFiles(
  paths: readonly string[],
  offered: Readonly<Record<string, OfferedFile>>,
  { fetchFile, keep, address }: Fetching,
  came: (path: string) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const path of paths) {
    const wanted = offered[path];
    if (!wanted) continue;
    const file = await bring(`${address(path)}${anew}`, fetchFile, signal);
    if (file.size !== wanted.bytes || (await sumOf(file)) !== wanted.sum)
      throw new Stopped(
        'The server has other pictures than this edition of the atlas. Reload the page, load the new edition if there is one, and resume.',
      );
    signal.throwIfAborted();
    await keep(path, file).catch((cause: unknown) => {
      throw new Stopped(sentenceOf(cause), { cause });
    });
    came(path);
  }
}

async function bring(url: string, fetchFile: typeof fetch, signal: AbortSignal): Promise<Blob> {
  let answer: Response;
  try {
    answer = await fetchFile(url, { signal });
    if (answer.ok) return await answer.blob();
  } catch (cause) {
    signal.throwIfAborted();
    throw new Stopped('The connection broke. What has come is kept; resume when it is back.', {
      cause,
    });
  }
  throw new Stopped(
    `The server could not give a picture (${answer.status}). What has come is kept; resume later.`,
  );
}

const sentenceOf = (cause: unknown) =>
  (cause as Error | undefined)?.name === 'QuotaExceededError'
    ? 'There is no more room on this device. What has come is kept: remove something, then resume.'
    : 'The browser could not keep a picture. What has come is kept; resume later.';

async function sumOf(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
