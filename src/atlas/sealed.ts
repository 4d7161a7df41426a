/**
 * Plain data as text that says nothing to who reads a page's source or searches it: a recipe names
 * lesion and mineral, and the key of a question its answer. It hides, it does not lock.
 */
export function sealed(data: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The data of `sealed`. Throws where the text is none. */
export function opened(text: string): unknown {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
