import { describe, expect, test } from 'vitest';
import { sealed } from '../../../../src/atlas/sealed.ts';
import { fewTerms, narrowed } from '../../../../src/lesson/own/terms.ts';
import { findTerm, morphologyIds } from '../../../../src/lexicon/index.ts';
import { type Item, keyOf } from '../../../../src/quiz/item.ts';
import { termChoice } from '../../../../src/quiz/term-choice.ts';

function asking(truth: string, offered: readonly string[] = morphologyIds): Item {
  const { asked, key } = termChoice('morphology', offered, truth);
  const term = { asks: 'morphology', truth, options: offered };
  const told = { explanation: 'E', links: [], sources: [], category: 'morphology', term };
  return {
    id: 'q',
    asked: { title: 'T', prompt: 'P', ...asked },
    key: sealed({ ...key, ...told }),
  };
}

const optionsOf = ({ asked }: Item) => ('options' in asked ? asked.options : []);

describe('the terms that a room is offered', () => {
  test.each(morphologyIds)(
    '%s is among the eight that stand for all, with what is nearest',
    (truth) => {
      const few = fewTerms(asking(truth));
      expect(few).toHaveLength(8);
      expect(few).toContain(truth);
      expect(few).toEqual(morphologyIds.filter((id) => few?.includes(id)));
    },
  );

  test('next to fine linear stand the suspicious ones, and what looks like it', () => {
    const few = fewTerms(asking('fine-linear'));
    const near = ['vascular', 'amorphous', 'coarse-heterogeneous', 'fine-pleomorphic'];
    expect(few).toEqual(expect.arrayContaining(near));
  });

  test('a question of few terms keeps them', () => {
    expect(fewTerms(asking('vascular', ['skin', 'vascular']))).toBeUndefined();
  });

  test('who names terms gets these in their order, each with its own reason and credit', () => {
    const whole = asking('fine-linear');
    const among = ['vascular', 'fine-linear', 'fine-pleomorphic'];
    const item = narrowed(whole, among);
    expect(optionsOf(item)).toEqual(among.map((id) => findTerm('morphology', id as never).label));
    const key = keyOf(item) as unknown as { credits: number[]; why: string[] };
    const before = keyOf(whole) as unknown as { credits: number[]; why: string[] };
    const places = among.map((id) => morphologyIds.indexOf(id as never));
    expect(key.credits).toEqual(places.map((at) => before.credits[at]));
    expect(key.credits[1]).toBe(1);
    expect(key.why).toEqual(places.map((at) => before.why[at]));
  });

  test.each([
    ['without the right one', ['vascular', 'skin']],
    ['none at all', []],
    ['nothing said', undefined],
  ])('terms that cannot be asked are not: %s', (_, among) => {
    const item = asking('fine-linear');
    expect(narrowed(item, among)).toBe(item);
  });
});
