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

/** The marks of a pane. */
export interface Overlay {
  readonly element: HTMLElement;
  draw(shown: Shown, drawn: Drawn): void;
}

/** From this size on the screen a speck is outlined; a smaller one bears the sign of its mineral. */
const outlinedPx = 12;
const signPx = 5;
const ringPx = 13;

/** Builds the marks. */
export function createOverlay(): Overlay {
  const { element, show } = createLayer();
  return {
    element,
    draw(frame, drawn) {
      const { marks, area, chosen, pointed } = drawn;
      show(frame, [marks, area, chosen, pointed], (ground) =>
        paint(ground, getComputedStyle(element), drawn),
      );
    },
  };
}

/** Draws the area and all marks in and around the frame, and over them the one that is followed. */
function paint(
  { context, shown }: Ground,
  style: CSSStyleDeclaration,
  { marks, area, chosen, pointed }: Drawn,
): void {
  outline(context, area, shown);
  const paths = new Map<string, Path2D>();
  for (const mark of marks) {
    if (mark.id === chosen || mark.id === pointed || !isInFrame(mark, shown)) continue;
    const key = `${mark.mineral} ${mark.isSeen}`;
    const path = paths.get(key) ?? new Path2D();
    paths.set(key, path);
    trace(path, mark, shown);
  }
  for (const [key, path] of paths) {
    const [mineral, isSeen] = key.split(' ');
    context.setLineDash(isSeen === 'true' ? [] : [3, 3]);
    stroke(context, path, style.getPropertyValue(`--${mineral}`), 1.5);
  }
  for (const id of [pointed, chosen]) {
    if (id === null) continue;
    for (const mark of marks) if (mark.id === id) highlight(context, mark, shown, id === chosen);
  }
  context.setLineDash([]);
}

function isInFrame({ box }: Mark, shown: Shown): boolean {
  const [x, y] = screenPointOf(shown, middleOf(box));
  const beyond = 2 * signPx + sizeOf(box) / 2 / shown.imagePxPerScreenPx;
  return x > -beyond && y > -beyond && x < shown.widthPx + beyond && y < shown.heightPx + beyond;
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
