import { describe, expect, test } from 'vitest';
import { readClaims } from '../../../src/atlas/claims.ts';

const bare = (text: string, exempt: string[] = []) =>
  readClaims(text, 1, exempt).bare.map(({ number }) => number);

describe('the claims of a text', () => {
  test('give text, numbers, references and confidence', () => {
    const text =
      'One.\n\nThen <Claim id="pooled" cite="a2012 b2013" confidence="review">13% (95% interval 7–20) of *all*</Claim>.';
    expect(readClaims(text, 10).claims).toEqual([
      {
        id: 'pooled',
        text: '13% (95% interval 7–20) of all',
        numbers: ['13', '95', '7', '20'],
        references: ['a2012', 'b2013'],
        confidence: 'review',
        line: 12,
      },
    ]);
  });

  test.each([
    ['a number with a citation but no claim', 'In 84% <Cite id="a2012" />.', ['84']],
    ['a number in a table', '| Size |\n| --- |\n| 5 mm |', ['5']],
    ['a number beside a claim', '<Claim id="x" cite="a">9%</Claim> and 12,345 more', ['12,345']],
    [
      'a key point that no claim of the text bears out',
      '<KeyPoints>\n\n- 7%\n\n</KeyPoints>',
      ['7'],
    ],
  ])('leave bare %s', (_, text, numbers) => {
    expect(bare(text)).toEqual(numbers);
  });

  test.each([
    ['inside a claim', 'Some <Claim id="x" cite="a">84% of *200*</Claim>'],
    [
      'inside a note on a difference',
      '<Differs sure="high" cite="a" review="9%">\n\nIt is 12%.\n\n</Differs>',
    ],
    ['in a name that counts nothing', 'The 5th edition puts HER2 in category 4A to 5.'],
    [
      'among the key points where a claim gives it',
      '<Claim id="x" cite="a">7%</Claim>\n\n<KeyPoints>\n\n- 7%\n\n</KeyPoints>',
    ],
  ])('cover a number %s', (_, text) => {
    expect(bare(text)).toEqual([]);
  });

  test('let a chapter exempt a phrase, and only that', () => {
    expect(bare('Born in 1913 and 1913 days later', ['in 1913'])).toEqual(['1913']);
  });
});
