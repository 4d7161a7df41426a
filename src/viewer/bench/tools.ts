/** The looking tools of a pane: grey levels, a ruler, and the picture pixel by pixel. */
import type { AtlasViewer } from '../element.ts';
import type { Picture } from '../picture.ts';
import { button } from './button.ts';
import { createGreys } from './greys.ts';
import type { Ruler } from './ruler.ts';
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
  let frame: HTMLElement | undefined;
  let ruler: Ruler | undefined;
  const greys = createGreys(tone, toned);
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
      turnRuler();
    },
  });
  const isMeasuring = () => measure.getAttribute('aria-pressed') === 'true';
  const pixels = button(words.pixels, {
    title: words.pixelsTitle,
    onPress: () => picture?.showPixels(),
  });

  function toggleGreys(): void {
    const open = greys.panel.hidden === true;
    greys.panel.hidden = !open;
    openGreys.setAttribute('aria-expanded', String(open));
    if (open && isMeasuring()) measure.click();
    greys.drags(open);
  }

  /** Takes the ruler out or puts it away; it is fetched when it is first asked for. */
  async function turnRuler(): Promise<void> {
    if (!ruler && isMeasuring()) {
      try {
        const { createRuler } = await import('./ruler.ts');
        // Another press may have been faster.
        if (!ruler) {
          ruler = createRuler(Number(dataset.umPerPixel), dataset.atDetector !== undefined);
          if (frame && picture) ruler.opened(frame, picture);
        }
      } catch {
        measure.setAttribute('aria-pressed', 'false');
      }
    }
    ruler?.turn(isMeasuring());
  }

  return {
    buttons: [openGreys, measure, pixels],
    panel: greys.panel,
    opened(opened, around) {
      [picture, frame] = [opened, around];
      greys.opened(around, opened.region);
      ruler?.opened(around, opened);
    },
    moved: () => ruler?.moved(),
  };
}
