/** The coarsest tile, which holds the whole picture: painted in the place of the still while the viewer comes. */
import { wholeLevel } from '../pyramid/dzi.ts';
import type { StoredSzi } from '../pyramid/szi.ts';

/**
 * Paints it into `host`, as large as the picture will be, and ends when it is on the screen. It goes when the
 * viewer is live, or with `signal`.
 */
export async function paintFirstTile(
  host: HTMLElement,
  pyramid: StoredSzi,
  signal: AbortSignal,
): Promise<void> {
  const tile = await pyramid.encoded(wholeLevel(pyramid.levels), 0, 0, signal);
  if (!tile) return;
  const image = await decoded(tile);
  if (signal.aborted || 'live' in host.dataset || host.querySelector('.viewer-first')) return;
  const canvas = document.createElement('canvas');
  canvas.className = 'viewer-first';
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  host.append(canvas);
  signal.addEventListener('abort', () => canvas.remove());
  await nextPaint();
}

/**
 * A small image, at once. Through a Blob and an ImageBitmap it would come by two other processes, after
 * everything that a page does in its beginning.
 */
function decoded({ bytes, type }: NonNullable<Awaited<ReturnType<StoredSzi['encoded']>>>) {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', reject);
    image.src = `data:${type};base64,${btoa(letters)}`;
  });
}

/** Ends when the browser has painted; where nobody looks it paints nothing, and this ends all the same. */
const nextPaint = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
