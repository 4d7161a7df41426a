import { beforeEach, expect, test } from 'vitest';
import { bindFilter } from '../../src/components/filter.ts';

let list: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = `<section>
    <input type="search" data-filter name="words" />
    <select data-filter name="sure"><option value=""></option><option value="low">low</option></select>
    <p role="status"></p>
    <ul>
      <li data-item data-sure="low">Carbonate falls</li>
      <li data-item data-sure="high">Oxalate is colourless</li>
      <li data-item data-sure="low">Oxalate in culture</li>
    </ul></section>`;
  list = document.querySelector('section') as HTMLElement;
  bindFilter(list);
});

const shown = () =>
  [...list.querySelectorAll<HTMLElement>('li')]
    .filter((item) => !item.hidden)
    .map((item) => item.textContent);
const set = (name: string, value: string) => {
  const control = list.querySelector<HTMLInputElement>(`[name="${name}"]`);
  if (!control) throw new Error(name);
  control.value = value;
  control.dispatchEvent(new Event('input'));
};

test('words and a choice narrow a list together, and the number left is told', () => {
  expect(list.querySelector('[role="status"]')?.textContent).toBe('3 of 3');
  set('words', 'OXALATE');
  expect(shown()).toEqual(['Oxalate is colourless', 'Oxalate in culture']);
  set('sure', 'low');
  expect(shown()).toEqual(['Oxalate in culture']);
  expect(list.querySelector('[role="status"]')?.textContent).toBe('1 of 3');
  set('words', '');
  set('sure', '');
  expect(shown()).toHaveLength(3);
});
