/** Stills of places for paper, taken from a bench that nobody sees. */
import type { Picture } from '../../viewer/picture.ts';
import { createLayer, type Layer } from '../stage/layer.ts';
import { createViews } from '../stage/views.ts';
import type { ViewName } from '../stop.ts';

/** A slide is rendered in some twenty seconds on a slow laptop. */
const patienceMs = 60_000;

/** Takes all stills of a hand-out that show less than a whole view, one after the other. */
export async function takeStills(
  host: HTMLElement,
  cases: string,
  signal: AbortSignal,
): Promise<void> {
  const views = createViews(host, cases, signal);
  for (const group of host.querySelectorAll<HTMLElement>('[data-query]')) {
    const { query = '' } = group.dataset;
    if (!new URLSearchParams(query).has('look')) continue;
    const figures = [...group.querySelectorAll<HTMLElement>('[data-still]')];
    const names = figures.map(({ dataset }) => dataset.still as ViewName);
    const element = document.createElement('div');
    element.className = 'handout-layer stage';
    element.inert = true;
    element.style.setProperty('--screen-px', String(devicePixelRatio));
    const isBeside = names.length > 1 && new URLSearchParams(query).get('layout') !== 'curtain';
    element.toggleAttribute('data-beside', isBeside);
    host.append(element);
    const layer = createLayer(element, { views: names, query }, await views.templates(names), {
      moved() {},
    });
    const isThere = await sharp(layer, signal);
    if (isThere) for (const [at, name] of names.entries()) put(figures[at], layer, name);
    layer.end();
    if (signal.aborted) return;
  }
  host.dataset.taken = '';
}

async function sharp(layer: Layer, signal: AbortSignal): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (!layer.isSharp() && !layer.hasFailed() && !signal.aborted && performance.now() < until)
    await new Promise((next) => setTimeout(next, 50));
  // What is loaded is drawn with the next frame.
  await new Promise((next) => setTimeout(next, 100));
  return layer.isSharp();
}

/** Replaces the still of a figure by what a pane of the layer shows, with a scale of its own. */
function put(figure: HTMLElement | undefined, layer: Layer, name: ViewName): void {
  const live = layer.live().find(({ view }) => name === view || name.endsWith(`.${view}`));
  const canvas = live?.frame.querySelector('canvas');
  const image = figure?.querySelector('img');
  if (!figure || !live || !canvas || !image) return;
  const drawn = cropped(canvas, live.picture);
  if (!drawn) return;
  // It is there already, so that a printer need not wait until somebody has scrolled to it.
  image.loading = 'eager';
  image.src = drawn.toDataURL('image/png');
  image.width = drawn.width;
  image.height = drawn.height;
  const scale = figure.querySelector('.viewer-still-scale');
  if (scale) rescale(scale, drawn, live.frame, canvas.width / live.frame.clientWidth);
}

/** The part of a drawing that the image fills, without the empty room beside it. */
function cropped(canvas: HTMLCanvasElement, picture: Picture): HTMLCanvasElement | undefined {
  const { centreXPx, centreYPx, widthPx, heightPx } = picture.field();
  const perPx = canvas.width / widthPx;
  const spanOf = (centre: number, wide: number, whole: number) => {
    const from = Math.max(0, centre - wide / 2);
    const to = Math.min(whole, centre + wide / 2);
    return [
      Math.round((from - centre + wide / 2) * perPx),
      Math.round((to - from) * perPx),
    ] as const;
  };
  const [left, width] = spanOf(centreXPx, widthPx, picture.image.widthPx);
  const [top, height] = spanOf(centreYPx, heightPx, picture.image.heightPx);
  const part = document.createElement('canvas');
  Object.assign(part, { width, height });
  part.getContext('2d')?.drawImage(canvas, left, top, width, height, 0, 0, width, height);
  return width > 0 && height > 0 ? part : undefined;
}

/** Draws the scale of the still anew, as the viewer has it. */
function rescale(
  svg: Element,
  drawn: HTMLCanvasElement,
  frame: HTMLElement,
  perScreenPx: number,
): void {
  const shown = frame.querySelector<HTMLElement>('.viewer-scale');
  const bar = shown?.querySelector<HTMLElement>('.viewer-scale-bar');
  if (!shown || !bar) return;
  const { width: widthPx, height: heightPx } = drawn;
  const barPx = bar.getBoundingClientRect().width * perScreenPx;
  const label = shown.textContent?.trim() ?? '';
  const unit = Math.max(widthPx, heightPx) / 100;
  const [left, foot] = [2 * unit, heightPx - 2 * unit];
  svg.setAttribute('viewBox', `0 0 ${widthPx} ${heightPx}`);
  svg.setAttribute('aria-label', `Scale: ${label}`);
  const [under, over] = svg.querySelectorAll('path');
  for (const [path, width] of [
    [under, unit],
    [over, 0.45 * unit],
  ] as const) {
    path?.setAttribute('d', `M${left} ${foot - unit}v${unit}h${barPx}v${-unit}`);
    path?.setAttribute('stroke-width', String(width));
  }
  over?.removeAttribute('data-length-um');
  const text = svg.querySelector('text');
  if (!text) return;
  text.textContent = label;
  for (const [name, value] of Object.entries({
    x: left,
    y: foot - 1.8 * unit,
    'font-size': 3.6 * unit,
    'stroke-width': 0.7 * unit,
  }))
    text.setAttribute(name, String(value));
}
