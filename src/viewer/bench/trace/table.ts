/** All specks of a case and how each stands in every view: the way to them without a pointer. */
import { allow, button } from '../button.ts';
import type { Standing } from './fate.ts';
import { minerals, nameOf, standings, words } from './words.ts';
import type { SpeckTrace } from '../../../trace/index.ts';

/** What a row says of a speck. */
export interface Row {
  readonly speck: number;
  readonly mineral: SpeckTrace['mineral'];
  readonly size: string;
  /** In the order of the views; undefined where it is not known yet. */
  readonly standings: readonly (Standing | undefined)[];
}

/** The table in the page. */
export interface Table {
  readonly element: HTMLElement;
  fill(rows: readonly Row[]): void;
  choose(speck: number | null): void;
}

/** So many rows stand in the page at once: each costs every movement of the pictures a little. */
const mostRows = 200;

/** Builds the table; `chosen` hears of a press, `pointed` of what is pointed at or has the focus. */
export function createTable(
  views: readonly { readonly short: string; readonly title: string }[],
  chosen: (speck: number) => void,
  pointed: (speck: number | null) => void,
): Table {
  const element = document.createElement('div');
  element.className = 'trace-table';
  const table = document.createElement('table');
  const caption = table.createCaption();
  caption.textContent = words.caption;
  const head = table.createTHead().insertRow();
  for (const [text, title] of [
    [words.number, ''] as const,
    ...views.map(({ short, title }) => [short, title] as const),
  ]) {
    const cell = document.createElement('th');
    cell.scope = 'col';
    cell.textContent = text;
    if (title) cell.title = title;
    head.append(cell);
  }
  const body = table.createTBody();
  const leaf = document.createElement('p');
  leaf.className = 'trace-leaf';
  const place = document.createElement('span');
  place.setAttribute('role', 'status');
  const earlier = button(words.earlier, { onPress: () => leafTo(first - mostRows) });
  const later = button(words.later, { onPress: () => leafTo(first + mostRows) });
  leaf.append(earlier, place, later);
  element.append(table, leaf);
  let buttons = new Map<number, HTMLButtonElement>();
  let current: number | null = null;
  let all: readonly Row[] = [];
  /** Where in all of them the rows begin that stand in the page. */
  let first = 0;

  function rowOf({ speck, mineral, size, standings: stands }: Row, at: number): HTMLButtonElement {
    const row = body.insertRow();
    // Counted from one, after the row of the head.
    row.ariaRowIndex = String(at + 2);
    const name = document.createElement('th');
    name.scope = 'row';
    const press = document.createElement('button');
    press.type = 'button';
    press.tabIndex = -1;
    press.setAttribute('aria-pressed', 'false');
    const sign = document.createElement('span');
    sign.dataset.mineral = mineral;
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = minerals[mineral].sign;
    press.append(sign, ` ${speck + 1}`);
    press.setAttribute('aria-label', `${nameOf(speck)}, ${minerals[mineral].name}, ${size}`);
    const length = document.createElement('span');
    length.setAttribute('aria-hidden', 'true');
    length.textContent = size;
    name.append(press, length);
    row.append(name);
    for (const standing of stands) {
      const cell = row.insertCell();
      if (standing) cell.dataset.standing = standing;
      const drawn = document.createElement('span');
      drawn.setAttribute('aria-hidden', 'true');
      drawn.textContent = standing ? standings[standing].sign : '…';
      const said = document.createElement('span');
      said.className = 'unseen';
      said.textContent = standing ? standings[standing].name : words.waiting;
      cell.append(drawn, said);
    }
    press.addEventListener('click', () => chosen(speck));
    press.addEventListener('focus', () => pointed(speck));
    press.addEventListener('blur', () => pointed(null));
    row.addEventListener('pointerenter', () => pointed(speck));
    row.addEventListener('pointerleave', () => pointed(null));
    return press;
  }

  // One stop on the way of the Tab key; within the table the arrows lead on.
  body.addEventListener('keydown', (event) => {
    const shown = [...buttons.values()].indexOf(event.target as HTMLButtonElement);
    const at = first + shown;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (shown < 0 || to === undefined) return;
    event.preventDefault();
    const next = all[to];
    if (!next) return;
    if (!buttons.has(next.speck)) leafTo(to);
    buttons.get(next.speck)?.focus();
  });
  body.addEventListener('focusin', ({ target }) => {
    for (const each of buttons.values()) each.tabIndex = each === target ? 0 : -1;
  });

  /** Puts those rows into the page among which the one at `at` is. */
  function leafTo(at: number): void {
    first = mostRows * Math.max(0, Math.floor(Math.min(at, all.length - 1) / mostRows));
    body.replaceChildren();
    const rows = all.slice(first, first + mostRows);
    buttons = new Map(rows.map((row, at) => [row.speck, rowOf(row, first + at)]));
    table.ariaRowCount = String(all.length + 1);
    leaf.hidden = all.length <= mostRows;
    if (!leaf.hidden) place.textContent = words.leaf(first + 1, first + rows.length, all.length);
    allow(earlier, first > 0, words.noEarlier);
    allow(later, first + rows.length < all.length, words.noLater);
    mark();
  }

  function mark(): void {
    const [top] = buttons.values();
    for (const [id, each] of buttons) {
      each.setAttribute('aria-pressed', String(id === current));
      each.tabIndex = -1;
    }
    const stop = (current !== null && buttons.get(current)) || top;
    if (stop) stop.tabIndex = 0;
  }

  return {
    element,
    fill(rows) {
      const focused = [...buttons].find(([, each]) => each === document.activeElement)?.[0];
      all = rows;
      leafTo(first);
      if (focused !== undefined) buttons.get(focused)?.focus({ preventScroll: true });
    },
    choose(speck) {
      current = speck;
      const at = all.findIndex((row) => row.speck === speck);
      if (at >= 0 && speck !== null && !buttons.has(speck)) leafTo(at);
      else mark();
    },
  };
}
