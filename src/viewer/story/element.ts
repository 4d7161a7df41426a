/**
 * `<atlas-story>`: the story of a case as a list of its stops. Where there is script it is told on the
 * bench, one stop after the other; what tells it is loaded when the reader begins, or when the address
 * names a stop.
 */

/** The custom element. */
export class AtlasStory extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    const { signal } = connection;
    const begin = this.querySelector('button');
    const bench = document.querySelector<HTMLElement>('atlas-bench');
    if (!begin || !bench) return;
    const tell = async (from?: number) => {
      try {
        const { tellStory } = await import('./story.ts');
        if (!signal.aborted) tellStory(this, bench, from, signal);
      } catch {
        // The code could not be fetched; another press tries again.
        delete bench.dataset.story;
      }
    };
    begin.addEventListener('click', () => tell(0), { signal });
    addEventListener('popstate', () => new URLSearchParams(location.search).has('stop') && tell(), {
      signal,
    });
    if (new URLSearchParams(location.search).has('stop')) tell();
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }
}

if (!customElements.get('atlas-story')) customElements.define('atlas-story', AtlasStory);
