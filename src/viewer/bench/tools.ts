/** The looking tools of a pane: grey levels, a ruler, and the picture pixel by pixel. */
import type { AtlasViewer } from '../element.ts';
import type { Picture } from '../picture.ts';
import { button } from './button.ts';
import { createGreys } from './greys.ts';
import { createRuler } from './ruler.ts';
import type { Tone } from './state.ts';
import { words } from './words.ts';

/** Buttons for the head of a pane and the panel that one of them opens. */
export interface LookingTools {
  readonly buttons: readonly HTMLButtonElement[];
  readonly panel: HTMLElement;
  opened(picture: Picture, frame: HTMLElement): void;
  moved(): void;
}

/** Builds the tools of a viewer; `toned` hears of every change of the grey levels. */
export function createLookingTools(
  { dataset }: AtlasViewer,
  tone: Tone | undefined,
  toned: (tone: Tone) => void,
): LookingTools {
  let picture: Picture | undefined;
  const umPerPixel = Number(dataset.umPerPixel);
  const greys = createGreys(tone, toned);
  const ruler = createRuler(umPerPixel, dataset.atDetector !== undefined);
  const openGreys = button(words.greys, { icon: 'greys', onPress: () => toggleGreys() });
  openGreys.setAttribute('aria-expanded', 'false');
  openGreys.setAttribute('aria-controls', greys.panel.id);
  const measure = button(words.measure, {
    icon: 'measure',
    pressed: false,
    onPress() {
      const on = measure.getAttribute('aria-pressed') !== 'true';
      measure.setAttribute('aria-pressed', String(on));
      if (on && !greys.panel.hidden) toggleGreys();
      ruler.turn(on);
    },
  });
  const pixels = button(words.pixels, {
    title: words.pixelsTitle,
    onPress: () => picture?.showPixels(),
  });

  function toggleGreys(): void {
    const open = greys.panel.hidden === true;
    greys.panel.hidden = !open;
    openGreys.setAttribute('aria-expanded', String(open));
    if (open && measure.getAttribute('aria-pressed') === 'true') measure.click();
    greys.drags(open);
  }

  return {
    buttons: [openGreys, measure, pixels],
    panel: greys.panel,
    opened(opened, frame) {
      picture = opened;
      greys.opened(frame, opened.region);
      ruler.opened(frame, opened);
    },
    moved: ruler.moved,
  };
}
