/** Every word that the viewer shows, in one place. */
import type { MakingStatus } from '../pyramid/byte-source.ts';
import { thinSpace } from './length.ts';

export const words = {
  toolbar: 'Image controls',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'Whole image',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  copyLink: 'Copy link to this view',
  help: 'Keys and gestures',
  region: 'zoomable image',
  scale: 'Scale',
  noScale: 'No physical scale',
  atDetector: 'at the detector plane',
  loading: 'Loading the detailed image',
  retry: 'Try again',
  linkCopied: 'Link copied',
  linkInAddress: 'The link to this view is now in the address bar',
  rendering: 'Rendering detail …',
  tilesFailed: 'Parts of the image could not be loaded.',
  detailFailed: 'The finer detail could not be rendered here; the overview stays.',
  notShown: 'The detailed image cannot be shown in this browser.',
} as const;

/** How to do what a plain wheel or a single finger did not do, because it scrolls the page. */
export function gestureHint(gesture: 'drag' | 'scroll', platform = navigator.platform): string {
  if (gesture === 'drag') return 'Move the image with two fingers';
  return /Mac/i.test(platform) ? 'Hold ⌘ to zoom' : 'Hold Ctrl to zoom';
}

/** Where an image that is not made yet stands, in a sentence. */
export function makingSentence({ state, progress, ahead, secondsLeft }: MakingStatus): string {
  if (state === 'waiting') {
    if (ahead === 0) return 'Waiting: this image is next';
    return `Waiting: ${ahead} ${ahead === 1 ? 'image' : 'images'} before it`;
  }
  const percent = `Being made: ${Math.round(progress * 100)}${thinSpace}%`;
  if (secondsLeft === undefined) return percent;
  return `${percent}, about ${durationText(secondsLeft)} left`;
}

function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? `${whole}${thinSpace}s` : `${Math.round(whole / 60)}${thinSpace}min`;
}

/** The label under the scale bar, which says where the length holds if that is not the tissue. */
export function scaleLabel(length: string, atDetector: boolean): string {
  return atDetector ? `${length} ${words.atDetector}` : length;
}
