/** The looking tools of a pane: grey levels, a ruler, and the picture pixel by pixel. */
import type { AtlasViewer } from '../element.ts';
import type { Picture } from '../picture.ts';
import { button } from './button.ts';
import type { Greys } from './greys.ts';
import type { Ruler } from './ruler.ts';
import type { Tone } from './state.ts';
import { words } from './words.ts';

/** Buttons for the head of a pane and the panel that the first opens. */
export interface LookingTools {
  readonly buttons: readonly HTMLButtonElement[];
  readonly panel: HTMLElement;
  opened(picture: Picture, frame: HTMLElement): void;
  moved(): void;
}

let count = 0;

/**
 * Builds the tools of a viewer; `toned` hears of every change of the grey levels. A tool is fetched
 * when it is first used: most readers of a case use none.
 */
export function createLookingTools(
  { dataset }: AtlasViewer,
  tone: Tone | undefined,
  toned: (tone: Tone) => void,
): LookingTools {
  let picture: Picture | undefined;
  let frame: HTMLElement | undefined;
  const panel = document.createElement('div');
  panel.className = 'bench-greys';
  panel.id = `bench-greys-${++count}`;
  panel.hidden = true;
  const openGreys = button(words.greys, {
    icon: 'greys',
    onPress: () => turnGreys(panel.hidden === true),
  });
  openGreys.setAttribute('aria-expanded', 'false');
  openGreys.setAttribute('aria-controls', panel.id);
  const measure = button(words.measure, {
    icon: 'measure',
    pressed: false,
    onPress: () => turnRuler(!isMeasuring()),
  });
  const isMeasuring = () => measure.getAttribute('aria-pressed') === 'true';
  const pixels = button(words.pixels, {
    title: words.pixelsTitle,
    onPress: () => picture?.showPixels(),
  });

  const greys = fetched<Greys>(
    async () => (await import('./greys.ts')).createGreys(panel, dataset, tone, toned),
    (tool) => {
      if (frame && picture) tool.opened(frame, picture);
    },
  );
  const ruler = fetched<Ruler>(
    async () =>
      (await import('./ruler.ts')).createRuler(
        Number(dataset.umPerPixel),
        dataset.atDetector !== undefined,
      ),
    (tool) => {
      if (frame && picture) tool.opened(frame, picture);
    },
  );
  // Shades that the address asks for are shown with the picture, panel or not.
  if (tone) greys.use(() => {});

  function showGreys(open: boolean): void {
    panel.hidden = !open;
    openGreys.setAttribute('aria-expanded', String(open));
  }
  const showRuler = (out: boolean) => measure.setAttribute('aria-pressed', String(out));

  /** Opens the panel of the greys or closes it; a drag over the picture is theirs or the ruler's. */
  function turnGreys(open: boolean): void {
    if (open && isMeasuring()) turnRuler(false);
    showGreys(open);
    greys.use(
      (tool) => tool.drags(!panel.hidden),
      () => showGreys(false),
    );
  }

  /** Takes the ruler out or puts it away. */
  function turnRuler(out: boolean): void {
    if (out && !panel.hidden) turnGreys(false);
    showRuler(out);
    ruler.use(
      (tool) => tool.turn(isMeasuring()),
      () => showRuler(false),
    );
  }

  return {
    buttons: [openGreys, measure, pixels],
    panel,
    opened(opened, around) {
      [picture, frame] = [opened, around];
      greys.now()?.opened(around, opened);
      ruler.now()?.opened(around, opened);
    },
    moved: () => ruler.now()?.moved(),
  };
}

/** A tool that is built once, when it is first used; `built` sets it to what is there already. */
function fetched<Tool>(build: () => Promise<Tool>, built: (tool: Tool) => void) {
  let tool: Tool | undefined;
  let building: Promise<Tool> | undefined;
  return {
    now: () => tool,
    async use(then: (tool: Tool) => void, failed = () => {}): Promise<void> {
      building ??= build().then((made) => {
        tool = made;
        built(made);
        return made;
      });
      let ready: Tool;
      try {
        ready = await building;
      } catch {
        // Another press tries again.
        building = undefined;
        return failed();
      }
      then(ready);
    },
  };
}
