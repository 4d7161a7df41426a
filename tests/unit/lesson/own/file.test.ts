import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../../../src/atlas/document.ts';
import { lessonExample } from '../../../../src/atlas/lesson-example.ts';
import { lessonSchema } from '../../../../src/atlas/lesson.ts';
import { fileNameOf, lessonFile, lessonInFile } from '../../../../src/lesson/own/file.ts';
import { moved } from '../../../../src/lesson/own/order.ts';

describe('a lesson as a file', () => {
  test.each(['from-recall-to-report', 'descriptors-in-twenty-cases', 'look-alikes'])(
    '%s comes back as it was written',
    async (id) => {
      const lesson = lessonInFile(await readFile(`content/lessons/${id}.yaml`, 'utf8'));
      expect(lessonInFile(lessonFile(lesson))).toEqual(lesson);
    },
  );

  test('is one that the atlas is built from', () => {
    const lesson = lessonInFile(lessonExample('An example: with a colon'));
    expect(lesson.title).toBe('An example: with a colon');
    const { data, problems } = parseYaml('x.yaml', lessonFile(lesson));
    expect(problems).toEqual([]);
    expect(lessonSchema.safeParse(data).success).toBe(true);
  });

  test.each([
    ['that is no YAML', 'title: [', /cannot be read/],
    ['of something else', 'title: X', /no lesson that can be taught at summary/],
    [
      'with an unknown kind of stop',
      'title: X\nsummary: Y\nstops: [{kind: song}]',
      /at stops, 1, kind/,
    ],
  ])('a file %s is refused with a sentence', (_, text, sentence) => {
    expect(() => lessonInFile(text)).toThrow(sentence);
  });

  test('has a name that the content folder takes', () => {
    const name = (title: string) => fileNameOf({ title, summary: '', stops: [] });
    expect(name('Über Oxalat & Licht')).toBe('uber-oxalat-licht.yaml');
    expect(name('…')).toBe('lesson.yaml');
  });
});

test.each([
  [0, 2, 'bca'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
  [1, 9, 'acb'],
  [1, -4, 'bac'],
  [7, 0, 'abc'],
])('stop %i moved to %i', (from, to, order) => {
  expect(moved([...'abc'], from, to).join('')).toBe(order);
});
