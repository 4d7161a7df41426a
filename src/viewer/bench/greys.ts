/** The grey levels of a pane: sliders and windows by name, and a drag over the picture. */
import { button } from './button.ts';
import type { Tone } from './state.ts';
import {
  draggedTone,
  inverted,
  isInverted,
  isOwn,
  levelOf,
  lineOf,
  ownTone,
  toneAt,
  tonePresets,
  widthOf,
} from './tone.ts';

/** What the panel does to the picture. */
export interface Greys {
  /** The picture is there: `region` is filtered, `frame` takes the drags. */
  opened(frame: HTMLElement, region: HTMLElement): void;
  /** Whether a drag over the picture changes its shades instead of moving it. */
  drags(on: boolean): void;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Fills the panel. Its id names the filter too. */
export function createGreys(
  panel: HTMLElement,
  asked: Tone | undefined,
  toned: (tone: Tone) => void,
): Greys {
  let tone = asked ?? ownTone;
  let region: HTMLElement | undefined;
  const { filter, slopes } = createFilter(`${panel.id}-filter`);
  const veil = document.createElement('div');
  veil.className = 'bench-veil';
  veil.hidden = true;

  const level = slider('Level', 0, 100, () => change(toneAt(level.at(), widthOf(tone), tone)));
  const width = slider('Width', 2, 100, () => change(toneAt(levelOf(tone), width.at(), tone)));
  const invert = button('Invert', { pressed: false, onPress: () => change(inverted(tone)) });
  const note = document.createElement('p');
  note.textContent =
    'Drag over the picture: up and down for the level, sideways for the width. The picture holds 256 shades of the window it was made with.';
  const names = tonePresets.map(([name, preset]) =>
    button(name, { onPress: () => change(preset) }),
  );
  panel.append(level.element, width.element, invert, ...names, note, filter);

  function change(next: Tone): void {
    tone = next;
    show();
    toned(tone);
  }

  function show(): void {
    const { slope, intercept } = lineOf(tone);
    for (const line of slopes) {
      line.setAttribute('slope', String(slope));
      line.setAttribute('intercept', String(intercept));
    }
    if (region) region.style.filter = isOwn(tone) ? '' : `url(#${panel.id}-filter)`;
    level.show(levelOf(tone));
    width.show(widthOf(tone));
    invert.setAttribute('aria-pressed', String(isInverted(tone)));
  }

  veil.addEventListener('pointerdown', (down) => {
    veil.setPointerCapture(down.pointerId);
    const start = tone;
    const drag = new AbortController();
    const { signal } = drag;
    veil.addEventListener(
      'pointermove',
      (move) =>
        change(draggedTone(start, move.clientX - down.clientX, move.clientY - down.clientY)),
      { signal },
    );
    for (const end of ['pointerup', 'pointercancel'] as const)
      veil.addEventListener(end, () => drag.abort(), { signal });
  });
  show();

  return {
    opened(frame, opened) {
      frame.append(veil);
      region = opened;
      show();
    },
    drags(on) {
      veil.hidden = !on;
    },
  };
}

/** A filter of the browser: it works on pictures that a script may not read. */
function createFilter(id: string): { filter: SVGSVGElement; slopes: readonly Element[] } {
  const make = <Name extends keyof SVGElementTagNameMap>(name: Name) =>
    document.createElementNS(svgSpace, name);
  const svg = make('svg');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('width', '0');
  svg.setAttribute('height', '0');
  const filter = make('filter');
  filter.id = id;
  filter.setAttribute('color-interpolation-filters', 'sRGB');
  const transfer = make('feComponentTransfer');
  const slopes = (['feFuncR', 'feFuncG', 'feFuncB'] as const).map(make);
  for (const line of slopes) line.setAttribute('type', 'linear');
  transfer.append(...slopes);
  filter.append(transfer);
  svg.append(filter);
  return { filter: svg, slopes };
}

function slider(name: string, min: number, max: number, onInput: () => void) {
  const element = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'range', min: String(min), max: String(max), step: '1' });
  input.addEventListener('input', onInput);
  element.append(name, input);
  return {
    element,
    at: () => Number(input.value),
    show(value: number) {
      input.value = String(value);
    },
  };
}
