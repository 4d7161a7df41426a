import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createHint } from '../../src/viewer/hint.ts';
import { createScaleDisplay } from '../../src/viewer/scale-display.ts';
import { type StatusPlate, createStatus } from '../../src/viewer/status.ts';

const announce = vi.fn();
let status: StatusPlate;
const part = (name: 'p' | 'progress' | 'button') =>
  status.element.querySelector(name) as HTMLElement & { value: number };
const making = (state: 'waiting' | 'making', progress: number) =>
  ({ kind: 'making', making: { state, progress, ahead: 2 } }) as const;

beforeEach(() => {
  announce.mockClear();
  status = createStatus(announce);
});

describe('the plate over the still', () => {
  test('says quietly that the detailed image is loading', () => {
    status.show({ kind: 'loading' });
    expect(status.element.hidden).toBe(false);
    expect(part('p').textContent).toBe('Loading the detailed image');
    expect(part('progress').hidden).toBe(true);
    expect(part('button').hidden).toBe(true);
    expect(announce).not.toHaveBeenCalled();
  });

  test('shows the place in the queue, then the progress', () => {
    status.show(making('waiting', 0));
    expect(part('p').textContent).toBe('Waiting: 2 images before it');
    status.show(making('making', 0.4));
    expect(part('p').textContent).toContain('Being made: 40');
    expect(part('progress').hidden).toBe(false);
    expect(part('progress').value).toBeCloseTo(0.4);
  });

  test('announces a new state, not every step of the progress', () => {
    for (const progress of [0, 0]) status.show(making('waiting', progress));
    for (const progress of [0.1, 0.2, 0.3]) status.show(making('making', progress));
    expect(announce).toHaveBeenCalledTimes(2);
  });

  test('says what failed and tries again when asked', () => {
    const retry = vi.fn();
    status.show({ kind: 'failed', sentence: 'The image is not on the server (404).', retry });
    expect(part('p').textContent).toBe('The image is not on the server (404).');
    expect(part('button').hidden).toBe(false);
    expect(announce).toHaveBeenCalledWith('The image is not on the server (404).');
    part('button').click();
    expect(retry).toHaveBeenCalledOnce();
  });

  test('goes away once the image is there', () => {
    status.show({ kind: 'loading' });
    status.show({ kind: 'live' });
    expect(status.element.hidden).toBe(true);
  });
});

test('a hint is announced once, however long the wheel turns, and goes away by itself', () => {
  vi.useFakeTimers();
  const hint = createHint(1000);
  hint.show('Hold Ctrl to zoom');
  const text = hint.element.firstChild;
  vi.advanceTimersByTime(800);
  hint.show('Hold Ctrl to zoom');
  expect(hint.element.firstChild).toBe(text);
  vi.advanceTimersByTime(800);
  expect(hint.element.textContent).toBe('Hold Ctrl to zoom');
  vi.advanceTimersByTime(200);
  expect(hint.element.textContent).toBe('');
  vi.useRealTimers();
});

describe('the drawn scale', () => {
  test('is as wide as its length at this zoom', () => {
    const scale = createScaleDisplay(false, 0.5);
    scale.show(4, 1000); // 2 µm under a CSS pixel, at most 160 px
    const bar = scale.element.querySelector<HTMLElement>('.viewer-scale-bar');
    expect(bar?.style.width).toBe('100px');
    expect(scale.element.textContent).toBe('200\u202fµm');
  });

  test('is longer on the screen of a room, which is read from afar', () => {
    const scale = createScaleDisplay(false, 0.5);
    scale.show(4, 3840); // at most 480 px
    const bar = scale.element.querySelector<HTMLElement>('.viewer-scale-bar');
    expect(bar?.style.width).toBe('250px');
  });

  test('takes no more than two fifths of a narrow frame', () => {
    const scale = createScaleDisplay(false, 0.5);
    scale.show(4, 200);
    expect(scale.element.textContent).toBe('100\u202fµm');
  });

  test('is a sentence where the image has no physical scale', () => {
    const scale = createScaleDisplay(false, undefined);
    scale.show(4, 1000);
    expect(scale.element.textContent).toBe('No physical scale');
    expect(scale.element.querySelector('.viewer-scale-bar')).toBeNull();
  });
});
