/** The address of the page as a place where a look is kept, so that it can be sent and reloaded. */
import { type Look, addressOf } from './look.ts';

/** Puts a look into the address; the history gets no new entry. */
export function writeLook(look: Look): void {
  history.replaceState(history.state, '', addressOf(look, location.href));
}

/**
 * Copies the address of a look; false where the browser forbids it, as on plain http in a clinic's
 * network. The address bar then holds it.
 */
export async function copyLook(look: Look): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(addressOf(look, location.href));
    return true;
  } catch {
    writeLook(look);
    return false;
  }
}
