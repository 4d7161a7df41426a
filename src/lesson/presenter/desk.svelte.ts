/** The presenter's desk: what this window knows of the session, and what it asks of the stage. */
import { openedLesson, type TaughtLesson } from '../data.ts';
import type { Deed } from '../keys.ts';
import { type Message, sameOnScreen, type Spot } from '../message.ts';
import type { Session } from '../session.ts';
import type { Pictures } from '../stage/pictures.ts';
import { helloMs, linkWindows, type WindowLink } from '../window-link.ts';

/** Where the desk finds its lesson and its pictures. */
export interface DeskPlace {
  /** The lesson, sealed; of one that this browser holds nothing is known yet. */
  readonly sealed: string | undefined;
  /** Address of a case's page with `*` for its id, and of the list of all cases and questions. */
  readonly cases: string;
  readonly catalogue: string;
  /** Where the presenter's own view is drawn. */
  readonly host: HTMLElement;
}

export class Desk {
  lesson = $state.raw<TaughtLesson>();
  session = $state.raw<Session>();
  /** The stop that the stage shows, as it says. */
  loaded = $state('');
  /** Milliseconds since 1970. */
  now = $state(Date.now());
  isHeard = $state(false);
  /** Whether this browser holds no such lesson. */
  isUnknown = $state(false);

  readonly stops = $derived(this.lesson?.stops ?? []);
  readonly stop = $derived(this.session && this.stops[this.session.stop]);

  #link: WindowLink | undefined;
  #pictures: Pictures | undefined;
  /** Where the stage has moved its view to: it is not told back. */
  #echo: Spot | undefined;

  /** Opens the lesson and listens to the stage until the signal ends it. */
  async begin({ sealed, cases, catalogue, host }: DeskPlace, signal: AbortSignal): Promise<void> {
    const own = new URLSearchParams(location.search).get('lesson') ?? '';
    const lesson = sealed
      ? openedLesson(sealed)
      : await (await import('../own/taught.ts')).ownTaught(own, catalogue, signal);
    // What draws is a matter of the browser alone.
    const [{ createPictures }, { createViews }] = await Promise.all([
      import('../stage/pictures.ts'),
      import('../stage/views.ts'),
    ]);
    if (signal.aborted) return;
    this.lesson = lesson;
    this.isUnknown = lesson === undefined;
    if (!lesson) return;
    const printed = document.getElementById('presenter-views') ?? document.createElement('div');
    const link = linkWindows(
      lesson.id,
      opener as Window | null,
      (message) => this.#hear(message),
      signal,
    );
    this.#link = link;
    const isSettling = settling(host);
    this.#pictures = createPictures(host, createViews(printed, cases, signal), (spot) => {
      if (isSettling()) return;
      if (!sameOnScreen(spot, this.#echo)) link.send({ say: 'spot', spot });
      this.#echo = undefined;
    });
    const ticking = setInterval(() => {
      this.now = Date.now();
      link.send({ say: 'hello' });
      this.isHeard = link.isThere();
    }, helloMs);
    signal.addEventListener('abort', () => {
      clearInterval(ticking);
      this.#pictures?.end();
    });
    link.send({ say: 'hello' });
  }

  act(deed: Deed): void {
    this.#link?.send({ say: 'deed', deed });
  }

  /** Points at a place of the own view, so that ring or spotlight come there on the stage. */
  pointAt(clientX: number, clientY: number): void {
    if (!this.session?.ring && !this.session?.spotlight) return;
    const at = this.#pictures?.now()?.pointAt(clientX, clientY) ?? null;
    this.#link?.send({ say: 'pointed', at });
  }

  pointAway(): void {
    this.#link?.send({ say: 'pointed', at: null });
  }

  #hear(message: Message): void {
    this.isHeard = true;
    if (message.say === 'state') {
      this.session = message.session;
      this.loaded = message.loaded;
      this.now = Date.now();
      void this.#look(message.session);
    } else if (message.say === 'spot') {
      this.#echo = message.spot;
      this.#pictures?.now()?.go(message.spot);
    }
  }

  /** The presenter's own view is ahead of the stage: it has the marks before the room sees them. */
  async #look({ stop: at, curtain }: Session): Promise<void> {
    const pictures = this.#pictures;
    const here = this.stops[at];
    if (!(await pictures?.show(here, true, () => {}))) return;
    if (here?.picture?.marked) pictures?.now()?.mark(here.marks || here.asking !== undefined);
    pictures?.now()?.curtain(curtain);
    void pictures?.prepare([here, this.stops[at + 1]]);
  }
}

/** A picture comes to rest in a frame of another size within this. */
const settlingMs = 500;

/** Tells whether the size of an element has changed just now: then a picture in it moves by itself. */
function settling(host: HTMLElement): () => boolean {
  let size = '';
  let changedAt = 0;
  return () => {
    const now = `${host.clientWidth} × ${host.clientHeight}`;
    if (now !== size) changedAt = performance.now();
    size = now;
    return performance.now() - changedAt < settlingMs;
  };
}
