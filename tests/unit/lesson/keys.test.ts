import { expect, test } from 'vitest';
import { deedOf, letterKeys, type Press, switchable } from '../../../src/lesson/keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  ...{ key, code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false },
  ...more,
});
const none: ReadonlySet<string> = new Set();
const all: ReadonlySet<string> = new Set(switchable);

test.each([
  ['PageDown', 'next'],
  ['PageUp', 'previous'],
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  [' ', 'next'],
  ['b', 'black'],
  ['.', 'black'],
  ['R', 'reveal'],
  ['?', 'help'],
])('the key %s asks for: %s', (key, deed) => {
  expect(deedOf(press(key), none)?.do).toBe(deed);
});

test('a clicker works with all single-letter keys switched off, and no letter does', () => {
  for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', ' ', 'Home', 'Escape'])
    expect(deedOf(press(key), all)).toBeDefined();
  for (const key of letterKeys.flatMap(({ keys }) => keys))
    expect(deedOf(press(key), all)).toBeUndefined();
  expect(deedOf(press('1', { code: 'Digit1' }), all)).toBeUndefined();
});

test('each single-letter key can be switched off alone', () => {
  for (const { keys } of letterKeys) {
    const off = new Set([keys[0] ?? '']);
    for (const key of keys) expect(deedOf(press(key), off)).toBeUndefined();
    for (const other of letterKeys)
      if (other.keys !== keys) expect(deedOf(press(other.keys[0] ?? ''), off)).toBeDefined();
  }
});

test('no two rows share a key', () => {
  const keys = letterKeys.flatMap(({ keys }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('digits count a hand, with Shift one fewer, on any layout', () => {
  expect(deedOf(press('2', { code: 'Digit2' }), none)).toEqual({ do: 'digit', digit: 2, by: 1 });
  expect(deedOf(press('"', { code: 'Digit2', shiftKey: true }), none)).toEqual({
    do: 'digit',
    digit: 2,
    by: -1,
  });
});

test('with Ctrl, Alt or Meta a key belongs to the browser', () => {
  for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }])
    expect(deedOf(press('r', more), none)).toBeUndefined();
});
