/** A story told on the bench: a panel with the text of one stop and the way to the next. */
import { stopIn, stopName } from './stop.ts';

interface Stop {
  readonly text: string;
  readonly query: string;
  readonly choices: readonly Choice[];
}

/** What a reader may do at a stop; where it leads to no other stop she stays. */
interface Choice {
  readonly text: string;
  readonly consequence: string;
  readonly to: number | undefined;
}

/** Panels by the bench that they stand on: a story is told once at a time. */
const panels = new WeakMap<HTMLElement, { show(): void; go(to: number): void }>();

/**
 * Tells the story whose stops are the list items of `host`: from a stop on, or, where none is given, as
 * the address has it. The bench follows the address.
 */
export function tellStory(
  host: HTMLElement,
  bench: HTMLElement,
  from: number | undefined,
  signal: AbortSignal,
): void {
  const panel = panels.get(bench) ?? openPanel(stopsIn(host), bench, signal);
  if (from !== undefined) panel.go(from);
  else panel.show();
}

const stopsIn = (host: HTMLElement): Stop[] =>
  [...host.querySelectorAll<HTMLElement>('[data-query]')].map((item) => ({
    text: wordsOf(item, 'p'),
    query: item.dataset.query ?? '',
    choices: [...item.querySelectorAll<HTMLElement>('li')].map((choice) => ({
      text: wordsOf(choice, 'b').replace(/\.$/, ''),
      consequence: wordsOf(choice, 'span'),
      to: choice.dataset.to === undefined ? undefined : Number(choice.dataset.to) - 1,
    })),
  }));

const wordsOf = (element: HTMLElement, part: string) =>
  element.querySelector(part)?.textContent?.trim() ?? '';

function openPanel(stops: readonly Stop[], bench: HTMLElement, signal: AbortSignal) {
  const element = document.createElement('section');
  element.className = 'story-panel';
  element.setAttribute('aria-label', 'The story of this case');
  const title = document.createElement('h2');
  title.tabIndex = -1;
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  const consequence = document.createElement('p');
  consequence.className = 'story-consequence';
  consequence.setAttribute('role', 'status');
  const choices = document.createElement('div');
  choices.className = 'story-choices';
  const steps = document.createElement('div');
  steps.className = 'story-steps';
  const previous = step('Previous', () => go(at - 1));
  const next = step('Next', () => (at === stops.length - 1 ? end() : go(at + 1)));
  const again = step('Back to this stop', () => go(at));
  const away = step('Leave the story', leave);
  steps.append(previous, next, again, away);
  element.append(title, consequence, text, choices, steps);
  let at = 0;
  /** The choice by which the reader has come to this stop. */
  let came: Choice | undefined;

  function step(name: string, onPress: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', onPress);
    return button;
  }

  function choose(choice: Choice): void {
    if (choice.to === undefined) {
      tellOf(choice);
      return;
    }
    go(choice.to, choice);
    // The button that was pressed has gone with its stop.
    title.focus();
  }

  function tellOf(choice: Choice | undefined): void {
    consequence.textContent = choice ? `${choice.text}. ${choice.consequence}` : '';
  }

  /** The bench hears of a new address as it does when the reader goes back. */
  function turnTo(search: string): void {
    history.pushState(null, '', `${location.pathname}${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }

  function go(to: number, by?: Choice): void {
    came = by;
    turnTo(stops[to]?.query ?? '');
    comeIntoView();
  }

  /** Where the text stands above the picture, as on a phone, it goes to the top, so that both are seen. */
  function comeIntoView(): void {
    const panes = bench.querySelector('.bench-panes')?.getBoundingClientRect();
    const isAbove = panes !== undefined && element.getBoundingClientRect().bottom <= panes.top;
    element.scrollIntoView({ block: isAbove ? 'start' : 'nearest', behavior: 'instant' });
  }

  function leave(): void {
    const address = new URL(location.href);
    address.searchParams.delete(stopName);
    history.pushState(null, '', address.href.replaceAll('%2C', ',').replaceAll('%3A', ':'));
    element.remove();
    document.querySelector<HTMLElement>('atlas-story button')?.focus();
  }

  /** After the last stop the page tells how the case ended. */
  function end(): void {
    leave();
    const outcome = document.getElementById('outcome');
    outcome?.focus({ preventScroll: true });
    outcome?.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** The stop that the address names; where it names nothing else, the bench goes there too. */
  function show(): void {
    const found = stopIn(location.search, stops.length);
    if (found === undefined) return void element.remove();
    at = found;
    if (!element.isConnected) {
      bench.querySelector('.bench-work')?.prepend(element);
      bench.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
    title.textContent = `Stop ${at + 1} of ${stops.length}`;
    const told = stops[at]?.text ?? '';
    if (text.textContent !== told) text.textContent = told;
    if (came?.to !== at) came = undefined;
    tellOf(came);
    choices.replaceChildren(
      ...(stops[at]?.choices ?? []).map((choice) => step(choice.text, () => choose(choice))),
    );
    previous.disabled = at === 0;
    next.textContent = at === stops.length - 1 ? 'End of the story' : 'Next';
    if (!new URLSearchParams(location.search).has('panes')) {
      history.replaceState(null, '', `${location.pathname}${stops[at]?.query ?? ''}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }
  }

  addEventListener('popstate', show, { signal });
  signal.addEventListener('abort', () => {
    panels.delete(bench);
    element.remove();
  });
  const panel = { show, go };
  panels.set(bench, panel);
  return panel;
}
