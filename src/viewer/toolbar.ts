/** The toolbar under the picture: real buttons, the readout and the help that it opens. */
import type { ViewerAction } from './action.ts';
import { type IconName, createIcon } from './icons.ts';
import { words } from './words.ts';

/** What the toolbar shows of the viewer's state. */
export interface ToolbarState {
  readonly zoomIn: boolean;
  readonly zoomOut: boolean;
  readonly whole: boolean;
  readonly fullScreen: boolean;
  readonly readout: string;
}

/** The toolbar and its help, two neighbouring elements. */
export interface Toolbar {
  readonly elements: readonly HTMLElement[];
  show(state: ToolbarState): void;
}

interface ButtonSpec {
  readonly action: ViewerAction;
  readonly name: string;
  readonly key?: string;
}

let count = 0;

/** Builds the toolbar. `act` hears every press of a button that is not at its limit. */
export function createToolbar(
  { fullScreen }: { fullScreen: boolean },
  act: (action: Exclude<ViewerAction, 'help'>) => void,
): Toolbar {
  const specs: readonly ButtonSpec[] = [
    { action: 'zoom-in', name: words.zoomIn, key: '+' },
    { action: 'zoom-out', name: words.zoomOut, key: '−' },
    { action: 'whole', name: words.whole, key: '0' },
    ...(fullScreen ? [{ action: 'full-screen', name: words.fullScreen } as const] : []),
    { action: 'copy-link', name: words.copyLink },
    { action: 'help', name: words.help },
  ];
  const help = document.createElement('div');
  help.className = 'viewer-help';
  help.id = `viewer-help-${++count}`;
  help.hidden = true;
  const buttons = new Map(specs.map((spec) => [spec.action, createButton(spec)]));
  for (const [action, button] of buttons) {
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      if (action === 'help') toggleHelp(button);
      else act(action);
    });
  }
  buttons.get('help')?.setAttribute('aria-expanded', 'false');
  buttons.get('help')?.setAttribute('aria-controls', help.id);

  async function toggleHelp(opener: HTMLElement): Promise<void> {
    // Where it cannot be fetched there is nothing to open; another press tries again.
    try {
      if (!help.firstChild) help.replaceChildren((await import('./help.ts')).helpList());
    } catch {
      return;
    }
    help.hidden = !help.hidden;
    opener.setAttribute('aria-expanded', String(!help.hidden));
  }

  const readout = document.createElement('p');
  readout.className = 'viewer-readout';
  const bar = document.createElement('div');
  bar.className = 'viewer-toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', words.toolbar);
  bar.append(...buttons.values(), readout);

  // Not the attribute "disabled": a button that reaches its limit must not lose the focus.
  const allow = (action: ViewerAction, allowed: boolean) =>
    buttons.get(action)?.setAttribute('aria-disabled', String(!allowed));

  let wasFull = false;
  return {
    elements: [bar, help],
    show(state) {
      allow('zoom-in', state.zoomIn);
      allow('zoom-out', state.zoomOut);
      allow('whole', !state.whole);
      // Letters that are put in anew, were they the same, are laid out in every frame of a movement.
      if (readout.textContent !== state.readout) readout.textContent = state.readout;
      const full = buttons.get('full-screen');
      if (!full || state.fullScreen === wasFull) return;
      wasFull = state.fullScreen;
      dress(
        full,
        wasFull ? words.leaveFullScreen : words.fullScreen,
        wasFull ? 'leave-full-screen' : 'full-screen',
      );
    },
  };
}

function createButton({ action, name, key }: ButtonSpec): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.action = action;
  dress(button, name, action as IconName, key);
  return button;
}

function dress(button: HTMLButtonElement, name: string, icon: IconName, key?: string): void {
  button.setAttribute('aria-label', name);
  button.title = key ? `${name} (${key})` : name;
  button.replaceChildren(createIcon(icon));
}
