/**
 * `<atlas-compare>`: any two views of any cases on a bench, at one scale. The reader chooses them in two
 * lists, or takes a pair that is ready; what shows them is taken from the pages of their cases.
 */
import '../element.ts';
import { pairOf, type Pair } from './pair.ts';

const failed = 'The views could not be loaded.';

/** The custom element. */
export class AtlasCompare extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    const { signal } = connection;
    const [left, right] = this.querySelectorAll('select');
    const bench = this.querySelector<HTMLElement>('.bench');
    if (!left || !right || !bench) return;
    const catalogue = [...left.options].map(({ value }) => value);
    const ready = [...document.querySelectorAll<HTMLElement>('[data-pair]')].map(
      ({ dataset }) => (dataset.pair ?? '').split(',') as unknown as Pair,
    );
    const pair = pairOf(location.search, catalogue, ready);
    if (!pair) return;
    [left.value, right.value] = pair;
    this.querySelector('[data-compare]')?.addEventListener(
      'click',
      () => {
        location.search = `?panes=${left.value},${right.value}`;
      },
      { signal },
    );
    for (const link of document.querySelectorAll<HTMLElement>('[data-pair]'))
      link.toggleAttribute('data-shown', link.dataset.pair === pair.join());
    this.#load(bench, pair, signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #load(bench: HTMLElement, pair: Pair, signal: AbortSignal): Promise<void> {
    const status = this.querySelector('[data-status]');
    const retry = this.querySelector<HTMLButtonElement>('[data-retry]');
    try {
      const { compare } = await import('./compare.ts');
      await compare(bench, pair, this.dataset.cases ?? '', signal);
      if (status) status.textContent = '';
      if (retry) retry.hidden = true;
    } catch {
      if (signal.aborted || !status || !retry) return;
      status.textContent = failed;
      retry.hidden = false;
      retry.addEventListener('click', () => this.#load(bench, pair, signal), {
        once: true,
        signal,
      });
    }
  }
}

if (!customElements.get('atlas-compare')) customElements.define('atlas-compare', AtlasCompare);
