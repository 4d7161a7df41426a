/** An address of its own for each bench of a page that holds several. */
import type { Addressed } from '../../viewer/bench/bench.ts';

/** The address, and the way to another one, of which the bench hears as of the way back in a history. */
export interface OwnAddress extends Addressed {
  query(): string;
  go(query: string): void;
}

export function ownAddress(query: string): OwnAddress {
  const went = new EventTarget();
  let address = new URL(query, 'http://bench/');
  return {
    location: {
      get search() {
        return address.search;
      },
      get href() {
        return address.href;
      },
    },
    history: {
      state: null,
      replaceState(_state, _unused, href) {
        address = new URL(String(href), address);
      },
    },
    addEventListener: (type, listener, options) => went.addEventListener(type, listener, options),
    query: () => address.search,
    go(next) {
      address = new URL(next, 'http://bench/');
      went.dispatchEvent(new Event('popstate'));
    },
  };
}
