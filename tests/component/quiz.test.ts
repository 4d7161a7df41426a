import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstAnswers } from '../../src/quiz/page-score.svelte.ts';
import SingleChoice from '../../src/quiz/SingleChoice.svelte';

const item = {
  title: 'A group in the upper outer quadrant',
  prompt: 'Which word fits?',
  options: [
    { text: 'Round', correct: false, why: 'No particle is smooth.' },
    { text: 'Amorphous', correct: true, why: 'No outline can be named.' },
  ],
  explanation: 'The particles are too small.\n\nMagnify first.',
};
const sources = [{ label: 'Berg et al. 2001', href: '/references/#berg2001' }];

beforeEach(() => {
  document.body.dataset.question = '';
  render(SingleChoice, { id: 'shape', item, sources });
});
afterEach(() => firstAnswers.clear());

const option = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('a single-choice question', () => {
  test('is a group of options named by the question', () => {
    expect(screen.getByRole('group', { name: 'Which word fits?' })).toBeTruthy();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });

  test('keeps reasons and explanation back until it is answered', () => {
    expect(document.body.textContent).not.toContain('No outline can be named');
    expect(document.body.textContent).not.toContain('Magnify first');
  });

  test('asks for an option when it is checked without one', async () => {
    await fireEvent.submit(button('Check answer').form as HTMLFormElement);
    expect(screen.getByRole('status').textContent).toContain('Choose an option first.');
    expect(document.body.textContent).not.toContain('No outline can be named');
  });

  test('says in words that an answer is right, and why each option is right or wrong', async () => {
    await fireEvent.click(option(/Amorphous/));
    await fireEvent.submit(button('Check answer').form as HTMLFormElement);
    expect(screen.getByRole('status').textContent).toContain('Right: B is the answer.');
    expect(screen.getByText('No particle is smooth.', { exact: false })).toBeTruthy();
    expect(screen.getByText('Magnify first.')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Berg et al. 2001' })).toBeTruthy();
    expect(screen.getByText(/1 of 1 right on this page/)).toBeTruthy();
  });

  test('says in words that an answer is wrong, and which was right', async () => {
    await fireEvent.click(option(/Round/));
    await fireEvent.submit(button('Check answer').form as HTMLFormElement);
    expect(screen.getByRole('status').textContent).toContain(
      'Not right: you chose A; the answer is B.',
    );
    expect(screen.getByText(/0 of 1 right on this page/)).toBeTruthy();
  });

  test('moves the focus to the result, and back to the first option for another try', async () => {
    await fireEvent.click(option(/Round/));
    await fireEvent.submit(button('Check answer').form as HTMLFormElement);
    expect(document.activeElement).toBe(screen.getByRole('status'));
    await fireEvent.click(button('Try again'));
    expect(document.activeElement).toBe(option(/Round/));
    expect(option(/Round/).checked).toBe(false);
  });
});
