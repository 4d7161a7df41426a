/** Notes, clock and hands at the foot of the stage: for a teacher with one window. */
import { keyOf } from '../../quiz/item.ts';
import { letterOf } from '../../quiz/items/choice.ts';
import type { TaughtLesson } from '../data.ts';
import type { Deed } from '../keys.ts';
import { clockOf, standing, standingInWords } from '../plan.ts';
import { hasAnswer, optionsOf, roundOf, type Session } from '../session.ts';

export interface Notes {
  toggle(): void;
  /** The browser has refused another window: this is what is left. */
  blocked(): void;
  show(session: Session): void;
}

const refused =
  'The browser has blocked the presenter window. Allow pop-ups for this page, or go on from this one: the notes stand here, and N puts them away.';

export function createNotes(
  host: HTMLElement,
  { stops }: TaughtLesson,
  act: (deed: Deed) => void,
): Notes {
  const element = document.createElement('aside');
  element.className = 'stage-notes';
  element.setAttribute('aria-label', 'Notes for the speaker');
  element.hidden = true;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const time = document.createElement('p');
  const text = document.createElement('div');
  const hands = document.createElement('p');
  element.append(said, time, text, hands);
  host.append(element);
  let now: Session | undefined;
  let ticking: ReturnType<typeof setInterval> | undefined;

  function tick(): void {
    if (!now) return;
    const at = Date.now();
    const where = standing(
      stops.map(({ minutes }) => minutes),
      { stop: now.stop, elapsedMs: at - now.startedAt, stopMs: at - now.stopAt },
    );
    time.textContent = `Stop ${Math.min(now.stop + 1, stops.length)} of ${stops.length} · ${clockOf(where.elapsedMin)} of ${clockOf(where.plannedMin)}, ${standingInWords(where)}`;
  }

  function fill(): void {
    if (element.hidden || !now) return;
    const stop = stops[now.stop];
    // The room reads this too, so that nothing of an answer stands here before it is told.
    const isOpen = !stop?.asking || (hasAnswer(stop) && now.revealed);
    const answer = isOpen && stop?.asking ? keyOf(stop.asking.item).explanation : undefined;
    const next = stops[now.stop + 1];
    const lines = [
      ...(isOpen ? (stop?.notes ?? []) : []),
      ...(answer ? [`Answer: ${answer}`] : []),
      next ? `Next: ${next.name}` : 'Next: the end',
    ];
    text.replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement('p'), { textContent: line })),
    );
    const asking = stop?.asking;
    const counts = asking && now.votes[asking.id]?.[roundOf(asking.vote)];
    hands.replaceChildren(
      ...optionsOf(stop).map((_, option) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = `${letterOf(option)} ${counts?.[option] ?? 0}`;
        button.addEventListener('click', () => act({ do: 'hand', option, by: 1 }));
        return button;
      }),
    );
    tick();
  }

  function open(on: boolean): void {
    element.hidden = !on;
    host.toggleAttribute('data-notes', on);
    clearInterval(ticking);
    if (on) ticking = setInterval(tick, 1000);
    else text.replaceChildren();
    fill();
  }

  return {
    toggle() {
      said.textContent = '';
      open(element.hidden === true);
    },
    blocked() {
      open(true);
      said.textContent = refused;
    },
    show(session) {
      now = session;
      fill();
    },
  };
}
