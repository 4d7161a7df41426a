/**
 * A layer of the stage: one bench with the views of one stop. Several lie on each other, so that the
 * next stop is drawn while the last one is still seen.
 */
import { setUpBench } from '../../viewer/bench/bench.ts';
import '../../viewer/element.ts';
import type { AtlasViewer } from '../../viewer/element.ts';
import type { Picture } from '../../viewer/picture.ts';
import { isSharp } from '../../viewer/sharpness.ts';
import type { Pointed, Spot } from '../message.ts';
import type { Zoom } from '../keys.ts';
import type { Picture as StopPicture } from '../stop.ts';
import { ownAddress } from './own-address.ts';

/** What a layer tells whoever holds it. */
export interface LayerListener {
  /** A view has moved, by whomever. */
  moved(spot: Spot): void;
}

/** One view of a layer that is live. */
interface Live {
  readonly view: string;
  readonly mmPerPx: number;
  readonly picture: Picture;
  readonly frame: HTMLElement;
}

export interface Layer {
  readonly element: HTMLElement;
  readonly picture: StopPicture;
  /** Whether every view is there in all its detail. */
  isSharp(): boolean;
  /** Whether a view will not come. */
  hasFailed(): boolean;
  live(): readonly Live[];
  /** Marks the calcifications, or not, where the views stand. */
  mark(on: boolean): void;
  /** Draws the curtain, if there is one; `percent` of the view behind it is covered. */
  curtain(percent: number): void;
  /** Back to where the stop began. */
  home(): void;
  /** As it was before anybody looked: at its place, and without marks. */
  rest(): void;
  zoom(zoom: Zoom): void;
  act(action: 'zoom-in' | 'zoom-out' | 'whole'): void;
  go(spot: Spot): void;
  /** The point of a view under a point of the screen, and the way back. */
  pointAt(clientX: number, clientY: number): Pointed;
  screenOf(point: NonNullable<Pointed>): { x: number; y: number } | undefined;
  end(): void;
}

/** Sets up the bench of a stop in `element`, which must be in the page; `templates` are its views. */
export function createLayer(
  element: HTMLElement,
  picture: StopPicture,
  templates: readonly HTMLTemplateElement[],
  listener: LayerListener,
): Layer {
  const end = new AbortController();
  const bench = document.createElement('div');
  bench.className = 'bench';
  const panes = document.createElement('div');
  panes.className = 'bench-panes';
  const work = document.createElement('div');
  work.className = 'bench-work';
  work.append(panes);
  bench.append(work, ...templates);
  element.append(bench);
  const address = ownAddress(picture.query);
  setUpBench(bench, end.signal, address);

  const lives = new Map<string, Live>();
  const expected = panes.querySelectorAll<AtlasViewer>('atlas-viewer');
  for (const viewer of expected) listenTo(viewer);

  /** The seat that the bench has given is kept, and told of here too. */
  function listenTo(viewer: AtlasViewer): void {
    const { seat } = viewer;
    const { view = '', umPerPixel } = viewer.dataset;
    const mmPerPx = Number(umPerPixel) > 0 ? Number(umPerPixel) / 1000 : 1;
    if (!seat) return;
    viewer.seat = {
      ...seat,
      opened(picture, frame) {
        lives.set(view, { view, mmPerPx, picture, frame });
        // On a stage there is no page to scroll.
        picture.scrollsPage(false);
        seat.opened(picture, frame);
      },
      moved() {
        seat.moved();
        const live = lives.get(view);
        if (live) listener.moved(spotOf(live));
      },
    };
  }

  const all = () => [...expected].flatMap(({ dataset }) => lives.get(dataset.view ?? '') ?? []);
  const home = () => {
    const marked = new URLSearchParams(address.query()).get('findings') === 'on';
    address.go(marked ? (picture.marked ?? picture.query) : picture.query);
  };

  return {
    element,
    picture,
    live: all,
    isSharp: () => lives.size === expected.length && all().every((live) => isSharp(live.picture)),
    hasFailed: () => element.querySelector('.viewer-status[data-state="failed"]') !== null,
    home,
    rest: () => address.go(picture.query),
    mark(on) {
      const asked = new URLSearchParams(address.query());
      const marked = new URLSearchParams(picture.marked ?? '');
      for (const name of ['findings', 'speck']) {
        const value = marked.get(name);
        if (on && value !== null) asked.set(name, value);
        else asked.delete(name);
      }
      const next = `?${asked}`;
      if (new URL(next, 'http://bench/').search !== address.query()) address.go(next);
    },
    curtain(percent) {
      panes.style.setProperty('--curtain', `${percent}%`);
    },
    zoom(zoom) {
      if (zoom === 'place') return home();
      for (const { picture } of all()) {
        if (zoom === 'whole') picture.showWhole();
        else if (zoom === 'pixels') picture.showPixels();
        else picture.show({ ...picture.field(), widthPx: picture.field().widthPx / 2 });
        if (all().length > 1) break;
      }
    },
    act(action) {
      all()[0]?.picture.act(action);
    },
    go({ view, xMm, yMm, widthMm }) {
      const live = lives.get(view);
      if (!live) return;
      const { picture, mmPerPx } = live;
      picture.show({
        centreXPx: xMm / mmPerPx,
        centreYPx: yMm / mmPerPx,
        widthPx: widthMm / mmPerPx,
      });
    },
    pointAt(clientX, clientY) {
      for (const live of all()) {
        const { left, top, right, bottom } = live.frame.getBoundingClientRect();
        if (clientX < left || clientX > right || clientY < top || clientY > bottom) continue;
        const { xPx, yPx, perPx } = cornerOf(live);
        const { view, mmPerPx } = live;
        const x = (xPx + (clientX - left) * perPx) * mmPerPx;
        return { view, xMm: x, yMm: (yPx + (clientY - top) * perPx) * mmPerPx };
      }
      return null;
    },
    screenOf({ view, xMm, yMm }) {
      const live = lives.get(view);
      if (!live) return undefined;
      const { left, top } = live.frame.getBoundingClientRect();
      const { xPx, yPx, perPx } = cornerOf(live);
      const { mmPerPx } = live;
      return { x: left + (xMm / mmPerPx - xPx) / perPx, y: top + (yMm / mmPerPx - yPx) / perPx };
    },
    end() {
      end.abort();
      element.remove();
    },
  };
}

/** Where a view stands now. */
export function spotOf({ view, mmPerPx, picture }: Live): Spot {
  const { centreXPx, centreYPx, widthPx } = picture.field();
  return { view, xMm: centreXPx * mmPerPx, yMm: centreYPx * mmPerPx, widthMm: widthPx * mmPerPx };
}

/** The image pixel in the upper left corner of the frame, and how many lie under one of the screen. */
function cornerOf({ picture }: Live): { xPx: number; yPx: number; perPx: number } {
  const { centreXPx, centreYPx, widthPx, heightPx } = picture.field();
  return {
    xPx: centreXPx - widthPx / 2,
    yPx: centreYPx - heightPx / 2,
    perPx: picture.imagePxPerScreenPx(),
  };
}
