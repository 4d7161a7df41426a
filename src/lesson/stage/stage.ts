/** The stage: what the room sees of a session, and what its teacher does at it. */
import { toggleFullScreen } from '../../viewer/full-screen.ts';
import type { TaughtLesson } from '../data.ts';
import { keepSession } from '../keep/sessions.ts';
import { type Deed, deedOf, zooms } from '../keys.ts';
import { type Message, sameOnScreen, type Spot } from '../message.ts';
import { type Command, obeyed, optionsOf } from '../session.ts';
import { switchedOff } from '../switches.ts';
import { polled } from '../polled.ts';
import { summaryOf } from '../votes.ts';
import { linkWindows } from '../window-link.ts';
import { createHelp } from './help.ts';
import { createNotes } from './notes.ts';
import { createPictures } from './pictures.ts';
import { createPointerLight } from './pointer.ts';
import { keepQuiet } from './quiet.ts';
import { sessionHere } from './session-here.ts';
import { endSlide, fit, slideOf } from './slide.ts';
import type { Views } from './views.ts';
import { keepAwake } from './wake.ts';

/** The parts of the page of a stage. */
export interface StageParts {
  readonly host: HTMLElement;
  readonly pictures: HTMLElement;
  readonly words: HTMLElement;
  /** Address of the page of the presenter. */
  readonly presenter: string;
  /** A drawing of the book, ready to be shown. */
  diagram(id: string): Node | undefined;
}

/** A picture that takes longer than this to come is waited for in sight. */
const patientMs = 700;

export async function runStage(
  lesson: TaughtLesson,
  parts: StageParts,
  views: Views,
  signal: AbortSignal,
): Promise<void> {
  const { stops } = lesson;
  const { host } = parts;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let session = await sessionHere(lesson);
  if (signal.aborted) return;
  /** What the presenter has moved a view to: it is not told back. */
  let echo: Spot | undefined;
  let zoom = 0;

  const link = linkWindows(lesson.id, undefined, hear, signal);
  const light = createPointerLight(host, signal);
  const pictures = createPictures(parts.pictures, views, (spot) => {
    if (!sameOnScreen(spot, echo)) link.send({ say: 'spot', spot });
    echo = undefined;
  });
  const help = createHelp(host, signal);
  const notes = createNotes(host, lesson, act);
  signal.addEventListener('abort', pictures.end);
  keepAwake(signal);

  const others: Partial<Record<Deed['do'], () => void>> = {
    home: () => pictures.now()?.home(),
    zoom: () => zoomTo((zoom + 1) % zooms.length),
    'zoom-in': () => pictures.now()?.act('zoom-in'),
    'zoom-out': () => pictures.now()?.act('zoom-out'),
    whole: () => pictures.now()?.act('whole'),
    'full-screen': () => void toggleFullScreen(document.documentElement),
    presenter: openPresenter,
    notes: notes.toggle,
    help: help.toggle,
    close: help.close,
  };

  addEventListener('keydown', onKey, { capture: true, signal });
  addEventListener('resize', () => fitWords(), { signal });
  host.addEventListener('click', onClick, { signal });
  keepQuiet(host, signal);

  await show();

  function hear(message: Message): void {
    if (message.say === 'hello') tell();
    else if (message.say === 'deed') act(message.deed, false);
    else if (message.say === 'spot' && !session.frozen) {
      echo = message.spot;
      pictures.now()?.go(message.spot);
    } else if (message.say === 'pointed') {
      const at = message.at && pictures.now()?.screenOf(message.at);
      if (at) light.at(at.x, at.y);
      else light.gone();
    }
  }

  function tell(): void {
    link.send({ say: 'state', session, loaded: host.dataset.stop ?? '' });
  }

  function onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    // Whoever writes or chooses in a list does not steer; arrows with Shift move the picture.
    if (target.closest('input, textarea, select, [role="dialog"]') && event.key !== 'Escape')
      return;
    if (target.closest('button, a') && (event.key === ' ' || event.key === 'Enter')) return;
    if (event.shiftKey && event.key.startsWith('Arrow')) return;
    const deed = deedOf(event, switchedOff());
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    act(deed);
  }

  function onClick({ target }: MouseEvent): void {
    const button = (target as Element).closest<HTMLElement>('[data-deed]');
    if (!button) return;
    act({ do: button.dataset.deed } as Deed);
  }

  function act(deed: Deed, fromStage = true): void {
    const other = others[deed.do];
    if (other) other();
    else if (deed.do === 'digit') digit(deed.digit, deed.by, fromStage);
    else command(deed as Command, fromStage);
  }

  /** A digit counts a hand where something is asked, else it chooses a zoom. */
  function digit(number: number, by: number, fromStage: boolean): void {
    const isAsking = optionsOf(stops[session.stop]).length > 0;
    if (isAsking) command({ do: 'hand', option: number - 1, by }, fromStage);
    else zoomTo(number - 1);
  }

  function zoomTo(place: number): void {
    const chosen = zooms[place];
    if (!chosen) return;
    zoom = place;
    pictures.now()?.zoom(chosen);
  }

  function command(asked: Command, fromStage: boolean): void {
    const next = obeyed(session, asked, stops, Date.now(), fromStage);
    if (next === session) return;
    const sameStop = next.onStage === session.onStage;
    session = next;
    keepSession(session);
    if (sameStop && host.dataset.stop === String(session.onStage)) refresh();
    else void show();
    tell();
  }

  /** Without a presenter's window the notes come onto this screen. */
  function openPresenter(): void {
    const opened = window.open(
      parts.presenter,
      `presenter-${lesson.id}`,
      'popup,width=1200,height=820',
    );
    if (!opened) notes.blocked();
  }

  /** Brings the stop of the session to the stage. */
  async function show(): Promise<void> {
    const at = session.onStage;
    const stop = stops[at];
    zoom = 0;
    writeAddress();
    const done = pictures.show(stop, still, () => {
      host.dataset.stop = String(at);
      refresh();
    });
    // While the last picture is held for long, a sign in the corner says that the press was heard.
    const slow = setTimeout(() => host.toggleAttribute('data-waiting', true), patientMs);
    const isThere = await done;
    clearTimeout(slow);
    if (!isThere || signal.aborted) return;
    host.removeAttribute('data-waiting');
    // A slide takes longer to render than a quick teacher speaks: two stops ahead.
    void pictures.prepare([stop, stops[at + 1], stops[at - 1], stops[at + 2]]);
    tell();
  }

  /** What the state says of the stop that is there. */
  function refresh(): void {
    const stop = stops[session.onStage];
    host.toggleAttribute('data-black', session.black);
    host.toggleAttribute('data-frozen', session.frozen);
    host.toggleAttribute('data-ring', session.ring);
    host.toggleAttribute('data-spotlight', session.spotlight);
    const isHere = session.onStage === session.stop;
    const seen = isHere ? session : { ...session, revealed: false };
    const diagram = stop?.diagram && parts.diagram(stop.diagram);
    parts.words.replaceChildren(
      stop
        ? slideOf(stop, seen, diagram)
        : endSlide(lesson.title, summaryOf(polled(lesson), session.votes)),
    );
    fitWords();
    if (isHere && stop?.picture?.marked) pictures.now()?.mark(session.marks);
    if (isHere) pictures.now()?.curtain(session.curtain);
    notes.show(session);
  }

  function fitWords(): void {
    const slide = parts.words.firstElementChild;
    if (slide instanceof HTMLElement) fit(slide);
  }

  function writeAddress(): void {
    const address = new URL(location.href);
    address.searchParams.set('session', session.id);
    address.searchParams.set('stop', String(session.onStage + 1));
    history.replaceState(null, '', address);
  }
}
