/** Which section of the block the slides show, and how the stage stands: a bar under that of the bench. */
import { thinSpace } from '../length.ts';
import { allow, button } from './button.ts';
import { levelUm } from './state.ts';

/** Its words. They are here and not with the bench's, so that a bench without slides does without them. */
const words = {
  section: 'Section of the block',
  depth: 'Depth below the face',
  deeper: 'Cut deeper',
  shallower: 'Level before',
  atFace: 'This is the face of the block',
  atEnd: 'The block ends here',
  stage: 'Stage',
} as const;

/** What a reader can ask of the bar. */
export interface SectionListener {
  cut(depthUm: number): void;
  turn(stageDeg: number): void;
}

/** The bar in the page. */
export interface SectionBar {
  readonly element: HTMLElement;
  /** Shows what is cut and turned, where slides are among the kinds of the open views. */
  show(depthUm: number, stageDeg: number, kinds: readonly string[]): void;
}

/** A slider speaks when it has rested for so long: every level is a slide of its own. */
const restMs = 250;
/** The stage turns in such steps. */
const turnDeg = 5;

/** Builds the bar for the block whose sections these are. */
export function createSectionBar(
  section: { readonly deepestUm: number },
  listener: SectionListener,
): SectionBar {
  const element = document.createElement('div');
  element.className = 'bench-bar bench-section';
  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', words.section);
  element.hidden = true;
  const deepestUm = Math.floor(section.deepestUm / levelUm) * levelUm;
  const depth = slider(words.depth, deepestUm, levelUm, depthText, listener.cut);
  const stage = slider(words.stage, 355, turnDeg, stageText, listener.turn);
  const shallower = button(words.shallower, { onPress: () => listener.cut(depth.at() - levelUm) });
  const deeper = button(words.deeper, { onPress: () => listener.cut(depth.at() + levelUm) });
  element.append(shallower, deeper, depth.element, stage.element);

  return {
    element,
    show(depthUm, stageDeg, kinds) {
      element.hidden = !kinds.some((kind) => kind === 'histology' || kind === 'polarised');
      stage.element.hidden = !kinds.includes('polarised');
      depth.show(depthUm);
      stage.show(stageDeg);
      allow(shallower, depthUm > 0, words.atFace);
      allow(deeper, depthUm + levelUm <= deepestUm, words.atEnd);
    },
  };
}

const depthText = (um: number) => `${(um / 1000).toFixed(2)}${thinSpace}mm`;
const stageText = (degrees: number) => `${degrees}°`;

function slider(
  name: string,
  most: number,
  step: number,
  text: (value: number) => string,
  onChange: (value: number) => void,
) {
  const element = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type: 'range', min: '0', max: String(most), step: String(step) });
  const output = document.createElement('output');
  const tell = () => {
    output.textContent = text(Number(input.value));
    input.setAttribute('aria-valuetext', output.textContent);
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener('input', () => {
    tell();
    clearTimeout(resting);
    resting = setTimeout(() => onChange(Number(input.value)), restMs);
  });
  element.append(name, input, output);
  return {
    element,
    at: () => Number(input.value),
    show(value: number) {
      input.value = String(value);
      tell();
    },
  };
}
