/** What happens to a picture, told in the viewer's own terms. */
import type OpenSeadragon from 'openseadragon';

/** Hears what happens to a picture. */
export interface PictureListener {
  /** It can be asked and moved from now on. */
  open(): void;
  /** The field has changed, by movement or by a new size of the frame. */
  move(): void;
  /** A movement that the reader began has come to rest. */
  settle(): void;
  /** A tile has come, or has failed for good; so many of the asked-for tiles are missing now. */
  tile(came: boolean, missing: number): void;
  /** So many tiles in view are being rendered. */
  rendering(tiles: number): void;
  /** A gesture was left to the page. */
  refuse(gesture: 'drag' | 'scroll'): void;
}

/** Passes the events of `viewer` on. Returns what asks again for the tiles that failed. */
export function listenTo(viewer: OpenSeadragon.Viewer, listener: PictureListener): () => void {
  let byReader = false;
  // What the page itself asks for happens "immediately"; so does a pinch, which is the reader's.
  const note = ({ immediately }: { immediately?: boolean }) => {
    byReader ||= !immediately;
  };
  viewer.addHandler('pan', note);
  viewer.addHandler('zoom', note);
  viewer.addHandler('canvas-pinch', () => {
    byReader = true;
  });
  viewer.addHandler('open', listener.open);
  viewer.addHandler('viewport-change', listener.move);
  viewer.addHandler('after-resize', listener.move);
  viewer.addHandler('animation-finish', () => {
    if (byReader) listener.settle();
    byReader = false;
  });
  viewer.addHandler('canvas-cooperative-gesture', (event) => {
    // Instead of OpenSeadragon's veil over the whole picture.
    event.preventDefaultAction = true;
    listener.refuse(event.gesture);
  });

  const failed = new Set<OpenSeadragon.Tile>();
  viewer.addHandler('tile-loaded', ({ tile }) => {
    failed.delete(tile);
    listener.tile(true, failed.size);
  });
  viewer.addHandler('tile-load-failed', ({ tile }) => {
    failed.add(tile);
    listener.tile(false, failed.size);
  });
  return () => {
    for (const tile of failed) tile.exists = true;
    failed.clear();
    // The public call that makes OpenSeadragon look again for missing tiles without dropping any.
    for (let n = 0; n < viewer.world.getItemCount(); n++) viewer.world.getItemAt(n)?.setClip(null);
  };
}
