/**
 * `<atlas-viewer>`: shows the still that it contains, and becomes a deep-zoom viewer when the reader
 * comes near it, or at once when the address names it. Everything heavy waits until then.
 */
import { findLook } from './look.ts';
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
    try {
      const { mount } = await import('./mount.ts');
      if (!signal.aborted) mount(this, signal, this.seat);
    } catch {
      // The code could not be fetched. The still remains; another attempt when the network is back.
      addEventListener('online', () => this.#load(signal), { once: true, signal });
    }
  }
}

if (!customElements.get('atlas-viewer')) customElements.define('atlas-viewer', AtlasViewer);
