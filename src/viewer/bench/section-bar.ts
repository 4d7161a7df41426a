/** Which section of the block the slides show, and how the stage stands: a bar under that of the bench. */
import { thinSpace } from '../length.ts';
import type { Addressed } from './bench.ts';
import { allow, button } from './button.ts';
import type { Pane } from './pane.ts';
import { levelUm } from './state.ts';
import type { Tissue } from './tissue/tissue.ts';

/** Its words. They are here and not with the bench's, so that a bench without slides does without them. */
const words = {
  section: 'Section of the block',
  depth: 'Depth below the face',
  deeper: 'Cut deeper',
  shallower: 'Level before',
  atFace: 'This is the face of the block',
  atEnd: 'The block ends here',
  stage: 'Stage',
  features: 'Name features',
  featuresFailed: 'The features could not be loaded. Press again to try once more.',
} as const;

/** The parameter of the address that tells whether the features of the tissue are named. */
const featuresName = 'features';

/** What a reader can ask of the bar. */
export interface SectionListener {
  cut(depthUm: number): void;
  turn(stageDeg: number): void;
}

/** Where the bar stands: the panes under it and the address that it is kept in. */
export interface SectionPlace {
  readonly stage: HTMLElement;
  readonly page: Addressed;
  readonly signal: AbortSignal;
  panes(): readonly Pane[];
}

/** The bar in the page. */
export interface SectionBar {
  readonly element: HTMLElement;
  /** Shows what is cut and turned, where slides are among the kinds of the open views. */
  show(depthUm: number, stageDeg: number, kinds: readonly string[]): void;
  moved(pane: Pane): void;
}

/** A slider speaks when it has rested for so long: every level is a slide of its own. */
const restMs = 250;
/** The stage turns in such steps. */
const turnDeg = 5;

/** Builds the bar for the block whose sections these are. */
export function createSectionBar(
  section: { readonly deepestUm: number },
  listener: SectionListener,
  { stage: under, page, signal, panes }: SectionPlace,
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
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const features = button(words.features, {
    pressed: false,
    onPress() {
      ask(features.getAttribute('aria-pressed') !== 'true');
      name(depth.at());
    },
  });
  element.append(features, shallower, deeper, depth.element, stage.element, said);
  let tissue: Tissue | undefined;
  let naming: AbortController | undefined;

  /** The features stand in the address beside the state of the bench. */
  function ask(wanted: boolean): void {
    const address = new URL(page.location.href);
    address.searchParams.delete(featuresName);
    if (wanted) address.searchParams.set(featuresName, 'on');
    const href = address.href.replaceAll('%2C', ',').replaceAll('%3A', ':');
    page.history.replaceState(page.history.state, '', href);
  }

  /** Names the features of the slide where the address asks for it; what does so is fetched then. */
  async function name(depthUm: number): Promise<void> {
    const isAsked = new URLSearchParams(page.location.search).get(featuresName) === 'on';
    const wanted = isAsked && !features.hidden;
    features.setAttribute('aria-pressed', String(wanted));
    said.textContent = '';
    if (!wanted) {
      naming?.abort();
      [tissue, naming] = [undefined, undefined];
      return;
    }
    if (naming) return tissue?.show(depthUm);
    const end = new AbortController();
    naming = end;
    try {
      const { createTissue } = await import('./tissue/tissue.ts');
      if (end.signal.aborted || signal.aborted) return;
      tissue = createTissue(under, panes, AbortSignal.any([signal, end.signal]));
      tissue.show(depth.at());
    } catch {
      naming = undefined;
      ask(false);
      features.setAttribute('aria-pressed', 'false');
      said.textContent = words.featuresFailed;
    }
  }

  return {
    element,
    moved: (pane) => tissue?.moved(pane),
    show(depthUm, stageDeg, kinds) {
      element.hidden = !kinds.some((kind) => kind === 'histology' || kind === 'polarised');
      stage.element.hidden = !kinds.includes('polarised');
      depth.show(depthUm);
      stage.show(stageDeg);
      allow(shallower, depthUm > 0, words.atFace);
      allow(deeper, depthUm + levelUm <= deepestUm, words.atEnd);
      features.hidden = !kinds.includes('histology');
      void name(depthUm);
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
