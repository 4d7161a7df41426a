/** The marks over the picture of one pane. */
import { createLayer, type Ground, stroke, write } from '../layer.ts';
import { type ImagePoint, type Shown, screenPointOf } from '../projection.ts';
import { type Mark, middleOf, sizeOf } from './mark.ts';

/** What is drawn. */
export interface Drawn {
  readonly marks: readonly Mark[];
  /** The corners of the area that they take up; none where that means nothing. */
  readonly area: readonly ImagePoint[];
  /** The speck that is followed, and the one that is pointed at in any pane. */
  readonly chosen: number | null;
  readonly pointed: number | null;
}

/** The canvas of a pane. */
export interface Overlay {
  readonly element: HTMLCanvasElement;
  draw(shown: Shown, drawn: Drawn): void;
}

/** From this size on the screen a speck is outlined; a smaller one bears the sign of its mineral. */
const outlinedPx = 12;
const signPx = 5;
const ringPx = 13;

/** Builds the canvas. */
export function createOverlay(): Overlay {
  const { element, begin } = createLayer();
  const sheet = document.createElement('canvas');
  let drawing: Drawing | undefined;
  return {
    element,
    draw(frame, { marks, area, chosen, pointed }) {
      const ground = begin(frame);
      if (!ground) return;
      const { context, shown, density } = ground;
      outline(context, area, shown);
      if (!drawing || !serves(drawing, shown, marks, chosen, pointed))
        drawing = drawMarks(sheet, getComputedStyle(element), ground, marks, chosen, pointed);
      const [x, y] = screenPointOf(shown, drawing.centre);
      const whole = (px: number) => Math.round(px * density) / density;
      const [across, down] = drawing.sizePx;
      // A frame that is not laid out yet has an empty sheet, which cannot be drawn.
      if (sheet.width > 0 && sheet.height > 0)
        context.drawImage(sheet, whole(x - across / 2), whole(y - down / 2), across, down);
      for (const id of [pointed, chosen]) {
        if (id === null) continue;
        for (const mark of marks)
          if (mark.id === id) highlight(context, mark, shown, id === chosen);
      }
      context.setLineDash([]);
    },
  };
}

/** What is on the sheet: marks about a place at a scale, which is moved as the picture is. */
interface Drawing {
  readonly of: readonly [marks: readonly Mark[], chosen: number | null, pointed: number | null];
  readonly imagePxPerScreenPx: number;
  readonly centre: ImagePoint;
  readonly sizePx: readonly [across: number, down: number];
}

/** The sheet is larger than its frame by this. */
const sheetFrames = 1.5;

/** Whether the sheet still has all that a frame shows. */
function serves(
  { of, imagePxPerScreenPx, centre, sizePx: [across, down] }: Drawing,
  shown: Shown,
  ...wanted: Drawing['of']
): boolean {
  const [x, y] = screenPointOf(shown, centre);
  const { widthPx, heightPx } = shown;
  return (
    wanted.every((each, at) => each === of[at]) &&
    Math.abs(shown.imagePxPerScreenPx / imagePxPerScreenPx - 1) < 1e-6 &&
    2 * Math.abs(x - widthPx / 2) + widthPx <= across &&
    2 * Math.abs(y - heightPx / 2) + heightPx <= down
  );
}

/** Draws the marks in and around the frame onto the sheet. */
function drawMarks(
  sheet: HTMLCanvasElement,
  style: CSSStyleDeclaration,
  { shown, density }: Ground,
  ...of: Drawing['of']
): Drawing {
  const [marks, chosen, pointed] = of;
  const { field, imagePxPerScreenPx } = shown;
  const sizePx = [shown.widthPx * sheetFrames, shown.heightPx * sheetFrames] as const;
  const [widthPx, heightPx] = sizePx;
  const around: Shown = { field, imagePxPerScreenPx, widthPx, heightPx };
  const paths = new Map<string, Path2D>();
  for (const mark of marks) {
    if (mark.id === chosen || mark.id === pointed || !isInFrame(mark, around)) continue;
    const key = `${mark.mineral} ${mark.isSeen}`;
    const path = paths.get(key) ?? new Path2D();
    paths.set(key, path);
    trace(path, mark, around);
  }
  sheet.width = Math.round(widthPx * density);
  sheet.height = Math.round(heightPx * density);
  const context = sheet.getContext('2d');
  context?.scale(density, density);
  for (const [key, path] of paths) {
    const [mineral, isSeen] = key.split(' ');
    context?.setLineDash(isSeen === 'true' ? [] : [3, 3]);
    if (context) stroke(context, path, style.getPropertyValue(`--${mineral}`), 1.5);
  }
  return { of, imagePxPerScreenPx, centre: [field.centreXPx, field.centreYPx], sizePx };
}

function isInFrame({ box }: Mark, shown: Shown): boolean {
  const [left, top] = screenPointOf(shown, [box.left, box.top]);
  const [right, bottom] = screenPointOf(shown, [box.right, box.bottom]);
  const beyond = 2 * signPx;
  return (
    right > -beyond &&
    bottom > -beyond &&
    left < shown.widthPx + beyond &&
    top < shown.heightPx + beyond
  );
}

/** The area of the group, a little wider than the group itself. */
function outline(
  context: CanvasRenderingContext2D,
  area: readonly ImagePoint[],
  shown: Shown,
): void {
  if (area.length === 0) return;
  const path = new Path2D();
  for (const corner of area) path.lineTo(...screenPointOf(shown, corner));
  path.closePath();
  context.lineJoin = 'round';
  context.setLineDash([1, 5]);
  context.lineCap = 'round';
  stroke(context, path, '#fff', 1.5);
  context.lineCap = 'butt';
}

/** Adds the outline of a mark to a path, or the sign of its mineral: its shape stays what it is. */
function trace(path: Path2D, mark: Mark, shown: Shown): void {
  if (sizeOf(mark.box) / shown.imagePxPerScreenPx >= outlinedPx) {
    for (const outline of mark.outlinesPx) {
      for (let at = 0; at < outline.length; at += 2) {
        const [x, y] = screenPointOf(shown, [outline[at] as number, outline[at + 1] as number]);
        if (at === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      path.closePath();
    }
    return;
  }
  const [x, y] = screenPointOf(shown, middleOf(mark.box));
  if (mark.mineral === 'hydroxyapatite') {
    path.moveTo(x + signPx, y);
    path.arc(x, y, signPx, 0, 2 * Math.PI);
    return;
  }
  const corners = mark.mineral === 'calcium-oxalate' ? diamond : triangle;
  corners.forEach(([right, down], at) => {
    const corner = [x + right * signPx, y + down * signPx] as const;
    if (at === 0) path.moveTo(...corner);
    else path.lineTo(...corner);
  });
  path.closePath();
}

const diamond = [
  [0, -1.25],
  [1.25, 0],
  [0, 1.25],
  [-1.25, 0],
] as const;
const triangle = [
  [0, -1.2],
  [1.15, 0.85],
  [-1.15, 0.85],
] as const;

/** A ring, and of the speck that is followed its number: seen on dark films and on bright slides. */
function highlight(
  context: CanvasRenderingContext2D,
  mark: Mark,
  shown: Shown,
  isChosen: boolean,
): void {
  const [x, y] = screenPointOf(shown, middleOf(mark.box));
  const sizePx = sizeOf(mark.box) / shown.imagePxPerScreenPx;
  const radius = Math.max(ringPx, sizePx / 2 + 8);
  const path = new Path2D();
  trace(path, mark, shown);
  const ring = new Path2D();
  ring.arc(x, y, radius, 0, 2 * Math.PI);
  context.setLineDash(mark.isSeen ? [] : [3, 3]);
  stroke(context, path, '#fff', 1.5);
  context.setLineDash(mark.isSeen ? [] : [6, 4]);
  stroke(context, ring, '#fff', isChosen ? 2.5 : 1.5);
  if (isChosen) write(context, String(mark.id + 1), x + radius * 0.75 + 4, y - radius * 0.75 - 6);
}
