import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attempt, attemptIn } from '../../../../src/quiz/progress/attempt.ts';
import { checksumOf } from '../../../../src/quiz/progress/checksum.ts';
import { csvOf } from '../../../../src/quiz/progress/csv.ts';
import { fileOf, merged, most, readFile } from '../../../../src/quiz/progress/file.ts';
import { attempt } from './attempts.ts';

const picture = attempt('p', {
  kind: 'single-choice',
  answer: [3],
  certainty: 2,
  set: 'class-of-may',
  mode: 'set',
  term: { asks: 'morphology', truth: 'amorphous', answer: 'punctate' },
});
const text = fileOf([attempt('a'), picture], 0);

const attempts = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdefgh'), at: fc.integer({ min: 0, max: 5 }) }),
  { selector: ({ id }) => id },
);
const logOf = (few: readonly { id: string; at: number }[]) =>
  few.map(({ id, at }) => attempt(id, { at }));

test('the checksum is CRC-32, whose check value is known', () => {
  expect(checksumOf('123456789')).toBe('cbf43926');
});

describe('a file of progress', () => {
  test('brings back what was exported', () => {
    expect(readFile(text)).toEqual({
      attempts: [attempt('a'), picture],
      unreadable: 0,
      exportedAt: 0,
    });
  });

  test('says version and time at its beginning', () => {
    expect(text).toMatch(
      /^\{"format":"microcalcification-atlas-progress","version":1,"exportedAt":"1970-01-01T00:00:00.000Z","count":2,/,
    );
  });

  test.each([
    ['cut short', text.slice(0, -20), 'cut short or is no JSON'],
    ['empty', '', 'cut short or is no JSON'],
    ['of something else', '{"cards":[]}', 'no file of progress from the atlas'],
    ['just a null', 'null', 'no file of progress from the atlas'],
    ['of another version', text.replace('"version":1', '"version":2'), 'has version 2'],
    ['changed by hand', text.replace('"credit":1', '"credit":0.9'), 'its checksum does not fit'],
  ])('that is %s is refused in a sentence', (_, broken, part) => {
    const brought = readFile(broken);
    expect('refused' in brought && brought.refused).toContain(part);
  });

  test('with a million answers is refused in a sentence', () => {
    const many = `{"format":"microcalcification-atlas-progress","version":1,"checksum":"","attempts":[${'1,'.repeat(999_999)}1]}`;
    const brought = readFile(many);
    expect('refused' in brought && brought.refused).toContain(
      `holds 1000000 answers, more than the ${most.attempts}`,
    );
  });

  test('with script in its strings brings none of it', () => {
    const wicked = Object.fromEntries(
      Object.keys(picture).map((key) => [key, '<img src=x onerror=alert(1)>']),
    ) as unknown as Attempt;
    expect(readFile(fileOf([wicked, attempt('a')], 0))).toEqual({
      attempts: [attempt('a')],
      unreadable: 1,
      exportedAt: 0,
    });
  });
});

describe('the reading of a whole case', () => {
  const reading = {
    terms: [{ asks: 'morphology', truth: 'amorphous', answer: 'punctate' }],
    credits: { localisation: 1, morphology: 0.5 },
    biopsy: { taken: true, needed: false },
    likelihood: 0.4,
    isMalignant: false,
    hit: true,
    stray: false,
  };
  const whole = attempt('r', {
    kind: 'reading',
    answer: {
      mark: { picture: 0, xMm: 40.5, yMm: 80 },
      recalled: true,
      morphology: 'punctate',
      likelihoodPercent: 40,
    },
    reading,
  });

  test('comes back from a file as it was', () => {
    expect(readFile(fileOf([whole], 0))).toEqual({
      attempts: [whole],
      unreadable: 0,
      exportedAt: 0,
    });
    expect(csvOf([whole])).toContain('picture=0 xMm=40.5 yMm=80 recalled=true morphology=punctate');
  });

  test('comes back as one of magnification views only', () => {
    const magnified = { ...whole, reading: { ...reading, magnifiedOnly: true as const } };
    expect(readFile(fileOf([magnified], 0))).toEqual({
      attempts: [magnified],
      unreadable: 0,
      exportedAt: 0,
    });
  });

  const script = '<script>alert(1)</script>';
  test.each([
    ['an answer', { answer: { mark: null, morphology: script } }],
    ['the name of an answer', { answer: { [script]: 1 } }],
    ['a mark', { answer: { mark: { picture: script } } }],
    ['an answer too deep', { answer: { mark: { picture: { deep: 1 } } } }],
    ['a term', { reading: { ...reading, terms: [{ asks: script, truth: 'a', answer: 'b' }] } }],
    ['a credit', { reading: { ...reading, credits: { morphology: script } } }],
    ['a dimension', { reading: { ...reading, credits: { [script]: 1 } } }],
    ['a decision', { reading: { ...reading, biopsy: { taken: script, needed: true } } }],
    ['a likelihood', { reading: { ...reading, likelihood: script } }],
    ['a truth', { reading: { ...reading, isMalignant: script } }],
    ['a view', { reading: { ...reading, magnifiedOnly: script } }],
    ['a hit', { reading: { ...reading, hit: script } }],
  ])('is set aside where %s is script or out of place', (_, wicked) => {
    expect(attemptIn({ ...whole, ...wicked })).toBeUndefined();
  });
});

describe('merging two logs', () => {
  test('keeps each attempt once, whichever comes first, and again changes nothing', () => {
    fc.assert(
      fc.property(attempts, attempts, (one, other) => {
        const both = merged(logOf(one), logOf(other));
        const ids = both.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set([...one, ...other].map(({ id }) => id)));
        expect(new Set(ids).size).toBe(ids.length);
        expect(merged(both, logOf(other))).toEqual(both);
        expect(both.map(({ at }) => at)).toEqual(
          both.map(({ at }) => at).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe('an attempt', () => {
  test('is read as it was written, whatever else stands beside it', () => {
    expect(attemptIn({ ...picture, extra: 'x' })).toEqual(picture);
  });

  test.each([
    ['nothing', null],
    ['a text', 'attempt'],
    ['a credit above 1', { ...picture, credit: 1.01 }],
    ['a credit that is none', { ...picture, credit: Number.NaN }],
    ['a time before all time', { ...picture, at: -1 }],
    ['an unknown kind', { ...picture, kind: 'essay' }],
    ['an answer of another shape', { ...picture, answer: { a: 1 } }],
    ['an endless answer', { ...picture, answer: 'x'.repeat(101) }],
    ['a certainty that does not exist', { ...picture, certainty: 4 }],
    ['a formula for a name', { ...picture, item: '=1+1' }],
    ['half a term', { ...picture, term: { asks: 'morphology' } }],
  ])('is not made of %s', (_, value) => {
    expect(attemptIn(value)).toBeUndefined();
  });

  test('is never made of rubbish without a word', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(attemptIn(value)).toBeUndefined();
      }),
    );
  });
});

test('the table for a spreadsheet has a line an answer, and no cell that is a formula', () => {
  const sly = attempt('s', { answer: '=HYPERLINK("x"),2' });
  expect(csvOf([picture, sly])).toBe(
    [
      'time,item,kind,category,mode,set,credit,certainty,seconds,answer,asked for,true,said',
      '1970-01-01T00:00:01.000Z,size-of-punctate,single-choice,chapter:radiological-classification,set,class-of-may,1,2,4.2,3,morphology,amorphous,punctate',
      `1970-01-01T00:00:01.000Z,size-of-punctate,numeric,chapter:radiological-classification,practice,,1,,4.2,"'=HYPERLINK(""x""),2",,,`,
      '',
    ].join('\r\n'),
  );
});
