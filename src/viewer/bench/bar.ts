/** The bar of a bench: how many panes, arrangements by name, the curtain and the link. */
import { allow, button } from './button.ts';
import type { Preset } from './preset.ts';
import { type Layout, mostPanes } from './state.ts';
import { words } from './words.ts';

/** What a reader can ask of the bar. */
export interface BarListener {
  panes(count: number): void;
  arrange(preset: Preset): void;
  curtain(drawn: boolean): void;
  link(linked: boolean): void;
  findings(shown: boolean): void;
  curtainAt(percent: number): void;
  /** Absent where the browser has no full screen. */
  readonly fullScreen: (() => void) | undefined;
}

/** What the bar shows. */
export interface BarState {
  readonly count: number;
  readonly layout: Layout;
  readonly panes: readonly string[];
  readonly canCover: boolean;
  readonly linked: boolean;
  readonly canLink: boolean;
  readonly findings: boolean;
}

/** The bar in the page. */
export interface Bar {
  readonly element: HTMLElement;
  show(state: BarState): void;
  fullScreen(fills: boolean): void;
  /** Tells of what went wrong. */
  say(sentence: string): void;
}

/** Builds the bar; with a curtain only where the case has two views that can lie behind each other. */
export function createBar(
  presets: readonly Preset[],
  { hasCurtain, hasFindings }: { hasCurtain: boolean; hasFindings: boolean },
  listener: BarListener,
): Bar {
  const element = document.createElement('div');
  element.className = 'bench-bar';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.arrangement);
  const isOn = (each: HTMLElement) => each.getAttribute('aria-pressed') === 'true';
  const press = (each: HTMLElement, on: boolean) => each.setAttribute('aria-pressed', String(on));

  const counts = Array.from({ length: mostPanes }, (_, at) => {
    const count = at + 1;
    const each = button(String(count), { pressed: false, onPress: () => listener.panes(count) });
    each.setAttribute('aria-label', words.panes(count));
    each.title = words.panes(count);
    return each;
  });
  const named = presets.map((preset) =>
    button(preset.name, { pressed: false, onPress: () => listener.arrange(preset) }),
  );
  const curtain = button(words.curtain, {
    pressed: false,
    onPress: () => listener.curtain(!isOn(curtain)),
  });
  const link = button(words.link, { pressed: false, onPress: () => listener.link(!isOn(link)) });
  const findings = button(words.findings, {
    pressed: false,
    onPress() {
      said.textContent = '';
      listener.findings(!isOn(findings));
    },
  });
  const full = listener.fullScreen
    ? [button(words.fullScreen, { pressed: false, onPress: listener.fullScreen })]
    : [];
  const rail = document.createElement('label');
  rail.className = 'bench-curtain';
  const range = document.createElement('input');
  Object.assign(range, { type: 'range', min: '0', max: '100', value: '50' });
  range.addEventListener('input', () => listener.curtainAt(Number(range.value)));
  rail.append(words.curtainAt, range);
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  element.append(
    ...(hasFindings ? [findings] : []),
    groupOf(counts),
    ...named,
    ...(hasCurtain ? [curtain] : []),
    link,
    rail,
    ...full,
    said,
  );

  return {
    element,
    show(state) {
      for (const [at, each] of counts.entries()) press(each, at + 1 === state.count);
      presets.forEach(({ layout, panes }, at) => {
        const each = named[at];
        const same = panes.length === state.count && panes.every((id) => state.panes.includes(id));
        if (each) press(each, same && layout === state.layout);
      });
      press(curtain, state.layout === 'curtain');
      allow(curtain, state.canCover, words.noCurtain);
      press(link, state.canLink && (state.linked || state.layout !== 'beside'));
      allow(link, state.canLink && state.layout === 'beside', state.canLink ? '' : words.noLink);
      press(findings, state.findings);
      rail.hidden = state.layout !== 'curtain';
    },
    fullScreen(fills) {
      for (const each of full) press(each, fills);
    },
    say(sentence) {
      said.textContent = sentence;
    },
  };
}

function groupOf(buttons: readonly HTMLElement[]): HTMLElement {
  const group = document.createElement('span');
  group.className = 'bench-counts';
  group.append(...buttons);
  return group;
}
