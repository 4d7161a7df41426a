/** A story told on the bench: a panel with the text of one stop and the way to the next. */
import { stopIn, stopName } from './stop.ts';

interface Stop {
  readonly text: string;
  readonly query: string;
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
  [...host.querySelectorAll<HTMLElement>('li')].map((item) => ({
    text: item.querySelector('p')?.textContent?.trim() ?? '',
    query: item.dataset.query ?? '',
  }));

function openPanel(stops: readonly Stop[], bench: HTMLElement, signal: AbortSignal) {
  const element = document.createElement('section');
  element.className = 'story-panel';
  element.setAttribute('aria-label', 'The story of this case');
  const title = document.createElement('h2');
  const text = document.createElement('p');
  text.setAttribute('role', 'status');
  const steps = document.createElement('div');
  steps.className = 'story-steps';
  const previous = step('Previous', () => go(at - 1));
  const next = step('Next', () => (at === stops.length - 1 ? leave() : go(at + 1)));
  const again = step('Back to this stop', () => go(at));
  const away = step('Leave the story', leave);
  steps.append(previous, next, again, away);
  element.append(title, text, steps);
  let at = 0;

  function step(name: string, onPress: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    button.addEventListener('click', onPress);
    return button;
  }

  /** The bench hears of a new address as it does when the reader goes back. */
  function turnTo(search: string): void {
    history.pushState(null, '', `${location.pathname}${search}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }

  function go(to: number): void {
    turnTo(stops[to]?.query ?? '');
    element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  function leave(): void {
    const address = new URL(location.href);
    address.searchParams.delete(stopName);
    history.pushState(null, '', address.href.replaceAll('%2C', ',').replaceAll('%3A', ':'));
    element.remove();
    document.querySelector<HTMLElement>('atlas-story button')?.focus();
  }

  /** The stop that the address names; where it names nothing else, the bench goes there too. */
  function show(): void {
    const found = stopIn(location.search, stops.length);
    if (found === undefined) return void element.remove();
    at = found;
    if (!element.isConnected) bench.querySelector('.bench-work')?.prepend(element);
    title.textContent = `Stop ${at + 1} of ${stops.length}`;
    const told = stops[at]?.text ?? '';
    if (text.textContent !== told) text.textContent = told;
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
