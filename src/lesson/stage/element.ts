/** `<atlas-stage>`: a lesson on a projector. Of a lesson made in this browser the page knows nothing yet. */
import '../../viewer/element.ts';
import { openedLesson } from '../data.ts';
import { drawingFor } from './diagram.ts';
import { runStage } from './stage.ts';
import { createViews } from './views.ts';

/** The custom element. */
export class AtlasStage extends HTMLElement {
  #connection: AbortController | undefined;

  connectedCallback(): void {
    const connection = new AbortController();
    this.#connection = connection;
    void this.#run(connection.signal);
  }

  disconnectedCallback(): void {
    this.#connection?.abort();
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { lesson: text, presenter = '', cases = '', catalogue } = this.dataset;
    const part = (name: string) => this.querySelector<HTMLElement>(`.${name}`);
    const [pictures, words] = [part('stage-pictures'), part('stage-words')];
    if (!pictures || !words) return;
    const query = new URLSearchParams(location.search);
    const own = query.get('lesson');
    const lesson = text
      ? openedLesson(text)
      : await (await import('../own/taught.ts')).ownTaught(own ?? '', catalogue ?? '', signal);
    if (signal.aborted) return;
    if (!lesson) {
      words.textContent =
        'This browser holds no such lesson. Open the list of your lessons, and begin from there.';
      return;
    }
    await runStage(
      lesson,
      {
        host: this,
        pictures,
        words,
        presenter: text ? presenter : `${presenter}?lesson=${own}`,
        diagram: (id) => {
          const template = this.querySelector<HTMLTemplateElement>(
            `template[data-diagram="${id}"]`,
          );
          return template ? drawingFor(template) : undefined;
        },
      },
      createViews(this, cases, signal),
      signal,
    );
  }
}

if (!customElements.get('atlas-stage')) customElements.define('atlas-stage', AtlasStage);
