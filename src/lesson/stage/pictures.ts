/**
 * The pictures of a stage: the layer that is seen, and beside it, already drawn, those of the stops
 * before and after. The last layer is held until the next one is there in all its detail.
 */
import type { Spot } from '../message.ts';
import type { Picture, Stop } from '../stop.ts';
import { bringOver } from './glide.ts';
import { createLayer, type Layer } from './layer.ts';
import type { Views } from './views.ts';

/**
 * A stage waits this long for a picture that does not come, and then shows what there is. A slide that
 * nobody has prepared is rendered in some twenty seconds on a slow laptop, two of them on a projector with
 * four times the pixels in more than a minute.
 */
const patienceMs = 180_000;

export interface Pictures {
  /**
   * Brings the picture of a stop to the stage, or none. Resolves with whether it is there: false where
   * another stop was asked for meanwhile. `still`: without motion.
   */
  show(stop: Stop | undefined, still: boolean, ready: () => void): Promise<boolean>;
  /** Draws the pictures of stops that may come next, behind what is seen: the first of them first. */
  prepare(stops: readonly (Stop | undefined)[]): Promise<void>;
  /** What is seen. */
  now(): Layer | undefined;
  end(): void;
}

export function createPictures(
  host: HTMLElement,
  views: Views,
  moved: (spot: Spot) => void,
): Pictures {
  const layers = new Map<Picture, Promise<Layer | undefined>>();
  let shown: Layer | undefined;
  let turn = 0;
  let height = 0;
  let wanted: readonly (Picture | undefined)[] = [];

  function layerOf({ picture, asking }: Stop): Promise<Layer | undefined> {
    if (!picture) return Promise.resolve(undefined);
    const there = layers.get(picture);
    if (there) return there;
    const element = document.createElement('div');
    element.className = 'stage-layer';
    element.toggleAttribute('data-half', asking !== undefined);
    element.inert = true;
    const coming = views.templates(picture.views).then((templates) => {
      if (layers.get(picture) !== coming) return undefined;
      host.append(element);
      const layer: Layer = createLayer(element, picture, templates, {
        moved: (spot) => shown === layer && moved(spot),
      });
      return layer;
    });
    layers.set(picture, coming);
    coming.catch(() => layers.delete(picture));
    return coming;
  }

  async function drop(picture: Picture): Promise<void> {
    const layer = layers.get(picture);
    layers.delete(picture);
    (await layer?.catch(() => undefined))?.end();
  }

  /** Layers that are neither seen nor wanted are taken down. */
  function tidy(asked?: Picture): void {
    for (const picture of layers.keys())
      if (![shown?.picture, asked, ...wanted].includes(picture)) void drop(picture);
  }

  return {
    now: () => shown,
    async show(stop, still, ready) {
      const mine = ++turn;
      if (!stop?.picture) {
        hide(shown);
        shown = undefined;
        ready();
        return true;
      }
      if (shown?.picture === stop.picture) {
        ready();
        return true;
      }
      // Who leafs on does not wait for what was leafed over.
      tidy(stop.picture);
      const layer = await layerOf(stop).catch(() => undefined);
      if (mine !== turn) return false;
      if (layer) await sharp(layer, nextFrame, () => mine !== turn);
      if (mine !== turn) return false;
      const last = shown;
      shown = layer;
      ready();
      if (layer) {
        // Above the one that is held; an element that is moved in the page would begin anew.
        height += 1;
        layer.element.style.zIndex = String(height);
        layer.element.inert = false;
        if (last) last.element.inert = true;
        await bringOver(layer, last, still);
      }
      if (shown === layer) hide(last);
      return true;
    },
    async prepare(stops) {
      const mine = turn;
      wanted = stops.map((stop) => stop?.picture);
      tidy();
      for (const stop of stops) {
        const layer = stop && (await layerOf(stop).catch(() => undefined));
        if (layer) await sharp(layer, sometime, () => mine !== turn);
        if (mine !== turn) return;
      }
    },
    end() {
      turn += 1;
      for (const picture of layers.keys()) void drop(picture);
    },
  };
}

function hide(layer: Layer | undefined): void {
  if (!layer) return;
  delete layer.element.dataset.shown;
  layer.element.inert = true;
  // What is marked at one stop may be the answer of another.
  layer.rest();
}

const nextFrame = () => new Promise((next) => requestAnimationFrame(next));
const sometime = () => new Promise((next) => setTimeout(next, 100));

/** Waits until a layer is drawn in all its detail, has failed, or is wanted no more. */
async function sharp(
  layer: Layer,
  wait: () => Promise<unknown>,
  given: () => boolean,
): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!layer.isSharp() && !layer.hasFailed() && !given() && performance.now() < until)
    await wait();
}
