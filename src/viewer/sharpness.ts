/** Whether a picture is there in all its detail. */
import type { Picture } from './picture.ts';

/** Whether every tile that a picture needs now has come. */
export function isSharp({ drawing: { world } }: Pick<Picture, 'drawing'>): boolean {
  if (world.getItemCount() === 0) return false;
  for (let at = 0; at < world.getItemCount(); at++)
    if (!world.getItemAt(at).getFullyLoaded()) return false;
  return true;
}
