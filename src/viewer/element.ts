/**
 * `<atlas-viewer>`: shows the still that it contains, and becomes a deep-zoom viewer when the reader
 * comes near it, or at once when the address names it. Everything heavy waits until then.
 */
import type { Szi } from '../pyramid/szi.ts';
import { paintFirstTile } from './first-tile.ts';
import { findLook } from './look.ts';
import { openAddress } from './opening.ts';
import type { Seat } from './seat.ts';

/** The custom element. Its attributes are those of `Settings`; the first `<img>` in it is the still. */
export class AtlasViewer extends HTMLElement {
  /** Set by the bench that the viewer stands on, before it enters the page. */
  seat?: Seat;
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    if (this.seat) return void this.#load(connection.signal);
    // On a bench that is not set up yet: it will put viewers of its own here.
    if (this.closest('atlas-bench')) return;
    if (findLook(location.search)?.view === this.dataset.view) {
      this.scrollIntoView({ block: 'center', behavior: 'instant' });
      this.#load(connection.signal);
      return;
    }
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        this.#load(connection.signal);
      },
      { rootMargin: '400px 0px' },
    );
    near.observe(this);
    connection.signal.addEventListener('abort', () => near.disconnect());
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #load(signal: AbortSignal): Promise<void> {
    const pyramid = this.#open(signal);
    try {
      const { mount } = await import('./mount.ts');
      if (!signal.aborted) mount(this, signal, { seat: this.seat, pyramid });
    } catch {
      // The code could not be fetched. The still remains; another attempt when the network is back.
      addEventListener('online', () => this.#load(signal), { once: true, signal });
    }
  }

  /** Asks for the pyramid while the code comes, and paints its first tile where all of it is to be seen. */
  #open(signal: AbortSignal): Promise<Szi> | undefined {
    const { pyramid: address, view } = this.dataset;
    if (!address || this.seat?.image) return undefined;
    const isWhole = this.seat ? this.seat.isWhole() : findLook(location.search)?.view !== view;
    const pyramid = openAddress(address, signal).then(async (opened) => {
      if (isWhole) await paintFirstTile(this, opened, signal).catch(() => {});
      return opened;
    });
    // What goes wrong is told by the viewer, which is given the same promise.
    pyramid.catch(() => {});
    return pyramid;
  }
}

if (!customElements.get('atlas-viewer')) customElements.define('atlas-viewer', AtlasViewer);
