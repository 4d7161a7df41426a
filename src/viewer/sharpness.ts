/** Whether a picture is there in all its detail. Loaded only by those who wait for that. */
import OpenSeadragon from 'openseadragon';

/** Whether every tile that the frame of a picture needs now has come. */
export function isSharp(frame: HTMLElement): boolean {
  const world = OpenSeadragon.getViewer(frame)?.world;
  if (!world || world.getItemCount() === 0) return false;
  for (let at = 0; at < world.getItemCount(); at++)
    if (!world.getItemAt(at).getFullyLoaded()) return false;
  return true;
}
