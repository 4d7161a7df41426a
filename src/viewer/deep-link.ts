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
  const copied = await copyAddress(addressOf(look, location.href));
  if (!copied) writeLook(look);
  return copied;
}

/** Copies an address, else the one in the address bar; false where the browser forbids it. */
export async function copyAddress(address = location.href): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return false;
  }
}
