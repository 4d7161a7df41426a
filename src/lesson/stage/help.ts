/** The list of keys, on the stage when it is asked for; each single-letter key can be switched off there. */
import { digitsKey, letterKeys, switchable } from '../keys.ts';
import { switchedOff, switchKeys } from '../switches.ts';

export interface Help {
  toggle(): void;
  close(): void;
}

const steadyRows: readonly (readonly [string, string])[] = [
  ['Page Down, → or ↓, Space', 'Next: first what waits at this stop, then the next stop'],
  ['Page Up, ← or ↑', 'The stop before'],
  ['Drag, wheel, Shift and arrows', 'Look around freely'],
  ['Home', 'Back to the stop'],
  ['Esc', 'Close this list'],
];

export function createHelp(host: HTMLElement, signal: AbortSignal): Help {
  const element = document.createElement('section');
  element.className = 'stage-help';
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', 'Keys of the stage');
  element.hidden = true;
  element.tabIndex = -1;
  host.append(element);
  let before: Element | null = null;

  function fill(): void {
    const off = switchedOff();
    const title = document.createElement('h2');
    title.textContent = 'Keys';
    const list = document.createElement('dl');
    for (const [keys, meaning] of steadyRows) list.append(...row(keys, meaning));
    for (const { keys, meaning } of letterKeys)
      list.append(...row(keys.map((key) => key.toUpperCase()).join(' or '), meaning, keys[0]));
    list.append(
      ...row(digitsKey, 'Count hands for an option, with Shift one fewer; or a zoom', digitsKey),
    );
    const all = box('All single-letter keys', off.size === 0, (on) => {
      switchKeys(switchable, on);
      fill();
    });
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = 'Close';
    close.addEventListener('click', shut);
    element.replaceChildren(title, list, all, close);
  }

  function row(keys: string, meaning: string, name?: string): HTMLElement[] {
    const term = document.createElement('dt');
    if (name) term.append(box(keys, !switchedOff().has(name), (on) => switchKeys([name], on)));
    else term.textContent = keys;
    const description = document.createElement('dd');
    description.textContent = meaning;
    return [term, description];
  }

  function box(text: string, on: boolean, turned: (on: boolean) => void): HTMLLabelElement {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'checkbox';
    input.checked = on;
    input.addEventListener('change', () => turned(input.checked));
    label.append(input, text);
    return label;
  }

  function shut(): void {
    if (element.hidden) return;
    const inside = element.querySelector<HTMLElement>(':focus');
    element.hidden = true;
    // What is hidden keeps the focus until the next frame, and would take the next key.
    inside?.blur();
    if (before instanceof HTMLElement) before.focus();
  }

  element.addEventListener('keydown', (event) => event.key === '?' && shut(), { signal });

  return {
    toggle() {
      if (!element.hidden) return shut();
      before = document.activeElement;
      fill();
      element.hidden = false;
      element.focus();
    },
    close: shut,
  };
}
