/** One pane of a bench: a viewer under its name and tools. */
import type { AtlasViewer } from '../element.ts';
import { fieldFromLook, type Look, lookFromField } from '../look.ts';
import { isAsTaken, liesOnItsSide, type Orientation } from '../orientation.ts';
import type { Picture } from '../picture.ts';
import type { SlideSetting } from '../settings.ts';
import { button } from './button.ts';
import { type FieldMm, fieldMmOf, fieldPxOf } from './link.ts';
import type { Tone } from './state.ts';
import type { Offer } from './templates.ts';
import { createLookingTools } from './tools.ts';
import { createTurning } from './turning.ts';
import { words } from './words.ts';

/** What a pane tells its bench. */
export interface PaneListener {
  asked(): {
    look: Look | undefined;
    tone: Tone | undefined;
    orientation: Orientation;
    setting: SlideSetting;
  };
  /** The picture is there. */
  opened(): void;
  /** The reader has turned to this pane. */
  touched(): void;
  moved(): void;
  settled(): void;
  toned(tone: Tone): void;
  turned(orientation: Orientation): void;
  close(): void;
}

/** A pane in the page. It ends when its element is taken out. */
export interface Pane {
  readonly element: HTMLElement;
  /** Name and tools. */
  readonly head: HTMLElement;
  readonly offer: Offer;
  /** Once the picture is there. */
  live(): { readonly picture: Picture; readonly frame: HTMLElement } | undefined;
  /** Where the pane stands; undefined until the picture is there. */
  field(): FieldMm | undefined;
  look(): Look | undefined;
  /** Shows a field, once there is a picture. False where that is hidden: the scale is one of the screen. */
  show(field: FieldMm): boolean;
  /** Goes to the place that a link names; without one shows all. */
  place(look: Look | undefined): void;
  /** Lays the picture otherwise, and says so. */
  orient(orientation: Orientation): void;
  /** Sets a slide otherwise. */
  set(setting: SlideSetting): void;
}

/** Builds a pane; nothing is loaded before its element enters the page. */
export function createPane(offer: Offer, listener: PaneListener): Pane {
  let live: ReturnType<Pane['live']>;
  const element = document.createElement('div');
  // A group and no region: the landmarks of the page are what it says of each view.
  element.setAttribute('role', 'group');
  element.className = 'bench-pane';
  element.dataset.view = offer.id;
  element.setAttribute('aria-label', offer.title);
  const head = document.createElement('header');
  const name = document.createElement('h2');
  name.textContent = offer.short;
  name.title = offer.title;
  const close = button(words.close(offer.title), { icon: 'close', onPress: listener.close });
  close.classList.add('bench-close');

  const content = offer.copy();
  const viewer = content.querySelector<AtlasViewer>('atlas-viewer');
  if (!viewer) throw new Error(`The view ${offer.id} has no viewer.`);
  const tools = createLookingTools(viewer, listener.asked().tone, listener.toned);
  const turning = createTurning(offer.side !== undefined, listener.turned);
  const lie = (orientation: Orientation) => {
    turning.show(orientation);
    viewer.toggleAttribute('data-mirrored', orientation.mirrored);
    viewer.dataset.turn = String(orientation.turnDeg);
  };
  lie(listener.asked().orientation);
  viewer.seat = {
    isWhole() {
      const { look, tone, orientation, setting } = listener.asked();
      const isLaid = look || tone || !isAsTaken(orientation);
      return !isLaid && setting.depthUm === undefined && !setting.stageDeg;
    },
    asked: () => listener.asked().look,
    orientation: () => listener.asked().orientation,
    setting: () => listener.asked().setting,
    opened(picture, frame) {
      live = { picture, frame };
      tools.opened(picture, frame);
      listener.opened();
    },
    moved() {
      tools.moved();
      listener.moved();
    },
    settled: listener.settled,
  };
  head.append(name, ...tools.buttons, turning.button, close);
  element.append(head, tools.panel, turning.panel, turning.notice, content);
  for (const event of ['pointerdown', 'wheel', 'keydown', 'focusin'] as const)
    element.addEventListener(event, listener.touched, { capture: true, passive: true });

  return {
    element,
    head,
    offer,
    live: () => live,
    field: () =>
      live && fieldMmOf(live.picture.field(), live.picture.imagePxPerScreenPx(), offer.umPerPixel),
    look: () => live && lookFromField(offer.id, live.picture.field(), offer.umPerPixel),
    place(look) {
      const field = look && fieldFromLook(look, offer.umPerPixel);
      if (field) live?.picture.show(field);
      else live?.picture.showWhole();
    },
    orient(orientation) {
      lie(orientation);
      live?.picture.orient(orientation);
    },
    set(setting) {
      live?.picture.set(setting);
    },
    show(field) {
      if (!live) return true;
      // Without a width the field would be taken for an endlessly deep one.
      const { clientWidth, clientHeight } = live.frame;
      const acrossPx = liesOnItsSide(live.picture.orientation()) ? clientHeight : clientWidth;
      if (acrossPx > 0) live.picture.show(fieldPxOf(field, offer.umPerPixel, acrossPx));
      return acrossPx > 0;
    },
  };
}
