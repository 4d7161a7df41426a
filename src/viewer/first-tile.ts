/** The coarsest tile, which holds the whole picture: painted in the place of the still while the viewer comes. */
import { wholeLevel } from '../pyramid/dzi.ts';
import type { Szi } from '../pyramid/szi.ts';

/**
 * Paints it into `host`, as large as the picture will be, and ends when it is on the screen. It goes when the
 * viewer is live, or with `signal`.
 */
export async function paintFirstTile(
  host: HTMLElement,
  pyramid: Szi,
  signal: AbortSignal,
): Promise<void> {
  const tile = await pyramid.tile(wholeLevel(pyramid.levels), 0, 0, signal);
  if (!tile) return;
  const bitmap = await createImageBitmap(tile);
  if (signal.aborted || 'live' in host.dataset || host.querySelector('.viewer-first')) return;
  const canvas = document.createElement('canvas');
  canvas.className = 'viewer-first';
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  host.append(canvas);
  signal.addEventListener('abort', () => canvas.remove());
  await nextPaint();
}

/** Ends when the browser has painted; where nobody looks it paints nothing, and this ends all the same. */
const nextPaint = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
