/** All specks of a case and how each stands in every view: the way to them without a pointer. */
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
  element.append(table);
  let buttons = new Map<number, HTMLButtonElement>();
  let current: number | null = null;

  function rowOf({ speck, mineral, size, standings: stands }: Row): HTMLButtonElement {
    const row = body.insertRow();
    const name = document.createElement('th');
    name.scope = 'row';
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.setAttribute('aria-pressed', 'false');
    const sign = document.createElement('span');
    sign.dataset.mineral = mineral;
    sign.setAttribute('aria-hidden', 'true');
    sign.textContent = minerals[mineral].sign;
    button.append(sign, ` ${speck + 1}`);
    button.setAttribute('aria-label', `${nameOf(speck)}, ${minerals[mineral].name}, ${size}`);
    const length = document.createElement('span');
    length.setAttribute('aria-hidden', 'true');
    length.textContent = size;
    name.append(button, length);
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
    button.addEventListener('click', () => chosen(speck));
    button.addEventListener('focus', () => pointed(speck));
    button.addEventListener('blur', () => pointed(null));
    row.addEventListener('pointerenter', () => pointed(speck));
    row.addEventListener('pointerleave', () => pointed(null));
    return button;
  }

  // One stop on the way of the Tab key; within the table the arrows lead on.
  body.addEventListener('keydown', (event) => {
    const all = [...buttons.values()];
    const at = all.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    const next = to === undefined ? undefined : all[to];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    next?.focus();
  });
  body.addEventListener('focusin', ({ target }) => {
    for (const each of buttons.values()) each.tabIndex = each === target ? 0 : -1;
  });

  function choose(speck: number | null): void {
    current = speck;
    const [first] = buttons.values();
    for (const [id, each] of buttons) {
      each.setAttribute('aria-pressed', String(id === speck));
      each.tabIndex = -1;
    }
    const stop = (speck !== null && buttons.get(speck)) || first;
    if (stop) stop.tabIndex = 0;
  }

  return {
    element,
    fill(rows) {
      const focused = [...buttons].find(([, each]) => each === document.activeElement)?.[0];
      body.replaceChildren();
      buttons = new Map(rows.map((row) => [row.speck, rowOf(row)]));
      choose(current);
      if (focused !== undefined) buttons.get(focused)?.focus({ preventScroll: true });
    },
    choose,
  };
}
