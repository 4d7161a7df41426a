import type { Pane } from './pane.ts';
import type { Shown } from './projection.ts';

/** What a pane shows now; undefined until its picture is there. */
export function shownIn(pane: Pane): Shown | undefined {
  const live = pane.live();
  return (
    live && {
      field: live.picture.field(),
      imagePxPerScreenPx: live.picture.imagePxPerScreenPx(),
      widthPx: live.frame.clientWidth,
      heightPx: live.frame.clientHeight,
    }
  );
}
