import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Question as Record, questionSchema } from '../../src/atlas/question.ts';
import { apart } from '../../src/quiz/apart.ts';
import { firstAnswers } from '../../src/quiz/first-answers.svelte.ts';
import Question from '../../src/quiz/Question.svelte';

const sources = [{ label: 'Berg et al. 2001', href: '/references/#berg2001' }];
const links = [{ label: 'Radiological classification', href: '/chapters/x/' }];

beforeEach(() => {
  document.body.dataset.question = '';
});
afterEach(() => firstAnswers.clear());

/** Shows a question; what it does not say is as a plain one has it. */
function show(fields: object, asked: object = {}): void {
  const question: Record = questionSchema.parse({
    kind: 'single-choice',
    title: 'A group in the upper outer quadrant',
    prompt: 'Which word fits?',
    explanation: 'The particles are too small.\n\nMagnify first.',
    ...fields,
  });
  render(Question, { item: apart('shape', question, { links, sources }), ...asked });
}

const option = (name: RegExp, role = 'radio') => screen.getByRole<HTMLInputElement>(role, { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const check = () => fireEvent.submit(button('Check answer').form as HTMLFormElement);
const told = () => screen.getByRole('status').textContent;

describe('a single-choice question', () => {
  beforeEach(() =>
    show({
      options: [
        { text: 'Round', why: 'No particle is smooth.' },
        { text: 'Amorphous', correct: true, why: 'No outline can be named.' },
      ],
    }),
  );

  test('is a group of options named by the question', () => {
    expect(screen.getByRole('group', { name: 'Which word fits?' })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  test('keeps reasons and explanation back until it is answered', () => {
    expect(document.body.innerHTML).not.toContain('No outline can be named');
    expect(document.body.innerHTML).not.toContain('Magnify first');
  });

  test('asks for an option when it is checked without one', async () => {
    await check();
    expect(told()).toContain('Choose an option first.');
    expect(document.body.innerHTML).not.toContain('No outline can be named');
  });

  test('says in words that an answer is right, and why each option is right or wrong', async () => {
    await fireEvent.click(option(/Amorphous/));
    await check();
    expect(told()).toContain('Right: B is the answer.');
    expect(screen.getByText('No particle is smooth.', { exact: false })).toBeTruthy();
    expect(screen.getByText('Magnify first.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Berg et al. 2001' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Radiological classification' })).toBeTruthy();
    expect(screen.getByText(/1 of 1 right on this page/)).toBeTruthy();
  });

  test('says in words that an answer is wrong, and which was right', async () => {
    await fireEvent.click(option(/Round/));
    await check();
    expect(told()).toContain('Not right: you chose A; the answer is B.');
    expect(screen.getByText(/0 of 1 right on this page/)).toBeTruthy();
  });

  test('moves the focus to the result, and back to the first option for another try', async () => {
    await fireEvent.click(option(/Round/));
    await check();
    expect(document.activeElement).toBe(screen.getByRole('status'));
    await fireEvent.click(button('Try again'));
    expect(document.activeElement).toBe(option(/Round/));
    expect(option(/Round/).checked).toBe(false);
  });

  test('counts the first answer only', async () => {
    await fireEvent.click(option(/Round/));
    await check();
    await fireEvent.click(button('Try again'));
    await fireEvent.click(option(/Amorphous/));
    await check();
    expect(screen.getByText(/0 of 1 right on this page/)).toBeTruthy();
  });
});

test('a question with several right options takes as many as are ticked', async () => {
  show({
    kind: 'multiple-choice',
    options: [
      { text: 'Skin', correct: true, why: 'Typically benign.' },
      { text: 'Amorphous', why: 'Suspicious.' },
      { text: 'Rim', correct: true, why: 'Typically benign.' },
    ],
  });
  await check();
  expect(told()).toContain('Choose one or more options first.');
  await fireEvent.click(option(/Skin/, 'checkbox'));
  await fireEvent.click(option(/Amorphous/, 'checkbox'));
  await fireEvent.click(option(/Amorphous/, 'checkbox'));
  await check();
  expect(told()).toContain('Partly right: you found 1 of 2 (50%); the answer is A and C.');
  expect(screen.getByText('✓ Right, and not chosen.')).toBeTruthy();
});

test('a number is typed, and a known slip is explained', async () => {
  show({
    kind: 'numeric',
    answer: 5,
    tolerance: 0,
    slips: [{ value: 10, why: 'Ten is the extent in millimetres.' }],
  });
  const field = screen.getByLabelText<HTMLInputElement>('Your answer');
  await fireEvent.input(field, { target: { value: 'ten' } });
  await check();
  expect(told()).toContain('Write a number first');
  await fireEvent.input(field, { target: { value: '10' } });
  await check();
  expect(told()).toContain('Ten is the extent in millimetres.');
});

test('entries are put in order by buttons, and each move is told', async () => {
  show({
    kind: 'ordering',
    from: 'Least likely malignant',
    to: 'Most likely malignant',
    entries: ['First', 'Second', 'Third'].map((text) => ({ text, why: `${text} by its figures.` })),
  });
  const rows = () =>
    screen
      .getAllByRole('listitem')
      .map((row) => /First|Second|Third/.exec(row.textContent ?? '')?.[0]);
  expect(rows()).not.toEqual(['First', 'Second', 'Third']);
  for (const [place, text] of ['First', 'Second'].entries())
    while (rows().indexOf(text) > place) await fireEvent.click(button(`Move up: ${text}`));
  expect(rows()).toEqual(['First', 'Second', 'Third']);
  expect(document.body.textContent).toMatch(/: now \d of 3\./);
  await check();
  expect(told()).toContain('Right: the order is right.');
  expect(screen.getByText('Third by its figures.', { exact: false })).toBeTruthy();
});

test('of a pair each side is given its word', async () => {
  show({
    kind: 'look-alike-pair',
    words: ['Vascular', 'Fine linear'],
    sides: [
      { text: 'Two tracks beside each other.', word: 1, why: 'Two walls.' },
      { text: 'One broken line.', word: 2, why: 'One lumen.' },
    ],
  });
  await fireEvent.click(screen.getAllByRole('radio', { name: 'Vascular' })[0] as HTMLElement);
  await check();
  expect(told()).toContain('Give each of the two a word first.');
  await fireEvent.click(screen.getAllByRole('radio', { name: 'Vascular' })[1] as HTMLElement);
  await check();
  expect(told()).toContain('One of two: the first is vascular, the second is fine linear.');
});

const decision = {
  kind: 'decision',
  steps: [
    {
      id: 'slides',
      situation: 'The slides hold no calcium.',
      choices: [
        { text: 'Polarise them', credit: 1, consequence: 'They stay dark.', next: 'block' },
        { text: 'Report them as lost', credit: 0, consequence: 'It was too early.' },
      ],
    },
    {
      id: 'block',
      situation: 'What about the block?',
      choices: [
        { text: 'X-ray it', credit: 1, consequence: 'It is still there.' },
        { text: 'Throw it away', credit: 0, consequence: 'It is gone.' },
      ],
    },
  ],
};

test('a decision shows what comes of a choice before the next, and ends by itself', async () => {
  show(decision);
  expect(document.body.innerHTML).not.toContain('What about the block?');
  await fireEvent.click(button('Polarise them'));
  expect(screen.getByText('They stay dark.', { exact: false })).toBeTruthy();
  expect(screen.getByText('What about the block?')).toBeTruthy();
  await fireEvent.click(button('Throw it away'));
  expect(told()).toContain('Partly right (50%): credit was lost at step 2, “Throw it away”.');
  await fireEvent.click(button('Try again'));
  expect(document.activeElement).toBe(button('Polarise them'));
});

test('a decision of a test set tells what the next step needs, and judges nothing before the end', async () => {
  show(decision, { mode: 'set', set: 'x', next: 'Next question' });
  await fireEvent.click(button('Polarise them'));
  expect(screen.getByText('They stay dark.', { exact: false })).toBeTruthy();
  await fireEvent.click(button('Throw it away'));
  expect(document.body.textContent).not.toMatch(/Right|Not this|It is gone/);
  expect(document.querySelector('.taken.right, .taken.wrong')).toBeNull();
});
