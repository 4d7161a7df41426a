import { describe, expect, test } from 'vitest';
import { checkContent, isOf } from '../../../../src/atlas/check.ts';
import {
  assessmentIds,
  distributionIds,
  findTerm,
  lesionIds,
  mineralIds,
  morphologyIds,
  usualAssessment,
} from '../../../../src/lexicon/index.ts';
import { answerInWords } from '../../../../src/quiz/answer-in-words.ts';
import { bankOf } from '../../../../src/quiz/bank/bank.ts';
import { freshAnswer, judge, keyOf, missingFrom } from '../../../../src/quiz/item.ts';
import type { ChoiceKey } from '../../../../src/quiz/items/choice.ts';

const { entries } = await checkContent();
const cases = entries.filter((entry) => isOf(entry, 'cases'));
const questions = entries.filter((entry) => isOf(entry, 'questions'));
const pages = {
  chapter: (id: string) => ({ label: id, href: `/chapters/${id}/` }),
  term: (kind: string, id: string) => `/descriptors/${kind}/${id}/`,
  case: (id: string) => `/cases/${id}/`,
  reference: (key: string) => ({ label: key, href: `/references/#${key}` }),
};
const bank = bankOf({ cases, questions }, pages);
const items = bank.map(({ item }) => item);
const made = bank.filter(({ group }) => group !== 'written').map(({ item }) => item);

const terms = {
  morphology: morphologyIds,
  distribution: distributionIds,
  assessment: assessmentIds,
  mineral: mineralIds,
  lesion: lesionIds,
};

/** The words of an item's right answer that its page must not hold before. */
const plain = (text: string) => text.toLowerCase().replaceAll('-', ' ');

describe('all items of the atlas', () => {
  test('have each a name of its own, fit for an address', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { id } of items) expect(id).toMatch(/^[a-z0-9-]{1,150}$/);
  });

  test('are at least 120 on images, of every kind, and 60 that people wrote', () => {
    expect(items.filter(({ asked }) => asked.pictures).length).toBeGreaterThanOrEqual(120);
    expect(bank.filter(({ group }) => group === 'written').length).toBeGreaterThanOrEqual(60);
    const chapters = entries.filter((entry) => isOf(entry, 'chapters')).map(({ id }) => id);
    const asking = new Set(bank.map(({ chapter }) => chapter));
    expect(chapters.filter((id) => !asking.has(id))).toEqual([]);
    expect(chapters.length).toBeGreaterThan(5);
    const kinds = new Set(
      items.filter(({ asked }) => asked.pictures).map(({ asked }) => asked.kind),
    );
    expect([...kinds].sort()).toEqual([
      'hotspot',
      'look-alike-pair',
      'mineral',
      'ordering',
      'reading',
      'single-choice',
    ]);
  });

  test('hold twenty whole cases and more, each with all that it takes to find and to describe', () => {
    const readings = made.flatMap(({ id, asked }) =>
      asked.kind === 'reading' ? [{ id, asked }] : [],
    );
    expect(readings.length).toBeGreaterThanOrEqual(20);
    for (const { asked } of readings) {
      const kinds = asked.pictures.map(({ view }) => view);
      const magnified = kinds.filter((kind) => kind.startsWith('magnification'));
      expect(magnified.length).toBe(kinds.length - asked.screening);
      expect(magnified.length).toBeGreaterThan(0);
      expect(asked.prompt.includes('Only')).toBe(asked.screening === 0);
    }
    // The earlier image that made the category another is not shown.
    expect(readings.map(({ id }) => id)).not.toContain('increasing-at-46-reading');
  });

  test('ask for the category of one view only where no earlier image has decided it', () => {
    const asked = items.flatMap(
      ({ id }) => /^(.*)-magnification-\w+-assessment$/.exec(id)?.[1] ?? [],
    );
    expect(asked.length).toBeGreaterThan(10);
    for (const name of asked) {
      const found = cases.find(({ id }) => id === name)?.data;
      const { morphology, distribution } = found?.recipe ?? {};
      if (!morphology || !distribution) continue;
      const own = found?.findings.find(({ assessment }) => assessment)?.assessment;
      const usual = usualAssessment(morphology, distribution).category;
      expect(`${name} ${own ?? usual}`).toBe(`${name} ${usual}`);
    }
  });

  test('make every term of the lexicon the right answer somewhere and a wrong one somewhere', () => {
    const right = new Set<string>();
    const wrong = new Set<string>();
    for (const { asked, key } of items.map((item) => ({ ...item, key: keyOf(item) }))) {
      if (asked.kind !== 'single-choice') continue;
      const { credits } = key as ChoiceKey & typeof key;
      for (const [index, label] of asked.options.entries())
        (credits[index] === 1 ? right : wrong).add(label);
    }
    const labels = (Object.keys(terms) as (keyof typeof terms)[]).flatMap((kind) =>
      terms[kind].map((id) => findTerm(kind, id).label),
    );
    expect(labels.filter((label) => !right.has(label))).toEqual([]);
    expect(labels.filter((label) => !wrong.has(label))).toEqual([]);
  });

  test.each(made.map((item) => [item.id, item] as const))(
    '%s can be judged, gives its reasons, and does not tell its answer before',
    (_, item) => {
      const { asked, id } = item;
      const key = keyOf(item);
      expect(answerInWords(asked, key)).toMatch(/\w/);
      expect(key.explanation + JSON.stringify(key)).toMatch(/\w/);
      expect(key.links.length).toBeGreaterThan(0);
      const first = freshAnswer(asked);
      if (missingFrom(asked, key, first) === undefined)
        expect(judge(asked, key, first).credit).toBeLessThan(1);
      // What is offered is offered to all; everything else must be silent about what is right.
      const before = plain(JSON.stringify([id, asked.title, asked.prompt, asked.pictures ?? []]));
      const answers =
        asked.kind === 'single-choice' || asked.kind === 'mineral'
          ? asked.options.filter(
              (_option, index) => (key as ChoiceKey & typeof key).credits[index] === 1,
            )
          : [];
      for (const answer of answers) expect(before).not.toContain(plain(answer));
      if (asked.kind === 'single-choice')
        expect((key as ChoiceKey & typeof key).credits.filter((each) => each === 1)).toHaveLength(
          1,
        );
      const text = JSON.stringify({ id, asked });
      for (const telling of ['href', 'why', 'credits', 'correct', 'truth'])
        expect(text).not.toContain(`"${telling}"`);
    },
  );

  test('on a picture have no title or description of an author that names what is asked', () => {
    const telling = made.filter(({ asked, ...item }) => {
      const { term } = keyOf(item);
      return asked.pictures?.some(({ case: id, view }) => {
        const record = cases.find((entry) => entry.id === id)?.data;
        const shown = record?.views.find((each) => (each.id ?? each.kind) === view);
        const text = plain(`${id} ${shown?.title} ${shown?.description}`);
        return term && text.includes(plain(term.truth));
      });
    });
    expect(telling.map(({ id }) => id)).toEqual([]);
  });
});
