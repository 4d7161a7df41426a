import { beforeEach, expect, test } from 'vitest';
import { createTable, type Row, type Table } from '../../src/viewer/bench/trace/table.ts';

const rows = (count: number) =>
  Array.from({ length: count }, (_, speck): Row => ({
    speck,
    mineral: 'hydroxyapatite',
    size: '200 µm',
    standings: ['seen'],
  }));

let followed: number[] = [];
let table: Table;
beforeEach(() => {
  followed = [];
  table = createTable(
    [{ short: 'CC', title: 'Craniocaudal view' }],
    (speck) => {
      followed.push(speck);
      table.choose(speck);
    },
    () => {},
  );
  document.body.replaceChildren(table.element);
});

const names = () =>
  [...document.querySelectorAll('tbody button')].map((each) => each.textContent.slice(2));
const named = (name: string) =>
  [...document.querySelectorAll('tbody button')].find(
    (each) => each.textContent.slice(2) === name,
  ) as HTMLButtonElement;
const leaf = () => document.querySelector<HTMLElement>('.trace-leaf');
const press = (key: string) =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));

test('a group of some dozens stands in the table whole, without leaves', () => {
  table.fill(rows(60));
  expect(names()).toHaveLength(60);
  expect(leaf()?.hidden).toBe(true);
});

test('thousands of calcifications come in leaves of two hundred, and say where one is', () => {
  table.fill(rows(450));
  expect(names()).toHaveLength(200);
  expect(leaf()?.textContent).toContain('1 to 200 of 450');
  const [earlier, later] = leaf()?.querySelectorAll('button') ?? [];
  expect(earlier?.getAttribute('aria-disabled')).toBe('true');
  later?.click();
  later?.click();
  expect(names()[0]).toBe('401');
  expect(leaf()?.textContent).toContain('401 to 450 of 450');
  expect(later?.getAttribute('aria-disabled')).toBe('true');
});

test.each([
  ['ArrowDown', '200', '201'],
  ['ArrowUp', '201', '200'],
  ['End', '3', '450'],
  ['Home', '450', '1'],
])('the key %s leads from calcification %s to %s', (key, from, to) => {
  table.fill(rows(450));
  table.choose(Number(from) - 1);
  named(from).focus();
  press(key);
  expect(document.activeElement?.textContent?.slice(2)).toBe(to);
});

test('one that is followed in a picture is brought into the table, wherever it stands', () => {
  table.fill(rows(450));
  table.choose(310);
  expect(named('311').getAttribute('aria-pressed')).toBe('true');
  expect(named('311').tabIndex).toBe(0);
  named('250').click();
  expect(followed).toEqual([249]);
  expect(named('250').getAttribute('aria-pressed')).toBe('true');
  expect(named('311').getAttribute('aria-pressed')).toBe('false');
});
