/** A canvas over the picture of a pane, for marks: thousands of them cost a frame nothing. */
import type { Shown } from './projection.ts';

/** The canvas, and the way to draw on it. */
export interface Layer {
  readonly element: HTMLCanvasElement;
  /** Wipes it and fits it to the frame; undefined where the browser has no canvas. */
  begin(shown: Shown): Ground | undefined;
}

/**
 * What is drawn on. Its unit is a CSS pixel where the type of the canvas has 14 of them, and as much
 * larger as that type is: on a stage marks have the size that its words have.
 */
export interface Ground {
  readonly context: CanvasRenderingContext2D;
  /** What the frame shows, in these units. */
  readonly shown: Shown;
  /** Pixels of the canvas for each of them. */
  readonly density: number;
}

const typePx = 14;

/** Builds the canvas, of which a pointer feels nothing. */
export function createLayer(): Layer {
  const element = document.createElement('canvas');
  element.className = 'trace-overlay';
  element.setAttribute('aria-hidden', 'true');
  const context = element.getContext('2d') ?? undefined;
  return {
    element,
    begin({ field, imagePxPerScreenPx, widthPx, heightPx }) {
      const unit = Number.parseFloat(getComputedStyle(element).fontSize) / typePx || 1;
      const density = devicePixelRatio * unit;
      const [width, height] = [widthPx, heightPx].map((px) => Math.round(px * devicePixelRatio));
      if (element.width !== width) element.width = width ?? 0;
      if (element.height !== height) element.height = height ?? 0;
      const shown: Shown = {
        field,
        imagePxPerScreenPx: imagePxPerScreenPx * unit,
        widthPx: widthPx / unit,
        heightPx: heightPx / unit,
      };
      context?.setTransform(density, 0, 0, density, 0, 0);
      context?.clearRect(0, 0, shown.widthPx, shown.heightPx);
      return context && { context, shown, density };
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
  context.font = `600 ${typePx}px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'middle';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = '#000';
  context.fillStyle = colour;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
}
