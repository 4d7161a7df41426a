import { describe, expect, it } from 'vitest';
import { checkAnswer, checkedScale, checkedViewKind } from '../../../src/intake/request.ts';

describe('The answers that an import needs', () => {
  it.each([
    ['0.499', 0.499],
    ['0,25', 0.25],
    [' 50 ', 50],
  ])('take the scale "%s"', (text, value) => expect(checkedScale(text)).toBe(value));

  it.each(['', '0', '-1', 'half', '1001', 'NaN', 'Infinity', '0.5um'])(
    'refuse the scale "%s"',
    (text) => {
      expect(() => checkedScale(text)).toThrow('is not a scale');
    },
  );

  it('suggest the view kind that was meant', () => {
    expect(checkedViewKind('histology')).toBe('histology');
    expect(() => checkedViewKind('histolgy')).toThrow('did you mean "histology"?');
    expect(() => checkedViewKind('x')).toThrow('The kinds are cc, mlo');
  });

  it.each([
    ['url', 'file:///etc/passwd'],
    ['url', 'example.org'],
    ['source', '  '],
    ['licence', ''],
    ['case', '../x'],
    ['viewId', 'a b'],
  ] as const)('refuse the %s "%s"', (question, answer) => {
    expect(() => checkAnswer(question, answer)).toThrow();
  });
});
