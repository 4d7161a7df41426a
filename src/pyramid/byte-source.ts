/**
 * Where the bytes of a pyramid come from. The reader of a pyramid asks only for ranges, so one file
 * can be read from a web host, from a Blob that the browser keeps, or from a disk.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that can be read by range. `end` is exclusive; both are offsets from the start of the file. */
export interface ByteSource {
  /** What an error message calls this source: its address or path. */
  readonly name: string;
  /** The last `length` bytes, or all of them where there are fewer, and the size of the whole file. */
  tail(length: number, signal?: AbortSignal): Promise<Tail>;
  /** The bytes from `start` up to, not including, `end`. */
  read(start: number, end: number, signal?: AbortSignal): Promise<Bytes>;
}

/** The end of a file: its last bytes, the offset of the first of them, and the size of the file. */
export interface Tail {
  readonly bytes: Bytes;
  readonly start: number;
  readonly sizeBytes: number;
}

/** What the server of the atlas says of an image that it has not made yet. */
export interface MakingStatus {
  readonly state: 'waiting' | 'making';
  /** The part that is done, from 0 to 1. */
  readonly progress: number;
  /** How many images come before this one. */
  readonly ahead: number;
  /** A guess; absent while nothing has been measured yet. */
  readonly secondsLeft?: number;
}

/** Thrown where the server answers 202: the image is being made; ask again after a moment. */
export class StillBeingMade extends Error {
  override readonly name = 'StillBeingMade';
  readonly status: MakingStatus;

  constructor(status: MakingStatus) {
    super('This image is still being made.');
    this.status = status;
  }
}

/** A source over a Blob: one that the browser has stored, or a file that a person has chosen. */
export function blobSource(blob: Blob, name = 'this image'): ByteSource {
  return {
    name,
    async tail(length) {
      const start = Math.max(0, blob.size - length);
      return { bytes: await bytesOf(blob.slice(start)), start, sizeBytes: blob.size };
    },
    read: (start, end) => bytesOf(blob.slice(start, end)),
  };
}

const bytesOf = async (from: Blob | Response): Promise<Bytes> =>
  new Uint8Array(await from.arrayBuffer());

/**
 * A source over HTTP Range requests. A host that ignores ranges (it answers 200) is asked once: the
 * whole file is then kept and sliced. Throws StillBeingMade on 202, and an Error that is a sentence
 * for the reader of the page on everything else that is not the file.
 */
export function httpSource(url: string, fetchFile: typeof fetch = fetch): ByteSource {
  let whole: Promise<Blob> | undefined;

  async function ask(range: string, signal?: AbortSignal): Promise<Response> {
    let answer: Response;
    try {
      // A signal of null means none; the type does not take undefined.
      answer = await fetchFile(url, { headers: { range }, signal: signal ?? null });
    } catch (error) {
      signal?.throwIfAborted();
      throw new Error('The image could not be reached. Is the connection still there?', {
        cause: error,
      });
    }
    if (answer.status === 202) throw new StillBeingMade(readStatus(await answer.text()));
    if (answer.status === 404) throw new Error('The image is not on the server (404).');
    if (!answer.ok) throw new Error(await refusalOf(answer));
    return answer;
  }

  async function received<Body>(body: Promise<Body>, signal?: AbortSignal): Promise<Body> {
    try {
      return await body;
    } catch (error) {
      signal?.throwIfAborted();
      throw new Error('The connection broke while the image was being read.', { cause: error });
    }
  }

  function keepWhole(answer: Response): Promise<Blob> {
    whole ??= received(answer.blob()).catch((error: unknown) => {
      whole = undefined;
      throw error;
    });
    return whole;
  }

  async function read(start: number, end: number, signal?: AbortSignal): Promise<Bytes> {
    if (whole) return bytesOf((await whole).slice(start, end));
    const answer = await ask(`bytes=${start}-${end - 1}`, signal);
    if (answer.status !== 206) return bytesOf((await keepWhole(answer)).slice(start, end));
    return received(bytesOf(answer), signal);
  }

  return {
    name: url,
    read,
    async tail(length, signal) {
      // Without the signal: should the host send everything, later readers need it whole.
      const answer = await ask(`bytes=-${length}`);
      signal?.throwIfAborted();
      if (answer.status !== 206) return blobSource(await keepWhole(answer)).tail(length);
      const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.headers.get('content-range') ?? '');
      if (!range) throw new Error('The server did not say which part of the image it sent.');
      const sizeBytes = Number(range[3]);
      const start = Math.max(0, sizeBytes - length);
      if (Number(range[1]) === start && Number(range[2]) === sizeBytes - 1) {
        return { bytes: await received(bytesOf(answer), signal), start, sizeBytes };
      }
      // Some servers take "the last n bytes" for "the first n"; now that the size is known, ask plainly.
      await answer.body?.cancel();
      return { bytes: await read(start, sizeBytes, signal), start, sizeBytes };
    },
  };
}

/** What to say where a server could not give the image; that of the atlas gives a reason (RFC 9457). */
async function refusalOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') === 'application/problem+json') {
    const { detail } = (await answer.json().catch(() => ({}))) as { detail?: unknown };
    if (typeof detail === 'string') return `The image could not be made: ${detail}`;
  }
  return `The server could not give the image (${answer.status}).`;
}

function readStatus(text: string): MakingStatus {
  try {
    const found = JSON.parse(text) as Partial<MakingStatus>;
    return {
      state: found.state === 'making' ? 'making' : 'waiting',
      progress: typeof found.progress === 'number' ? found.progress : 0,
      ahead: typeof found.ahead === 'number' ? found.ahead : 0,
      ...(typeof found.secondsLeft === 'number' ? { secondsLeft: found.secondsLeft } : {}),
    };
  } catch {
    return { state: 'waiting', progress: 0, ahead: 0 };
  }
}
