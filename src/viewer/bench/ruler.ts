/** A ruler over the picture: two ends, by pointer or by keys, and the distance between them. */
import { lengthText } from '../length.ts';
import type { Picture } from '../picture.ts';
import { type ImagePoint, imagePointAt, screenPointOf } from './projection.ts';
import { shownBy } from './shown.ts';

/** The ruler of a pane. */
export interface Ruler {
  opened(frame: HTMLElement, picture: Picture): void;
  /** Takes it out or puts it away, and what was measured with it. */
  turn(on: boolean): void;
  moved(): void;
}

const svgSpace = 'http://www.w3.org/2000/svg';
const how =
  'Drag from end to end, or move the picture with the arrow keys and press Enter for each end at the cross.';

/** Builds the ruler. `atDetector`: lengths hold at the detector and are shorter in the tissue. */
export function createRuler(umPerPixel: number, atDetector: boolean): Ruler {
  let picture: Picture | undefined;
  let frame: HTMLElement | undefined;
  let ends: readonly ImagePoint[] = [];
  const veil = document.createElement('div');
  veil.className = 'bench-veil bench-ruler';
  veil.hidden = true;
  const svg = document.createElementNS(svgSpace, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const [under, line, cross] = [0, 1, 2].map(() => document.createElementNS(svgSpace, 'path'));
  if (!under || !line || !cross) return { opened() {}, turn() {}, moved() {} };
  under.setAttribute('class', 'under');
  svg.append(under, line, cross);
  const readout = document.createElement('p');
  readout.setAttribute('role', 'status');
  veil.append(svg, readout);

  const place = (event: PointerEvent): ImagePoint => {
    const box = veil.getBoundingClientRect();
    return imagePointAt(geometry(), [event.clientX - box.left, event.clientY - box.top]);
  };
  function geometry() {
    if (!picture || !frame) throw new Error('There is nothing to measure yet.');
    return shownBy(picture, frame);
  }

  function show(): void {
    if (veil.hidden || !picture) return;
    const { widthPx, heightPx } = geometry();
    const [x, y] = [widthPx / 2, heightPx / 2];
    cross?.setAttribute('d', `M${x - 9} ${y}h18M${x} ${y - 9}v18`);
    const drawn = ends
      .map((end) => screenPointOf(geometry(), end))
      .map(([endX, endY], at) => `${at === 0 ? 'M' : 'L'}${endX} ${endY}`)
      .join('');
    for (const path of [under, line]) path?.setAttribute('d', drawn);
    const [a, b] = ends;
    const text = a && b ? distance(a, b) : a ? 'First end set.' : how;
    if (readout.textContent !== text) readout.textContent = text;
  }

  function distance(a: ImagePoint, b: ImagePoint): string {
    const lengthUm = Math.hypot(b[0] - a[0], b[1] - a[1]) * umPerPixel;
    const where = atDetector
      ? 'at the detector plane; the tissue lies nearer to the tube, so it is smaller there'
      : 'in the plane of the tissue';
    return `${lengthText(lengthUm)} ${where}`;
  }

  veil.addEventListener('pointerdown', (down) => {
    if (!picture) return;
    veil.setPointerCapture(down.pointerId);
    const start = place(down);
    const drag = new AbortController();
    const { signal } = drag;
    const onMove = (move: PointerEvent) => {
      ends = [start, place(move)];
      show();
    };
    veil.addEventListener('pointermove', onMove, { signal });
    for (const end of ['pointerup', 'pointercancel'] as const)
      veil.addEventListener(end, () => drag.abort(), { signal });
  });

  return {
    opened(opened, live) {
      [frame, picture] = [opened, live];
      frame.append(veil);
      live.region.addEventListener('keydown', (event) => {
        if (veil.hidden || event.key !== 'Enter') return;
        const { field } = geometry();
        const centre: ImagePoint = [field.centreXPx, field.centreYPx];
        ends = ends.length === 1 ? [...ends, centre] : [centre];
        show();
      });
    },
    turn(on) {
      veil.hidden = !on;
      if (!on) ends = [];
      show();
    },
    moved: show,
  };
}
