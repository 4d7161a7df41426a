import { describe, expect, test } from 'vitest';
import { checkContent, isOf } from '../../../src/atlas/check.ts';
import type { CaseRecord } from '../../../src/atlas/case.ts';
import { type Question, questionSchema } from '../../../src/atlas/question.ts';
import { answerInWords } from '../../../src/quiz/answer-in-words.ts';
import { apart } from '../../../src/quiz/apart.ts';
import { freshAnswer, judge, keyOf, missingFrom } from '../../../src/quiz/item.ts';

const { entries } = await checkContent();
const cases = new Map(
  entries.flatMap((entry) => (isOf(entry, 'cases') ? [[entry.id, entry.data] as const] : [])),
);
const questions = entries.flatMap((entry) =>
  isOf(entry, 'questions') ? [{ id: entry.id, question: entry.data }] : [],
);
const after = {
  links: [{ label: 'Amorphous', href: '/descriptors/amorphous/' }],
  sources: [{ label: 'Berg et al. 2001', href: '/references/#berg2001' }],
};
const caseOf = (question: Question): CaseRecord | undefined =>
  question.kind === 'picture' ? cases.get(question.case) : undefined;
const parted = questions.map(({ id, question }) => ({
  id,
  question,
  item: apart(id, question, after, caseOf(question)),
}));

/** Every text of a question that tells its answer. */
function telling(question: Question): string[] {
  const of = (value: unknown): string[] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, each]) =>
          ['why', 'explanation', 'consequence'].includes(name) ? [String(each)] : of(each),
        )
      : [];
  return of(question);
}

describe('a question parted from its answer', () => {
  test.each(parted)('$id tells nothing of it before', ({ question, item }) => {
    const text = JSON.stringify(item);
    expect(telling(question).length).toBeGreaterThan(0);
    for (const secret of telling(question)) expect(text).not.toContain(secret);
    expect(text).not.toContain('correct');
    expect(text).not.toContain('href');
  });

  test.each(parted)(
    '$id has an answer that can be judged, which the first look is not',
    ({ item }) => {
      const key = keyOf(item);
      expect(answerInWords(item.asked, key)).toMatch(/\w/);
      const first = freshAnswer(item.asked);
      if (missingFrom(item.asked, key, first) === undefined)
        expect(judge(item.asked, key, first).credit).toBeLessThan(1);
    },
  );

  test('of an order is never shown in its right order', () => {
    const entry = (text: string) => ({ text, why: 'So.' });
    const question = questionSchema.parse({
      kind: 'ordering',
      title: 'An order',
      prompt: 'Which first?',
      from: 'least',
      to: 'most',
      entries: ['a', 'b', 'c'].map(entry),
      explanation: 'So.',
    });
    for (let seed = 0; seed < 60; seed += 1) {
      const { asked } = apart(`order-${seed}`, question, after);
      expect('entries' in asked && asked.entries).not.toEqual(['a', 'b', 'c']);
    }
  });
});
