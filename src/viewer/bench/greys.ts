/** The grey levels of a pane: sliders and windows by name, a drag over the picture, and a lens. */
import type { Picture } from '../picture.ts';
import { button } from './button.ts';
import type { Lens } from './lens.ts';
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
  /** The picture is there: its region is filtered, `frame` takes the drags. */
  opened(frame: HTMLElement, picture: Picture): void;
  /** Whether a drag over the picture changes its shades instead of moving it. */
  drags(on: boolean): void;
}

const svgSpace = 'http://www.w3.org/2000/svg';

/** Fills the panel of a viewer with these data. Its id names the filter too. */
export function createGreys(
  panel: HTMLElement,
  { slide }: DOMStringMap,
  asked: Tone | undefined,
  toned: (tone: Tone) => void,
): Greys {
  let tone = asked ?? ownTone;
  let region: HTMLElement | undefined;
  let under: { readonly frame: HTMLElement; readonly picture: Picture } | undefined;
  let lens: Lens | undefined;
  const { filter, slopes } = createFilter(`${panel.id}-filter`);
  const veil = document.createElement('div');
  veil.className = 'bench-veil';
  veil.hidden = true;

  const level = slider('Level', 0, 100, () => change(toneAt(level.at(), widthOf(tone), tone)));
  const width = slider('Width', 2, 100, () => change(toneAt(levelOf(tone), width.at(), tone)));
  const invert = button('Invert', { pressed: false, onPress: () => change(inverted(tone)) });
  const lensButton = button('Lens', {
    pressed: false,
    title: 'Three times as large, under the pointer or in the middle',
    onPress: () => turnLens(lensButton.getAttribute('aria-pressed') !== 'true'),
  });
  const note = document.createElement('p');
  note.textContent =
    'Drag over the picture: up and down for the level, sideways for the width. The picture holds 256 shades of the window it was made with.';
  const names = tonePresets.map(([name, preset]) =>
    button(name, { onPress: () => change(preset) }),
  );
  // A slide is rendered where one looks: a lens would ask for its tiles everywhere.
  const tools = slide ? [] : [lensButton];
  panel.append(level.element, width.element, invert, ...names, ...tools, note, filter);

  async function turnLens(on: boolean): Promise<void> {
    if (!under) return;
    const { frame, picture } = under;
    lensButton.setAttribute('aria-pressed', String(on));
    try {
      const { createLens } = await import('./lens.ts');
      if (lens) lens.turn(on);
      else lens = createLens(frame, picture);
    } catch {
      // Another press tries again.
      lensButton.setAttribute('aria-pressed', 'false');
    }
  }

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
    opened(frame, picture) {
      frame.append(veil);
      region = picture.region;
      under = { frame, picture };
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
