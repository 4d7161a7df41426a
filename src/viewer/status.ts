/** The plate that says why the detailed image is not there yet, or not whole. */
import type { MakingStatus } from '../pyramid/byte-source.ts';
import { makingSentence, words } from './words.ts';

/** Where the detailed image stands. */
export type Status =
  | { readonly kind: 'live' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'making'; readonly making: MakingStatus }
  | { readonly kind: 'failed'; readonly sentence: string; readonly retry: () => void };

/** The plate. It is hidden while the image is live. */
export interface StatusPlate {
  readonly element: HTMLElement;
  show(status: Status): void;
}

/**
 * Builds the plate. `announce` gets a sentence when the state changes, not at each step of the
 * progress, which would talk over everything else.
 */
export function createStatus(announce: (sentence: string) => void): StatusPlate {
  const element = document.createElement('div');
  element.className = 'viewer-status';
  element.hidden = true;
  const sentence = document.createElement('p');
  const progress = document.createElement('progress');
  progress.setAttribute('aria-label', words.loading);
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.textContent = words.retry;
  let again: (() => void) | undefined;
  retry.addEventListener('click', () => again?.());
  element.append(sentence, progress, retry);
  let last = '';

  return {
    element,
    show(status) {
      const text = sentenceFor(status);
      element.hidden = status.kind === 'live';
      element.dataset.state = status.kind;
      sentence.textContent = text;
      progress.hidden = status.kind !== 'making';
      if (status.kind === 'making') progress.value = status.making.progress;
      retry.hidden = status.kind !== 'failed';
      again = status.kind === 'failed' ? status.retry : undefined;
      const stage = status.kind === 'making' ? status.making.state : status.kind;
      if (stage !== last && stage !== 'loading') announce(text);
      last = stage;
    },
  };
}

function sentenceFor(status: Status): string {
  if (status.kind === 'making') return makingSentence(status.making);
  if (status.kind === 'failed') return status.sentence;
  return status.kind === 'loading' ? words.loading : '';
}
