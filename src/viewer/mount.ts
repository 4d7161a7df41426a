/** Turns an `<atlas-viewer>` into a viewer: its parts, and the way from the still to the picture. */

import type { Szi } from '../pyramid/szi.ts';
import { createHint } from './hint.ts';
import { goLive } from './live.ts';
import { openAddress, openWhenMade } from './opening.ts';
import type { Seat } from './seat.ts';
import { readSettings } from './settings.ts';
import { pyramidSight, type Sight } from './sight.ts';
import { createStatus } from './status.ts';
import { words } from './words.ts';

/** What a viewer may be given: its place on a bench, and its pyramid where that is being opened already. */
export interface Given {
  readonly seat?: Seat | undefined;
  readonly pyramid?: Promise<Szi> | undefined;
}

/**
 * Mounts the viewer in `host`; everything is taken down again when `signal` aborts. The still stays
 * in place under the picture: it is what is seen before, on failure, and in print.
 */
export function mount(
  host: HTMLElement,
  signal: AbortSignal,
  { seat, pyramid: begun }: Given,
): void {
  const settings = readSettings(host.dataset, seat);
  const still = host.querySelector('img');

  const announcer = document.createElement('p');
  announcer.className = 'viewer-announcer';
  announcer.setAttribute('role', 'status');
  const announce = (sentence: string) => {
    announcer.textContent = sentence;
  };
  const status = createStatus(announce);
  const hint = createHint();
  const overlays = [status.element, hint.element, announcer];
  host.append(...overlays);
  signal.addEventListener('abort', () => {
    for (const element of overlays) element.remove();
  });

  let first = begun;
  function openOnce(address: string): Promise<Szi> {
    const opened = first ?? openAddress(address, signal);
    first = undefined;
    return opened;
  }

  async function open(): Promise<void> {
    status.show({ kind: 'loading' });
    let waited = false;
    let sight: Sight;
    try {
      // What cuts and renders is fetched by those pages alone that need it.
      const pyramid = seat?.image
        ? (await import('./raster-pyramid.ts')).rasterPyramid(seat.image)
        : await openWhenMade(
            settings.pyramid,
            signal,
            (making) => {
              waited = true;
              status.show({ kind: 'making', making });
            },
            openOnce,
          );
      sight = settings.slide
        ? (await import('./slide-sight.ts')).slideSight(
            pyramid,
            settings.slide,
            signal,
            seat?.setting(),
          )
        : pyramidSight(pyramid, signal);
    } catch (error) {
      if (signal.aborted) return;
      const sentence = error instanceof Error ? error.message : String(error);
      status.show({ kind: 'failed', sentence, retry: open });
      return;
    }
    if (signal.aborted) return;
    // The still was a placeholder until now; a query gets past the page's memory of it.
    if (waited && still) still.src = `${still.src}?made`;
    try {
      goLive(sight, { host, settings, status, announce, hint: hint.show, signal, seat });
    } catch {
      host.querySelector('.viewer-first')?.remove();
      status.show({ kind: 'failed', sentence: words.notShown, retry: open });
    }
  }
  open();
}
