/** A canvas over the picture of a pane, for marks: thousands of them cost a frame nothing. */
import type { Shown } from './projection.ts';

/** The canvas, and the way to draw on it. */
export interface Layer {
  readonly element: HTMLCanvasElement;
  /** Wipes it and fits it to the frame; undefined where the browser has no canvas. */
  begin(shown: Shown): CanvasRenderingContext2D | undefined;
}

/** Builds the canvas, of which a pointer feels nothing. */
export function createLayer(): Layer {
  const element = document.createElement('canvas');
  element.className = 'trace-overlay';
  element.setAttribute('aria-hidden', 'true');
  const context = element.getContext('2d') ?? undefined;
  return {
    element,
    begin(shown) {
      const density = devicePixelRatio;
      const [width, height] = [shown.widthPx, shown.heightPx].map((px) => Math.round(px * density));
      if (element.width !== width) element.width = width ?? 0;
      if (element.height !== height) element.height = height ?? 0;
      context?.setTransform(density, 0, 0, density, 0, 0);
      context?.clearRect(0, 0, shown.widthPx, shown.heightPx);
      return context;
    },
  };
}

/** A line with a dark edge, so that it is seen on anything. */
export function stroke(
  context: CanvasRenderingContext2D,
  path: Path2D,
  colour: string,
  widthPx: number,
): void {
  context.lineWidth = widthPx + 2;
  context.strokeStyle = 'rgb(0 0 0 / 70%)';
  context.stroke(path);
  context.lineWidth = widthPx;
  context.strokeStyle = colour;
  context.stroke(path);
}

/** Words with a dark edge, to the right of a place. */
export function write(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  colour = '#fff',
): void {
  context.setLineDash([]);
  context.font = `600 14px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = '#000';
  context.fillStyle = colour;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
