import { describe, expect, test } from 'vitest';
import { checkContent, isOf } from '../../../../src/atlas/check.ts';
import { questionSchema } from '../../../../src/atlas/question.ts';
import { apart } from '../../../../src/quiz/apart.ts';
import { bankOf, noPages } from '../../../../src/quiz/bank/bank.ts';
import { cardOf } from '../../../../src/quiz/export/cards.ts';
import { itemsCsv } from '../../../../src/quiz/export/item-csv.ts';
import { moodleXml } from '../../../../src/quiz/export/moodle.ts';
import type { PaperItem } from '../../../../src/quiz/export/paper-item.ts';
import type { Item } from '../../../../src/quiz/item.ts';
import { sealed } from '../../../../src/atlas/sealed.ts';
import { readAsMoodle } from './moodle-format.ts';

const common = { title: 'A title', explanation: 'So it is.\n\nIndeed.', references: [] };
const written = (id: string, fields: object, images: PaperItem['images'] = []): PaperItem => ({
  item: apart(id, questionSchema.parse({ ...common, ...fields }), { links: [], sources: [] }),
  images,
});
const image = { file: 'atlas-0123.jpg', title: 'A view', description: 'It lies above.' };
const single = written(
  'which-is-it',
  {
    kind: 'single-choice',
    prompt: 'Which <b> & ]]> is it?',
    options: [
      { text: 'Below 0.5 mm', correct: true, why: 'It is.' },
      { text: 'Above', why: 'It is not.' },
    ],
  },
  [image],
);
const several = written('which-are', {
  kind: 'multiple-choice',
  prompt: 'Which are they?',
  options: [
    { text: 'One', correct: true, why: 'Yes.' },
    { text: 'Two', correct: true, why: 'Yes.' },
    { text: 'Three', why: 'No.' },
  ],
});
const number = written('how-many', {
  kind: 'numeric',
  prompt: 'How many?',
  answer: 0.5,
  tolerance: 0.1,
  unit: 'mm',
});
const pair = written('which-is-which', {
  kind: 'look-alike-pair',
  prompt: 'Which is which?',
  words: ['Rod', 'Cast'],
  sides: [
    { text: 'Smooth', word: 1, why: 'Smooth ones are.' },
    { text: 'Broken', word: 2, why: 'Broken ones are.' },
  ],
});
const place: PaperItem = {
  item: {
    id: 'where',
    asked: { kind: 'hotspot', title: 'A view', prompt: 'Mark it.', pictures: [] },
    key: sealed({ explanation: 'There.', links: [], sources: [], category: 'place:x' }),
  } satisfies Item,
  images: [image],
};
const all = [single, several, number, pair, place];

describe('Moodle XML', () => {
  const { xml, put, left } = moodleXml(all, () => 'QUJD');

  test('is whole, holds each question that Moodle has a kind for, and names those left out', () => {
    expect([put, left]).toEqual([4, ['where']]);
    expect(readAsMoodle(xml)).toEqual({
      kinds: ['category', 'multichoice', 'multichoice', 'numerical', 'multichoice'],
      faults: [],
    });
  });

  test('is taken by Moodle for every question of the atlas', async () => {
    const { entries } = await checkContent();
    const bank = bankOf(
      {
        cases: entries.filter((entry) => isOf(entry, 'cases')),
        questions: entries.filter((entry) => isOf(entry, 'questions')),
      },
      noPages,
    );
    const items = bank.map(({ item }): PaperItem => ({
      item,
      images: (item.asked.pictures ?? []).map((_, index) => ({ ...image, file: `${index}.jpg` })),
    }));
    const whole = moodleXml(items, () => 'QUJD');
    const { kinds, faults } = readAsMoodle(whole.xml);
    expect(faults).toEqual([]);
    expect(kinds).toHaveLength(1 + whole.put);
    expect(whole.put).toBeGreaterThan(200);
  });

  test('has of every question the shares of its mark, of which one makes it whole', () => {
    const shares = [...xml.matchAll(/fraction="(-?[\d.]+)"/g)].map(([, share]) => Number(share));
    expect(shares).toEqual([100, 0, 50, 50, -50, 100, 50, ...[50, 100, 0, 50]]);
    expect(xml).toContain('<tolerance>0.1</tolerance>');
  });

  test.each([
    ['<answer fraction="100"', '<answer fraction="97"', 'share'],
    ['encoding="base64">QUJD', 'encoding="base64">Q U', 'base64'],
    ['</questiontext>', '</question>', 'closes'],
    ['<answernumbering>ABCD', '<answernumbering>A', 'numbering'],
    ['@@PLUGINFILE@@/atlas', '@@PLUGINFILE@@/other', 'brings'],
  ])('would be refused with %s as %s', (right, wrong, told) => {
    const read = () => readAsMoodle(xml.replace(right, wrong)).faults.join();
    if (told === 'closes') expect(read).toThrow(told);
    else expect(read()).toContain(told);
  });

  test('carries its images, and markup in a text stays text', () => {
    expect(xml).toContain('<file name="atlas-0123.jpg" path="/" encoding="base64">QUJD</file>');
    expect(xml).toContain('@@PLUGINFILE@@/atlas-0123.jpg');
    expect(xml).toContain('Which &lt;b&gt; &amp; ]]&gt; is it?');
  });
});

describe('a card', () => {
  test('asks on its front with the image, and answers with all reasons on its back', () => {
    const { front, back } = cardOf(single);
    expect(front).toContain('<img src="atlas-0123.jpg" alt="A view">');
    expect(front).not.toContain('It is.');
    expect(back).toContain('<b>Below 0.5 mm.</b>');
    expect(back).toContain('It is not.');
    expect(back).toContain('Simulated images');
  });

  test('of a place says in words where it is', () => {
    expect(cardOf(place).back).toContain('It lies above.');
    expect(cardOf(place).front).not.toContain('It lies above.');
  });
});

test('the table has a line a question, and cells that hold commas and quotes', () => {
  const lines = itemsCsv(all).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + all.length);
  expect(lines[1]).toContain('which-is-it,single-choice,');
});
