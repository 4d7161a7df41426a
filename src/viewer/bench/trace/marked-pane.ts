/** A pane with the findings over its picture: the marks, the note above it, and a pointer that finds specks. */
import type { Pane } from '../pane.ts';
import { imagePointAt, screenPointOf } from '../projection.ts';
import { shownIn } from '../shown.ts';
import type { Account } from './accounts.ts';
import type { Fate } from './fate.ts';
import { type Mark, markAt, middleOf } from './mark.ts';
import { createNote } from './note.ts';
import { createOverlay } from './overlay.ts';

/** What a pane asks of the findings. */
export interface PaneListener {
  marks(): readonly Mark[];
  choose(speck: number): void;
  point(speck: number | null): void;
  /** The reader wants to see the speck that is followed. */
  gather(): void;
}

/** What a pane shows. */
export interface PaneFindings {
  /** What its view tells; undefined until it has come. */
  readonly account: Account | undefined;
  /** The speck that is followed, what became of it here, and the one that is pointed at in any pane. */
  readonly chosen: number | null;
  readonly fate: Fate | undefined;
  readonly pointed: number | null;
}

/** A pane with findings. */
export interface MarkedPane {
  draw(findings: PaneFindings): void;
  remove(): void;
}

/** Presses that move farther than this are drags. */
const tapPx = 6;
const reachPx = { mouse: 8, other: 18 };

/** Puts marks and note over the picture of a pane; undefined where no picture has come yet. */
export function markPane(
  pane: Pane,
  listener: PaneListener,
  signal: AbortSignal,
): MarkedPane | undefined {
  const live = pane.live();
  if (!live) return undefined;
  const overlay = createOverlay();
  const note = createNote(pane.offer.title, () => listener.gather());
  live.frame.append(overlay.element);
  pane.head.after(note.element);

  function under(event: PointerEvent): number | null {
    const shown = shownIn(pane);
    if (!live || !shown || !live.picture.region.contains(event.target as Node)) return null;
    const { left, top } = live.frame.getBoundingClientRect();
    const place = imagePointAt(shown, [event.clientX - left, event.clientY - top]);
    const reach = event.pointerType === 'mouse' ? reachPx.mouse : reachPx.other;
    return markAt(listener.marks(), place, reach * shown.imagePxPerScreenPx)?.id ?? null;
  }

  let down: PointerEvent | undefined;
  const options = { capture: true, signal };
  live.frame.addEventListener(
    'pointermove',
    (event) => {
      // While the picture is dragged the same lies under the pointer.
      if (event.buttons !== 0) return;
      const speck = under(event);
      live.picture.region.style.cursor = speck === null ? '' : 'pointer';
      listener.point(speck);
    },
    options,
  );
  live.frame.addEventListener('pointerleave', () => listener.point(null), options);
  live.frame.addEventListener('pointerdown', (event) => (down = event), options);
  live.frame.addEventListener(
    'pointerup',
    (event) => {
      const far = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
      const speck = far !== undefined && far <= tapPx ? under(event) : null;
      down = undefined;
      if (speck !== null) listener.choose(speck);
    },
    options,
  );

  return {
    draw({ account, chosen, fate, pointed }) {
      const shown = shownIn(pane);
      if (!shown) return;
      const { marks = [], area = [] } = account ?? {};
      overlay.draw(shown, { marks, area, chosen, pointed });
      const own = marks.filter(({ id }) => id === chosen);
      const inFrame = own.some(({ box }) => {
        const [x, y] = screenPointOf(shown, middleOf(box));
        return x >= 0 && y >= 0 && x <= shown.widthPx && y <= shown.heightPx;
      });
      note.show(chosen, fate, own.length > 0 && !inFrame);
    },
    remove() {
      overlay.element.remove();
      note.element.remove();
    },
  };
}
