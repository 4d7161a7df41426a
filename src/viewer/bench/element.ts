/**
 * `<atlas-bench>`: the views of a case on a strip, and one to four of them in panes. It holds a
 * `<template data-view>` for each view; everything heavy is loaded when it enters the page.
 */
import '../element.ts';

/** The custom element. */
export class AtlasBench extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    this.#connection = new AbortController();
    this.#load(this.#connection.signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #load(signal: AbortSignal): Promise<void> {
    try {
      const { asksForBench, setUpBench } = await import('./bench.ts');
      if (signal.aborted) return;
      setUpBench(this, signal);
      // With the next frame, which lays the page out anyway: to scroll now would lay it out once more.
      if (asksForBench(location.search))
        requestAnimationFrame(() => this.scrollIntoView({ block: 'start', behavior: 'instant' }));
    } catch {
      // The code could not be fetched. The still remains; another attempt when the network is back.
      addEventListener('online', () => this.#load(signal), { once: true, signal });
    }
  }
}

if (!customElements.get('atlas-bench')) customElements.define('atlas-bench', AtlasBench);
