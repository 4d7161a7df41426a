/**
 * A sheet over the picture of a pane, for marks. It is larger than its frame and moves with the picture:
 * only where it no longer reaches is it drawn anew, so that thousands of marks cost a drag nothing.
 */
import type { Orientation } from '../orientation.ts';
import { screenPointOf, type ImagePoint, type Shown } from './projection.ts';

/** The sheet, and the way to draw on it. */
export interface Layer {
  readonly element: HTMLElement;
  /** Shows the marks where the picture stands; `paint` is called where `of`, or the place, asks for it. */
  show(frame: Shown, of: readonly unknown[], paint: (ground: Ground) => void): void;
}

/**
 * What is drawn on. Its unit is a CSS pixel where the type of the sheet has 14 of them, and as much
 * larger as that type is: on a stage marks have the size that its words have.
 */
export interface Ground {
  readonly context: CanvasRenderingContext2D;
  /** What the sheet shows, in these units. */
  readonly shown: Shown;
}

/** What is on the sheet: marks about a place at a scale. */
interface Drawn {
  readonly of: readonly unknown[];
  readonly imagePxPerScreenPx: number;
  readonly orientation: Orientation;
  readonly centre: ImagePoint;
  /** Of the frame that it was drawn for. */
  readonly widthPx: number;
  readonly heightPx: number;
}

const typePx = 14;
/** The sheet is larger than its frame by this. */
const frames = 1.5;

/** Builds the sheet, of which a pointer feels nothing. */
export function createLayer(): Layer {
  const element = document.createElement('div');
  element.className = 'trace-overlay';
  element.setAttribute('aria-hidden', 'true');
  const canvas = document.createElement('canvas');
  element.append(canvas);
  const context = canvas.getContext('2d') ?? undefined;
  let drawn: Drawn | undefined;
  let unit = 1;

  function draw(frame: Shown, of: readonly unknown[], paint: (ground: Ground) => void): Drawn {
    const { field, imagePxPerScreenPx, orientation, widthPx, heightPx } = frame;
    if (widthPx !== drawn?.widthPx || heightPx !== drawn.heightPx) {
      canvas.width = Math.round(widthPx * frames * devicePixelRatio);
      canvas.height = Math.round(heightPx * frames * devicePixelRatio);
      canvas.style.inlineSize = `${widthPx * frames}px`;
      canvas.style.blockSize = `${heightPx * frames}px`;
      // Asked only here: the type grows with the frame, and the page would be styled for every answer.
      unit = Number.parseFloat(getComputedStyle(element).fontSize) / typePx || 1;
    }
    const density = devicePixelRatio * unit;
    const shown: Shown = {
      field,
      imagePxPerScreenPx: imagePxPerScreenPx * unit,
      orientation,
      widthPx: (widthPx * frames) / unit,
      heightPx: (heightPx * frames) / unit,
    };
    context?.setTransform(density, 0, 0, density, 0, 0);
    context?.clearRect(0, 0, shown.widthPx, shown.heightPx);
    if (context) paint({ context, shown });
    const { centreXPx, centreYPx } = field;
    return {
      of,
      imagePxPerScreenPx,
      orientation,
      centre: [centreXPx, centreYPx],
      widthPx,
      heightPx,
    };
  }

  return {
    element,
    show(frame, of, paint) {
      if (!drawn || !serves(drawn, frame, of)) drawn = draw(frame, of, paint);
      const [x, y] = screenPointOf(frame, drawn.centre);
      const whole = (px: number) => Math.round(px * devicePixelRatio) / devicePixelRatio;
      const left = whole(x - (frame.widthPx * frames) / 2);
      const top = whole(y - (frame.heightPx * frames) / 2);
      canvas.style.transform = `translate(${left}px, ${top}px)`;
    },
  };
}

/** Whether the sheet still has all that a frame shows. */
function serves(drawn: Drawn, frame: Shown, of: readonly unknown[]): boolean {
  const [x, y] = screenPointOf(frame, drawn.centre);
  const { widthPx, heightPx, imagePxPerScreenPx, orientation } = frame;
  return (
    widthPx === drawn.widthPx &&
    heightPx === drawn.heightPx &&
    orientation === drawn.orientation &&
    of.length === drawn.of.length &&
    of.every((each, at) => each === drawn.of[at]) &&
    Math.abs(imagePxPerScreenPx / drawn.imagePxPerScreenPx - 1) < 1e-6 &&
    Math.abs(x / widthPx - 0.5) <= (frames - 1) / 2 &&
    Math.abs(y / heightPx - 0.5) <= (frames - 1) / 2
  );
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
