/** Opens a pyramid, and waits for one that is still being made. */
import { httpSource, type MakingStatus, StillBeingMade } from '../pyramid/byte-source.ts';
import { openSzi, type StoredSzi, type Szi } from '../pyramid/szi.ts';
import { fetchAhead } from './ahead.ts';
import { waitMs } from './back-off.ts';

/** The server of the atlas asks for this pause in its `Retry-After`. */
const pauseMs = 1000;

/**
 * The pyramid at an address. While the server says that it is not made yet, `onMaking` hears how far
 * it is, once a second. Rejects with a sentence for the reader, or as aborted.
 */
export async function openWhenMade(
  address: string,
  signal: AbortSignal,
  onMaking: (status: MakingStatus) => void,
  open: (address: string, signal: AbortSignal) => Promise<Szi> = openAddress,
): Promise<Szi> {
  for (;;) {
    try {
      return await open(address, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof StillBeingMade)) throw error;
      onMaking(error.status);
      await waitMs(pauseMs, signal);
    }
  }
}

/** The pyramid at an address, asked for once. Rejects as `openWhenMade`, or with `StillBeingMade`. */
export function openAddress(address: string, signal: AbortSignal): Promise<StoredSzi> {
  return openSzi(httpSource(address, fetchAhead), signal);
}
