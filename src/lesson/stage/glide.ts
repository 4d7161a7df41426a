/**
 * The way from one layer to the next. Where both show one view the eye is led from the one field to the
 * other, else the next is faded in over the last. The last layer stays below until the next lies over
 * it: the stage is never empty.
 */
import type { Layer } from './layer.ts';

/** All is in its place after this, so that a glide costs no more time than a room needs to look up. */
const glideMs = 220;
const fadeMs = 120;
/** Beyond this the two fields have too little in common for the eye to follow. */
const mostTimes = 16;

/** Brings `next` over `last`; `still` means without motion. */
export async function bringOver(
  next: Layer,
  last: Layer | undefined,
  still: boolean,
): Promise<void> {
  next.element.dataset.shown = '';
  if (still || !last) return;
  const options: KeyframeAnimationOptions = {
    duration: glideMs,
    easing: 'cubic-bezier(0.2, 0.8, 0.3, 1)',
  };
  const moves = next.live().flatMap((live) => {
    const from = last.live().find(({ view }) => view === live.view);
    if (!from || last.picture.views[0] !== next.picture.views[0]) return [];
    const [a, b] = [boxOf(from), boxOf(live)];
    const times = a.widthMm / b.widthMm;
    if (times > mostTimes || times < 1 / mostTimes) return [];
    // Where the next field lies on the last one's frame, and the last one's on the next's.
    return [
      [from.picture.region, 'none', matrixOf(b, a)],
      [live.picture.region, matrixOf(a, b), 'none'],
    ] as const;
  });
  const animations = moves.map(([region, from, to]) => {
    region.style.transformOrigin = '0 0';
    return region.animate({ transform: [from, to] }, options);
  });
  animations.push(next.element.animate({ opacity: [0, 1] }, { duration: fadeMs }));
  await Promise.allSettled(animations.map(({ finished }) => finished));
}

interface Box {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  /** Of the frame, on the screen. */
  readonly widthPx: number;
}

function boxOf({ picture, mmPerPx, frame }: ReturnType<Layer['live']>[number]): Box {
  const { centreXPx, centreYPx, widthPx, heightPx } = picture.field();
  return {
    leftMm: (centreXPx - widthPx / 2) * mmPerPx,
    topMm: (centreYPx - heightPx / 2) * mmPerPx,
    widthMm: widthPx * mmPerPx,
    widthPx: frame.clientWidth,
  };
}

/** Moves a frame that shows the field `own` so that it lies as it would on one that shows `on`. */
function matrixOf(on: Box, own: Box): string {
  const pxPerMm = on.widthPx / on.widthMm;
  const scale = (own.widthMm * pxPerMm) / own.widthPx;
  const x = (own.leftMm - on.leftMm) * pxPerMm;
  const y = (own.topMm - on.topMm) * pxPerMm;
  return `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})`;
}
