import { describe, expect, test } from 'vitest';
import { gestureHint, makingSentence, scaleLabel } from '../../../src/viewer/words.ts';

const plain = (text: string) => text.replaceAll('\u202f', ' ');

describe('an image that is not made yet says', () => {
  test.each([
    [{ state: 'waiting', progress: 0, ahead: 3 }, 'Waiting: 3 images before it'],
    [{ state: 'waiting', progress: 0, ahead: 1 }, 'Waiting: 1 image before it'],
    [{ state: 'waiting', progress: 0, ahead: 0 }, 'Waiting: this image is next'],
    [{ state: 'making', progress: 0.42, ahead: 0 }, 'Being made: 42 %'],
    [
      { state: 'making', progress: 0.42, ahead: 0, secondsLeft: 12.3 },
      'Being made: 42 %, about 12 s left',
    ],
    [
      { state: 'making', progress: 0.1, ahead: 0, secondsLeft: 200 },
      'Being made: 10 %, about 3 min left',
    ],
    [
      { state: 'making', progress: 1, ahead: 0, secondsLeft: 0 },
      'Being made: 100 %, about 1 s left',
    ],
  ] as const)('%j: %s', (status, sentence) => expect(plain(makingSentence(status))).toBe(sentence));
});

test('the scale of a mammogram names the plane of the detector', () => {
  expect(scaleLabel('5 mm', true)).toBe('5 mm at the detector plane');
  expect(scaleLabel('5 mm', false)).toBe('5 mm');
});

test('the hint names the key of the reader’s own keyboard', () => {
  expect(gestureHint('scroll', 'MacIntel')).toBe('Hold ⌘ to zoom');
  expect(gestureHint('scroll', 'Win32')).toBe('Hold Ctrl to zoom');
  expect(gestureHint('drag', 'iPhone')).toBe('Move the image with two fingers');
});
