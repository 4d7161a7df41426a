/** What a page has asked for in its head, before there was a reader of pyramids: `ahead.js`. */

/** Answers by the address of the pyramid; each is taken once. */
type Ahead = Map<string, Promise<Response>>;

/** Takes the answer that is on its way where it is the one that is wanted; else asks as `fetch` does. */
export const fetchAhead: typeof fetch = (address, init) => {
  const ahead = (globalThis as { atlasAhead?: Ahead }).atlasAhead;
  const begun = ahead?.get(String(address));
  if (!begun || new Headers(init?.headers).get('range') !== rangeAhead) return fetch(address, init);
  ahead?.delete(String(address));
  return begun;
};

/** The end of a pyramid, as its reader asks for it. */
export const rangeAhead = 'bytes=-65536';
