/** The features of the tissue at work: those of the field on the slide, marked, listed and explained. */
import type { Field } from '../../../microscopy/frame.ts';
import type { Feature, FeatureName } from '../../../microscopy/truth/feature.ts';
import { joinMicroscope, tellFeatures } from '../../shared-microscope.ts';
import type { Pane } from '../pane.ts';
import { boxShown, imagePointAt, screenPointOf, type Shown } from '../projection.ts';
import { shownIn } from '../shown.ts';
import { createCard, titleOf } from './card.ts';
import { featureAt, isArea, isCrowd, isWithin, type Kind, kindsOf, widestUm } from './kinds.ts';
import { createList } from './list.ts';
import { createMarks } from './marks.ts';
import { words } from './words.ts';

/** The features of a bench. */
export interface Tissue {
  /** A slide has come or gone, or another section is cut. */
  show(depthUm: number): void;
  moved(pane: Pane): void;
}

/** A field is read when the reader has rested on it for so long. */
const restMs = 500;
const tapPx = 6;
const reachPx = { mouse: 8, other: 18 };
/** What is smaller than this on the screen is gone up to, until it has this size. */
const leastPx = 30;

/** Starts to name the features of the slide among the panes; everything ends with the signal. */
export function createTissue(
  stage: HTMLElement,
  panes: () => readonly Pane[],
  signal: AbortSignal,
): Tissue {
  let fitted: { readonly pane: Pane; readonly end: AbortController } | undefined;
  let marks: ReturnType<typeof createMarks> | undefined;
  let depth = Number.NaN;
  let kinds: readonly Kind[] = [];
  /** The field that the kinds are of; undefined while nothing is known. */
  let known: Field | undefined;
  const wishes = new Map<FeatureName, boolean>();
  let chosen: Feature | undefined;
  let pointed: Feature | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let reading: AbortController | undefined;
  /** The field that the reader was brought to: nothing has to be read anew for it. */
  let brought: Field | undefined;

  const card = createCard(() => choose(undefined));
  const list = createList({
    mark(name, wanted) {
      wishes.set(name, wanted);
      if (chosen?.name === name) chosen = undefined;
      update();
    },
    next(name) {
      wishes.set(name, true);
      const { features } = kinds.find((kind) => kind.name === name) ?? { features: [] };
      const at = features.findIndex((each) => isSame(each, chosen)) + 1;
      const next = features[at % features.length];
      if (!next) return;
      choose(next);
      goTo(next);
      list.say(`${titleOf(next)}: ${(at % features.length) + 1} of ${features.length}.`);
    },
  });
  stage.after(list.element);
  joinMicroscope(signal);
  signal.addEventListener('abort', () => {
    clearTimeout(resting);
    leave();
    list.element.remove();
  });

  const isMarked = (kind: Kind) => wishes.get(kind.name) ?? !isCrowd(kind);
  const marked = () => kinds.filter(isMarked);

  function choose(feature: Feature | undefined): void {
    [chosen, pointed] = [feature, undefined];
    update();
  }

  function update(): void {
    list.show(kinds, isMarked);
    draw();
  }

  function draw(): void {
    const shown = fitted && shownIn(fitted.pane);
    if (!shown || !fitted || !marks) return;
    marks.draw(shown, { kinds: marked(), chosen });
    const feature = pointed ?? chosen;
    if (!feature) return void card.hide();
    card.show(feature, feature === chosen);
    const { umPerPixel } = fitted.pane.offer;
    const [x, y] = feature.at;
    const at = screenPointOf(shown, [x / umPerPixel, y / umPerPixel]);
    card.place(at, [shown.widthPx, shown.heightPx]);
  }

  /** The field of a pane, on the slide. */
  function fieldOf(pane: Pane, shown: Shown): Field {
    const { umPerPixel, widthPx, heightPx } = pane.offer;
    const { from, to } = boxShown(shown);
    return {
      left: Math.max(0, from[0]) * umPerPixel,
      top: Math.max(0, from[1]) * umPerPixel,
      right: Math.min(to[0], widthPx) * umPerPixel,
      bottom: Math.min(to[1], heightPx) * umPerPixel,
    };
  }

  /** Asks the microscope for the features of what is in the pane, if they are not known. */
  async function read(): Promise<void> {
    const shown = fitted && shownIn(fitted.pane);
    const slide = fitted?.pane.offer.slide;
    if (!shown || !fitted || !slide) return;
    const field = fieldOf(fitted.pane, shown);
    if (known && (isWithin(field, known) || (brought && isNear(field, brought)))) return;
    reading?.abort();
    reading = new AbortController();
    const either = AbortSignal.any([signal, reading.signal]);
    [kinds, known, pointed] = [[], undefined, undefined];
    if (chosen && !isWithin(chosen.reach, field)) chosen = undefined;
    update();
    if (field.right - field.left > widestUm) {
      return list.say(words.tooWide, words.closer, () => {
        const at = fitted?.pane.field();
        if (at && fitted)
          fitted.pane.show({ ...at, mmPerScreenPx: widestUm / 2000 / shown.widthPx });
      });
    }
    list.say(words.reading);
    try {
      const order = { ...slide.order, depthUm: depth };
      const features = await tellFeatures({ slide: order, field }, either);
      [kinds, known] = [kindsOf(features), field];
      list.say(kinds.length > 0 ? '' : words.none);
      update();
    } catch {
      if (!either.aborted) list.say(words.failed, words.retry, () => void read());
    }
  }

  function readSoon(): void {
    clearTimeout(resting);
    resting = setTimeout(() => void read(), restMs);
  }

  /** Brings the feature into the middle, close enough to be looked at. */
  function goTo(feature: Feature): void {
    const at = fitted?.pane.field();
    if (!fitted || !at) return;
    const { reach } = feature;
    const sizeMm = Math.max(reach.right - reach.left, reach.bottom - reach.top) / 1000;
    const mmPerScreenPx = isArea(feature.name)
      ? at.mmPerScreenPx
      : Math.min(at.mmPerScreenPx, sizeMm / leastPx);
    fitted.pane.show({
      xMm: feature.at[0] / 1000,
      yMm: feature.at[1] / 1000,
      mmPerScreenPx,
    });
    const shown = shownIn(fitted.pane);
    if (shown) brought = fieldOf(fitted.pane, shown);
    draw();
    stage.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  function leave(): void {
    fitted?.end.abort();
    reading?.abort();
    marks?.element.remove();
    card.element.remove();
    [fitted, marks, known, kinds, chosen] = [undefined, undefined, undefined, [], undefined];
  }

  /** Puts marks and card over the picture of a slide, and listens to its pointer. */
  function fit(pane: Pane): void {
    const live = pane.live();
    if (!live) return;
    const end = new AbortController();
    fitted = { pane, end };
    marks = createMarks(pane.offer.umPerPixel);
    live.frame.append(marks.element, card.element);
    const under = ({ clientX, clientY, pointerType, target }: PointerEvent) => {
      const shown = shownIn(pane);
      if (!shown || !live.picture.region.contains(target as Node)) return undefined;
      const { left, top } = live.frame.getBoundingClientRect();
      const { umPerPixel } = pane.offer;
      const [x, y] = imagePointAt(shown, [clientX - left, clientY - top]);
      const reach = pointerType === 'mouse' ? reachPx.mouse : reachPx.other;
      return featureAt(
        marked().flatMap(({ features }) => features),
        [x * umPerPixel, y * umPerPixel],
        reach * shown.imagePxPerScreenPx * umPerPixel,
      );
    };
    const options = { capture: true, signal: end.signal };
    let down: PointerEvent | undefined;
    live.frame.addEventListener(
      'pointermove',
      (event) => {
        const feature = event.buttons === 0 ? under(event) : undefined;
        if (feature === pointed) return;
        pointed = feature;
        draw();
      },
      options,
    );
    live.frame.addEventListener('pointerdown', (event) => (down = event), options);
    live.frame.addEventListener(
      'pointerup',
      (event) => {
        const far = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
        down = undefined;
        const feature = far !== undefined && far <= tapPx ? under(event) : undefined;
        if (feature) choose(feature);
      },
      options,
    );
    live.frame.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Escape') choose(undefined);
      },
      options,
    );
  }

  return {
    show(depthUm) {
      const pane = panes().find(({ offer, live }) => offer.kind === 'histology' && live());
      if (pane !== fitted?.pane || (fitted && !marks?.element.isConnected)) {
        leave();
        if (pane) fit(pane);
      }
      if (depthUm !== depth) [known, chosen, depth] = [undefined, undefined, depthUm];
      void read();
    },
    moved(pane) {
      if (pane !== fitted?.pane) return;
      draw();
      readSoon();
    },
  };
}

const isSame = (a: Feature, b: Feature | undefined): boolean =>
  a.name === b?.name && a.at[0] === b.at[0] && a.at[1] === b.at[1];

/** Whether two fields are one, but for what a picture rounds. */
function isNear(a: Field, b: Field): boolean {
  const slack = (b.right - b.left) / 100;
  return (['left', 'right', 'top', 'bottom'] as const).every(
    (side) => Math.abs(a[side] - b[side]) < slack,
  );
}
