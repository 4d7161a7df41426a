import type { Picture } from '../picture.ts';
import type { Pane } from './pane.ts';
import type { Shown } from './projection.ts';

/** What a picture shows now in its frame. */
export function shownBy(picture: Picture, frame: HTMLElement): Shown {
  return {
    field: picture.field(),
    imagePxPerScreenPx: picture.imagePxPerScreenPx(),
    orientation: picture.orientation(),
    widthPx: frame.clientWidth,
    heightPx: frame.clientHeight,
  };
}

/** What a pane shows now; undefined until its picture is there. */
export function shownIn(pane: Pane): Shown | undefined {
  const live = pane.live();
  return live && shownBy(live.picture, live.frame);
}
