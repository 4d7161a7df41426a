import { describe, expect, test } from 'vitest';
import { classReport, correlation } from '../../../../src/quiz/class/class-report.ts';
import { reportCsv, reportLines } from '../../../../src/quiz/class/report-text.ts';
import type { Attempt } from '../../../../src/quiz/progress/attempt.ts';
import { readResults, type Results, resultsFile } from '../../../../src/quiz/progress/results.ts';

const items = ['one', 'two', 'three'];
const attempt = (id: string, item: string, credit: number, answer = 'amorphous'): Attempt => ({
  id,
  at: 1000,
  item,
  kind: 'single-choice',
  category: 'morphology:punctate',
  mode: 'set',
  set: 'class-of-may',
  answer: [0],
  credit,
  tookMs: 1000,
  term: { asks: 'morphology', truth: 'punctate', answer },
});
/** What a student earned on each question; undefined where there is no answer. */
const student = (by: string, ...credits: (number | undefined)[]): Results => ({
  by,
  set: 'class-of-may',
  items,
  attempts: credits.flatMap((credit, index) =>
    credit === undefined
      ? []
      : [
          attempt(
            `answer-${index}`,
            items[index] ?? '',
            credit,
            credit === 1 ? 'punctate' : 'amorphous',
          ),
        ],
  ),
});
const group = [
  student('a', 1, 1, 1),
  student('b', 1, 1, 0),
  student('c', 1, 0, 0),
  student('d', 0, 0, 1),
  student('e', 0, undefined, 0),
];

describe('the table of a class', () => {
  const report = classReport(group);
  test('has the mean credit of each question; what is not answered earns nothing', () => {
    expect(report.questions.map(({ difficulty }) => difficulty)).toEqual([0.6, 0.4, 0.4]);
    expect(report.questions.map(({ answered }) => answered)).toEqual([5, 4, 5]);
  });

  test('tells how a question goes with the others, itself left out', () => {
    // By hand: (1, 1, 1, 0, 0) with the rest (2, 1, 0, 1, 0): 2/5 / sqrt(6/5 × 14/5 …) = 0.3273.
    expect(report.questions[0]?.discrimination).toBeCloseTo(0.3273, 4);
    expect(classReport(group.slice(0, 4)).questions[0]?.discrimination).toBeNull();
  });

  test('lists what was taken for what, most often first', () => {
    expect(report.confused).toEqual([
      { asks: 'morphology', truth: 'punctate', answer: 'amorphous', times: 7 },
    ]);
  });

  test('can be read in a terminal and in a spreadsheet', () => {
    const lines = reportLines('class-of-may', report).join('\n');
    expect(lines).toContain('Set class-of-may: 5 students, 3 questions');
    expect(lines).toContain('7 × amorphous said for punctate (morphology)');
    expect(reportCsv(new Map([['class-of-may', report]])).split('\r\n')[1]).toBe(
      'class-of-may,one,0.6,0.327,5,5',
    );
  });
});

test('Pearson’s correlation is that of the textbook, and none where nothing varies', () => {
  expect(correlation([1, 2, 3, 4, 5], [2, 4, 5, 4, 5])).toBeCloseTo(0.7746, 4);
  expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
});

describe('a file of results', () => {
  const text = resultsFile(student('Ada', 1, 0, 1), 0);
  const zeros = `[${'0,'.repeat(999_999)}0]`;
  const million = text.replace(/"attempts":.*/, `"attempts":${zeros.replaceAll('0', '{"at":1}')}}`);
  test('is read as it was saved', () => {
    expect(readResults(text)).toEqual(student('Ada', 1, 0, 1));
  });

  test.each([
    ['cut short', text.slice(0, 300), 'cut short'],
    ['of another version', text.replace('"version":1', '"version":7'), 'version 7'],
    ['changed by hand', text.replace('"credit":0', '"credit":1'), 'was changed'],
    ['of something else', '{"a":1}', 'no file of results'],
    ['of nothing', 'null', 'no file of results'],
    ['too large', `"${'x'.repeat(5_000_001)}"`, 'larger than 5 MB'],
    ['of a million answers', million, 'larger than 5 MB'],
    [
      'of a million empty answers',
      text.replace(/"attempts":.*/, `"attempts":${zeros}}`),
      'more answers',
    ],
  ])('%s is refused in a sentence', (_, broken, sentence) => {
    expect(readResults(broken)).toEqual({ refused: expect.stringContaining(sentence) });
  });

  test('with script in every string, or a formula for a name, brings none of it', () => {
    const evil = '<script>alert(1)</script>';
    expect(readResults(resultsFile(student(`=cmd()${evil}`, 1), 0))).toMatchObject({
      by: 'cmdscriptalert1script',
    });
    expect(readResults(resultsFile({ ...student('a', 1), set: evil }, 0))).toHaveProperty(
      'refused',
    );
    expect(readResults(resultsFile({ ...student('a', 1), items: [evil] }, 0))).toHaveProperty(
      'refused',
    );
    const attempts = [{ ...attempt('x', 'one', 1), item: evil }];
    expect(readResults(resultsFile({ ...student('a'), attempts }, 0))).toHaveProperty('refused');
  });
});
