/** A viewer on which marks lie: those that a learner sets, and the calcifications once they are told. */
import type { ViewTrace } from '../../trace/trace.ts';
import {
  type ImagePoint,
  imagePointAt,
  type Shown,
  screenPointOf,
} from '../../viewer/bench/projection.ts';
import { shownBy } from '../../viewer/bench/shown.ts';
import { areaOf } from '../../viewer/bench/trace/area.ts';
import { type Mark, marksOf } from '../../viewer/bench/trace/mark.ts';
import { createOverlay } from '../../viewer/bench/trace/overlay.ts';
import type { AtlasViewer } from '../../viewer/element.ts';
import { asTaken } from '../../viewer/orientation.ts';
import type { Picture } from '../../viewer/picture.ts';
import type { Seat } from '../../viewer/seat.ts';

/** What may be done with the marks of a viewer. */
export interface MarkedViewer {
  /** Shows where the calcifications are, or hides it. */
  reveal(trace: ViewTrace | undefined): void;
  /** Shows the mark of the learner; none for null. */
  setMark(point: ImagePoint | null): void;
  /** The picture, once it is there. */
  picture(): Picture | undefined;
  /** What is laid over the picture, such as the regions to choose from. */
  lay(element: HTMLElement): void;
}

/** A press that moves farther than this is a drag, and one that lasts longer is a rest. */
const stillPx = 6;
const briefMs = 600;

/**
 * Takes a seat in `viewer`, which must not be in the page yet. `onPress` hears where the reader presses,
 * in pixels of the image.
 */
export function markedViewer(
  viewer: AtlasViewer,
  {
    image,
    onPress,
    onOpen,
  }: {
    image?: NonNullable<Seat['image']>;
    onPress?: (point: ImagePoint) => void;
    onOpen?: () => void;
  } = {},
): MarkedViewer {
  const overlay = createOverlay();
  overlay.element.hidden = true;
  const cross = document.createElement('span');
  cross.className = 'place-mark';
  cross.hidden = true;
  cross.setAttribute('aria-hidden', 'true');
  let marks: readonly Mark[] = [];
  let area: ReturnType<typeof areaOf> = [];
  let mark: ImagePoint | null = null;
  let live: { picture: Picture; frame: HTMLElement } | undefined;
  const waiting: HTMLElement[] = [];

  const shown = (): Shown | undefined => live && shownBy(live.picture, live.frame);

  function draw(): void {
    const now = shown();
    if (!now) return;
    cross.hidden = mark === null;
    if (mark) {
      const [left, top] = screenPointOf(now, mark);
      cross.style.left = `${left}px`;
      cross.style.top = `${top}px`;
    }
    if (!overlay.element.hidden) overlay.draw(now, { marks, area, chosen: null, pointed: null });
  }

  viewer.seat = {
    ...(image && { image }),
    isWhole: () => true,
    asked: () => undefined,
    orientation: () => asTaken,
    setting: () => ({}),
    opened(picture, frame) {
      live = { picture, frame };
      frame.append(overlay.element, cross, ...waiting);
      if (onPress)
        listenToPresses(frame, (at) => {
          const now = shown();
          if (now) onPress(imagePointAt(now, at));
        });
      draw();
      onOpen?.();
    },
    moved: draw,
    settled() {},
  };

  return {
    reveal(trace) {
      marks = trace ? marksOf(trace) : [];
      // In a section the group is taken apart: its area would mean nothing.
      area = trace?.depthUm === undefined ? areaOf(marks) : [];
      overlay.element.hidden = !trace;
      draw();
    },
    setMark(point) {
      mark = point;
      draw();
    },
    picture: () => live?.picture,
    lay(element) {
      if (live) live.frame.append(element);
      else waiting.push(element);
    },
  };
}

/** Calls back for short presses that stay where they are: what moves is a drag of the picture. */
function listenToPresses(
  frame: HTMLElement,
  onPress: (at: readonly [number, number]) => void,
): void {
  let down: { x: number; y: number; at: number } | undefined;
  frame.addEventListener(
    'pointerdown',
    ({ clientX: x, clientY: y, timeStamp: at, isPrimary, button }) => {
      down = isPrimary && button === 0 ? { x, y, at } : undefined;
    },
    true,
  );
  frame.addEventListener(
    'pointerup',
    ({ clientX, clientY, timeStamp, target }) => {
      if (!down || (target instanceof Element && target.closest('button'))) return;
      const { x, y, at } = down;
      down = undefined;
      if (Math.hypot(clientX - x, clientY - y) > stillPx || timeStamp - at > briefMs) return;
      const { left, top } = frame.getBoundingClientRect();
      onPress([clientX - left, clientY - top]);
    },
    true,
  );
}
