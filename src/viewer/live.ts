/** The viewer at work: wires the picture to its toolbar, keys, scale bar, address and announcements. */
import type { ViewerAction } from './action.ts';
import { announcement } from './announcement.ts';
import { copyAddress, copyLook, writeLook } from './deep-link.ts';
import { showsWhole } from './field.ts';
import { fillsScreen, fullScreenPossible, toggleFullScreen } from './full-screen.ts';
import { fieldFromLook, findLook, lookFromField } from './look.ts';
import { asTaken, isAsTaken } from './orientation.ts';
import { createPicture } from './picture.ts';
import type { PictureListener } from './picture-listener.ts';
import { prepareRegion } from './region.ts';
import type { Seat } from './seat.ts';
import { createScaleDisplay } from './scale-display.ts';
import type { Settings } from './settings.ts';
import type { Sight } from './sight.ts';
import type { StatusPlate } from './status.ts';
import { createToolbar } from './toolbar.ts';
import { gestureHint, words } from './words.ts';

/** What the picture is placed into and speaks through. */
export interface Surroundings {
  readonly host: HTMLElement;
  readonly settings: Settings;
  readonly status: StatusPlate;
  readonly announce: (sentence: string) => void;
  readonly hint: (text: string) => void;
  readonly signal: AbortSignal;
  readonly seat?: Seat | undefined;
}

/** Movements that follow each other this closely are announced, and written into the address, as one. */
const settledMs = 400;

/** Starts the picture; it ends with the signal. Throws where the browser cannot draw it. */
export function goLive(sight: Sight, surroundings: Surroundings): void {
  const { host, settings, status, announce, hint, signal, seat } = surroundings;
  const { view, umPerPixel, name } = settings;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

  const frame = document.createElement('div');
  frame.className = 'viewer-frame';
  const scale = createScaleDisplay(settings.atDetector, umPerPixel);
  const toolbar = createToolbar({ fullScreen: fullScreenPossible() }, act);
  const rendering = document.createElement('p');
  rendering.className = 'viewer-rendering';
  rendering.textContent = words.rendering;
  rendering.hidden = true;
  const built = [frame, rendering, ...toolbar.elements];
  const takeDown = () => {
    for (const element of built) element.remove();
    delete host.dataset.live;
    clearTimeout(settling);
  };
  host.append(...built);
  const orientation = () => seat?.orientation() ?? asTaken;
  host.toggleAttribute('data-other', !sight.isAsStill || !isAsTaken(orientation()));
  if (!sight.isAsStill) status.show({ kind: 'live' });
  let settling: ReturnType<typeof setTimeout> | undefined;
  const listener: PictureListener = {
    open() {
      const asked = seat ? seat.asked() : findLook(location.search);
      const field = asked?.view === view ? fieldFromLook(asked, umPerPixel) : undefined;
      picture.orient(orientation());
      if (field) picture.show(field);
      seat?.opened(picture, frame);
      refresh();
    },
    move() {
      refresh();
      seat?.moved();
    },
    settle() {
      clearTimeout(settling);
      settling = setTimeout(() => {
        announce(sentence());
        if (seat) seat.settled();
        else writeLook(look());
      }, settledMs);
    },
    tile(came, missing) {
      if (came) host.dataset.live = '';
      if (missing === 0) status.show({ kind: 'live' });
      else status.show({ kind: 'failed', sentence: sight.failed, retry: retryTiles });
    },
    rendering(tiles) {
      rendering.hidden = tiles === 0;
    },
    refuse: (gesture) => hint(gestureHint(gesture)),
  };
  const picture = attempt(() => createPicture(frame, sight, { calm, signal }, listener), takeDown);
  signal.addEventListener('abort', takeDown);
  frame.append(scale.element);
  const descriptionId = host.querySelector('img')?.getAttribute('aria-describedby') ?? undefined;
  prepareRegion(picture.region, name, descriptionId, picture.act);

  const look = () => lookFromField(view, picture.field(), umPerPixel);
  const sentence = () =>
    announcement({
      field: picture.field(),
      image: picture.image,
      zoom: picture.zoom(),
      ...(umPerPixel ? { umPerPixel } : {}),
    });

  async function act(action: Exclude<ViewerAction, 'help'>): Promise<void> {
    if (action === 'full-screen') await toggleFullScreen(host);
    else if (action === 'copy-link') {
      seat?.settled();
      hint(
        (await (seat ? copyAddress() : copyLook(look()))) ? words.linkCopied : words.linkInAddress,
      );
    } else picture.act(action);
  }

  function refresh(): void {
    scale.show(picture.imagePxPerScreenPx(), frame.clientWidth);
    toolbar.show({
      ...picture.limits(),
      whole: showsWhole(picture.field(), picture.image),
      fullScreen: fillsScreen(host),
      readout: sentence(),
    });
  }

  function retryTiles(): void {
    status.show({ kind: 'live' in host.dataset ? 'live' : 'loading' });
    picture.retryTiles();
  }

  const onFullScreen = () => {
    picture.scrollsPage(!fillsScreen(host));
    refresh();
  };
  document.addEventListener('fullscreenchange', onFullScreen, { signal });
  addEventListener('online', picture.retryTiles, { signal });
}

/** The result of `make`; where it throws, `undo` is done first. */
function attempt<Made>(make: () => Made, undo: () => void): Made {
  try {
    return make();
  } catch (error) {
    undo();
    throw error;
  }
}
