/**
 * `<atlas-handout>`: where there is script, each still that stands for a place is taken at that place, in
 * all the detail that paper shows.
 */
import { halve } from '../stage/diagram.ts';

class AtlasHandout extends HTMLElement {
  #connection: AbortController | undefined;

  async connectedCallback(): Promise<void> {
    const connection = new AbortController();
    this.#connection = connection;
    // Half as high, a drawing leaves room for another stop on its page.
    for (const drawing of this.querySelectorAll<SVGElement>('.figure > svg')) halve(drawing);
    const { takeStills } = await import('./stills.ts');
    await takeStills(this, this.dataset.cases ?? '', connection.signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }
}

if (!customElements.get('atlas-handout')) customElements.define('atlas-handout', AtlasHandout);
