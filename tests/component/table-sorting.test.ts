import { beforeEach, expect, test } from 'vitest';
import { bindSorting } from '../../src/components/table-sorting.ts';

let table: HTMLTableElement;

beforeEach(() => {
  document.body.innerHTML = `<table>
    <thead><tr><th aria-sort="none" data-first="ascending"><button>Study</button></th><th aria-sort="none"><button>Amorphous</button></th></tr></thead>
    <tbody>
      <tr><th data-value="0">Berg</th><td data-value="20">20%</td></tr>
      <tr><th data-value="2">Liberman</th><td>–</td></tr>
      <tr><th data-value="1">Kim</th><td data-value="7.2">7.2%</td></tr>
      <tr><th data-value="3">Rominger</th><td data-value="27">27%</td></tr>
    </tbody></table>`;
  table = document.querySelector('table') as HTMLTableElement;
  bindSorting(table);
});

const order = () => [...table.querySelectorAll('tbody th')].map((cell) => cell.textContent);
const press = (heading = 1) => table.querySelectorAll('button')[heading]?.click();
const said = () => table.querySelectorAll('th')[1]?.getAttribute('aria-sort');

test('a heading sorts from the likeliest, then from the least likely, then as printed', () => {
  press();
  expect([said(), order()]).toEqual(['descending', ['Rominger', 'Berg', 'Kim', 'Liberman']]);
  press();
  expect([said(), order()]).toEqual(['ascending', ['Kim', 'Berg', 'Rominger', 'Liberman']]);
  press();
  expect([said(), order()]).toEqual(['none', ['Berg', 'Liberman', 'Kim', 'Rominger']]);
});

test('a heading of names begins with A', () => {
  press(0);
  expect(order()).toEqual(['Berg', 'Kim', 'Liberman', 'Rominger']);
  press(0);
  expect(order()).toEqual(['Rominger', 'Liberman', 'Kim', 'Berg']);
  press(0);
  expect(order()).toEqual(['Berg', 'Liberman', 'Kim', 'Rominger']);
});
