import { describe, expect, test } from 'vitest';
import { actionForKey } from '../../../src/viewer/keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
) => actionForKey({ key, ctrlKey: false, altKey: false, metaKey: false, ...held });

describe('a key on the image', () => {
  test.each([
    ['ArrowLeft', 'pan-left'],
    ['ArrowRight', 'pan-right'],
    ['ArrowUp', 'pan-up'],
    ['ArrowDown', 'pan-down'],
    ['+', 'zoom-in'],
    ['=', 'zoom-in'],
    ['-', 'zoom-out'],
    ['0', 'whole'],
    ['Home', 'whole'],
  ])('%s means %s', (key, action) => expect(press(key)).toBe(action));

  test.each(['f', 'F', 'r', 'w', 'a', 's', 'd', 'j', 'k', 'Tab', 'Escape', 'Enter', 'toString'])(
    '%s is left to the browser: nothing mirrors, turns or traps',
    (key) => expect(press(key)).toBeUndefined(),
  );

  test.each(['ctrlKey', 'altKey', 'metaKey'])('with %s belongs to the browser', (held) => {
    expect(press('+', { [held]: true })).toBeUndefined();
    expect(press('ArrowLeft', { [held]: true })).toBeUndefined();
  });
});
