import fc from 'fast-check';
import { join, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkedName } from '../../../src/intake/name.ts';

describe('The id of a case', () => {
  it.each(['a', 'fibroadenoma-1', '2026-dcis-high-grade'])('may be "%s"', (name) => {
    expect(checkedName(name, 'case id')).toBe(name);
  });

  it.each([
    '../evil',
    '..',
    '.',
    '',
    ' ',
    'a/b',
    'a\\b',
    '/etc',
    'Case 1',
    'UPPER',
    'a--b',
    '-a',
    'a-',
    'ä',
    'a.b',
    'a\0',
    'a\n',
    '~',
    '$HOME',
    'x'.repeat(81),
    'constructor.',
    'con:',
  ])('may not be %j', (name) => {
    expect(() => checkedName(name, 'case id')).toThrow(
      'cannot be a case id: use lower-case letters',
    );
  });

  it('makes no example from what was typed, which may be a patient’s name', () => {
    expect(() => checkedName('Müller Anna', 'case id')).toThrow('such as flat-atypia-3');
    expect(() => checkedName('Müller Anna', 'case id')).not.toThrow(/ller-anna/);
  });

  it('never leads out of its folder', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        try {
          const path = resolve(join('/root', `${checkedName(name, 'case id')}.yaml`));
          expect(path.startsWith(`${sep}root${sep}`)).toBe(true);
        } catch (error) {
          expect(String(error)).toContain('cannot be a case id');
        }
      }),
    );
  });
});
