import 'fake-indexeddb/auto';
import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { questionSchema } from '../../src/atlas/question.ts';
import { sealed } from '../../src/atlas/sealed.ts';
import { apart } from '../../src/quiz/apart.ts';
import { firstAnswers } from '../../src/quiz/first-answers.svelte.ts';
import { keyOf } from '../../src/quiz/item.ts';
import Practice from '../../src/quiz/Practice.svelte';
import { store } from '../../src/quiz/progress/keep.ts';
import type { Listed } from '../../src/quiz/test-set.ts';
import Progress from '../../src/quiz/Progress.svelte';

const items = Array.from({ length: 8 }, (_, index) =>
  apart(
    `item-${index}`,
    questionSchema.parse({
      kind: 'single-choice',
      title: `Title ${index}`,
      prompt: `Prompt ${index}?`,
      options: [
        { text: 'Right one', correct: true, why: 'It is right.' },
        { text: 'Wrong one', why: 'It is wrong.' },
      ],
      explanation: `Explanation ${index}.`,
      chapter: index < 3 ? 'introduction' : 'where',
    }),
    { links: [], sources: [] },
  ),
);
const listed = items.map((item, index): Listed => {
  const chapter = index < 3 ? 'introduction' : 'where';
  return { id: item.id, group: 'written', chapter, category: keyOf(item).category };
});

/** Items are fetched one by one, as the page does. */
let list: readonly Listed[] = listed;
vi.stubGlobal('fetch', async (address: string) => {
  if (address === '/list.json') return Response.json({ list: sealed(list) });
  const item = items.find(({ id }) => address === `/items/${id}.json`);
  return item ? Response.json(item) : new Response('', { status: 404 });
});

afterEach(async () => {
  firstAnswers.clear();
  await store.clear();
  history.replaceState(null, '', '/');
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const submit = () => fireEvent.submit(document.querySelector('.question-form') as HTMLFormElement);

/** The log, once it holds that many: an answer is shown before it is written. */
const kept = (many: number) =>
  waitFor(async () => {
    const { attempts } = await store.read();
    expect(attempts).toHaveLength(many);
    return attempts;
  });

const practise = async (of = listed) => {
  list = of;
  const shown = render(Practice, {
    listHref: '/list.json',
    chapters: [{ id: 'introduction', title: 'Introduction' }],
    itemsHref: '/items/*.json',
    casesHref: '/cases/*/',
    progressHref: '/progress/',
    endlessHref: '/endless/',
  });
  await waitFor(() => expect(button('Begin').disabled).toBe(false));
  return shown;
};

describe('practice', () => {
  test('asks one question after the other, explains each, and keeps what was answered', async () => {
    await practise(listed.slice(0, 3));
    await fireEvent.click(button('Begin'));
    for (const last of [false, false, true]) {
      await choose(/Wrong one/);
      await choose(/Very sure/);
      await submit();
      expect(await screen.findByText('It is right.', { exact: false })).toBeTruthy();
      expect(screen.getByText(/You were very sure, and wrong: −6 points/)).toBeTruthy();
      await fireEvent.click(button(last ? 'To the end' : 'Next question'));
    }
    expect(screen.getByText(/0 of 3 right; with near answers\s+0%/)).toBeTruthy();
    const attempts = await kept(3);
    expect(
      attempts.map(({ category, credit, certainty, mode }) => [category, credit, certainty, mode]),
    ).toEqual(Array.from({ length: 3 }, () => ['chapter:introduction', 0, 3, 'practice']));
  });

  test('keeps an answer whose page is left before it is written', async () => {
    const add = vi.spyOn(store, 'add').mockImplementation(() => new Promise(() => {}));
    await practise(listed.slice(0, 1));
    await fireEvent.click(button('Begin'));
    await choose(/Right one/);
    await submit();
    expect(await screen.findByText('It is right.', { exact: false })).toBeTruthy();
    await waitFor(() => expect(add).toHaveBeenCalled());
    add.mockRestore();
    expect((await store.read()).attempts).toEqual([]);

    vi.resetModules();
    const next = await import('../../src/quiz/progress/keep.ts');
    await vi.waitFor(async () => {
      expect((await next.store.read()).attempts).toMatchObject([{ item: 'item-0', credit: 1 }]);
      expect(localStorage.getItem('atlas-answers-ahead')).toBeNull();
    });
    await next.store.close();
  });

  test('brings back nothing on the day on which it was practised', async () => {
    await practise();
    expect(await screen.findByText(/Nothing is due/)).toBeTruthy();
  });

  test('brings back what went wrong days ago', async () => {
    await store.add([
      {
        id: 'old',
        at: Date.now() - 9 * 86_400_000,
        item: 'item-1',
        kind: 'single-choice',
        category: 'chapter:introduction',
        mode: 'practice',
        answer: [1],
        credit: 0,
        tookMs: 1000,
      },
    ]);
    await practise();
    await fireEvent.click(await screen.findByRole('button', { name: 'Practise what is due' }));
    // Not the same one again, but another of its kind.
    expect(await screen.findByText(/Title [02]/)).toBeTruthy();
  });
});

describe('a test set', () => {
  const sit = async () => {
    history.replaceState(null, '', '/?set=class-of-may&items=5');
    const { unmount } = await practise();
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('class-of-may'),
    );
    await fireEvent.submit(button('Begin the set').form as HTMLFormElement);
    const seen: string[] = [];
    for (let question = 0; question < 5; question += 1) {
      await waitFor(() => expect(screen.getByText(`${question + 1} of 5`)).toBeTruthy());
      seen.push(screen.getByText(/^Prompt/).textContent ?? '');
      await choose(/Right one/);
      expect(document.body.innerHTML).not.toContain('Explanation');
      await submit();
    }
    await waitFor(() => expect(screen.getByText(/5 of 5 right/)).toBeTruthy());
    await waitFor(() => expect(screen.getAllByText(/^Title/)).toHaveLength(5));
    for (const each of document.querySelectorAll('details')) {
      each.open = true;
      await fireEvent(each, new Event('toggle'));
    }
    await waitFor(() => expect(screen.getAllByText(/^Explanation/)).toHaveLength(5));
    unmount();
    return seen;
  };

  test('is named by its link, silent to the end, and the same for all who have the link', async () => {
    const first = await sit();
    expect(await sit()).toEqual(first);
    const attempts = await kept(10);
    expect(new Set(attempts.map(({ set }) => set))).toEqual(new Set(['class-of-may']));
    // Each of the five questions, once in each sitting.
    expect(new Set(attempts.map(({ item }) => item)).size).toBe(5);
  });
});

describe('the page of progress', () => {
  const show = () =>
    render(Progress, {
      lists: { morphology: ['amorphous'] },
      names: { morphology: 'Morphology', 'chapter:introduction': 'Introduction' },
      published: { morphology: 'Between experts: 0.36.' },
      practiceHref: '/practice/',
    });

  test('says where the answers lie, and that there are none', async () => {
    show();
    expect(
      await screen.findByText(/lie in this browser on this computer and nowhere else/),
    ).toBeTruthy();
    expect(screen.getByText(/There are none yet/)).toBeTruthy();
  });

  test('is silent about measures until there are enough answers', async () => {
    const { unmount } = await practise();
    await fireEvent.click(button('Begin'));
    await choose(/Right one/);
    await submit();
    await kept(1);
    unmount();
    show();
    expect(await screen.findByText(/There is 1, to 1 question\./)).toBeTruthy();
    expect(screen.getByText(/They were never exported./)).toBeTruthy();
    expect(await screen.findByText('Not enough answers yet: 1 of 20.')).toBeTruthy();
  });

  test('refuses a file that is none in a sentence', async () => {
    show();
    const input = await screen.findByLabelText<HTMLInputElement>('Import a file');
    await fireEvent.change(input, { target: { files: [new File(['{}'], 'x.json')] } });
    expect(await screen.findByText(/no file of progress from the atlas/)).toBeTruthy();
  });
});
