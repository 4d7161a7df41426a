/** The gallery at work: what is chosen of the facets is what the cards show, and the address holds it. */
import { addressOfChoice, readChoice } from './address.ts';
import {
  type FacetName,
  facetNames,
  type Facets,
  narrow,
  openFacets,
  type PackedFacets,
  type Values,
} from './facets.ts';
import { openSheets, sheetSize } from './sheets.ts';

/** Makes a page of cases a gallery. Until its facets are there, and without script, it is a list. */
export async function openGallery(root: HTMLElement): Promise<void> {
  const part = <T extends HTMLElement>(name: string) => root.querySelector<T>(`[data-${name}]`);
  const [list, controls, status] = [part('cards'), part('facets'), part('status')];
  const [more, clear] = [part<HTMLButtonElement>('more'), part<HTMLButtonElement>('clear')];
  if (!list || !controls || !status || !more || !clear) return;
  const boxes = [...controls.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const { index = '', pages = '' } = root.dataset;
  const sheets = openSheets(list, (page) => pages.replace('*', String(page)));
  const facets = await fetchFacets(index).catch(() => undefined);
  if (!facets) {
    status.textContent = 'The list cannot be narrowed now: its facets could not be loaded.';
    return;
  }
  const isKnown = (name: string, value: string) =>
    facets.bits.get(name as FacetName)?.has(value) ?? false;
  let chosen = readChoice(location.search, isKnown);
  let wanted = sheetSize;
  let turn = 0;

  function show(): void {
    const { places, counts } = narrow(facets as Facets, chosen);
    for (const box of boxes) {
      const [name, value] = [box.name as FacetName, box.value];
      const count = counts.get(name)?.get(value) ?? 0;
      box.checked = chosen[name].includes(value);
      box.disabled = count === 0 && !box.checked;
      const row = box.closest('li');
      if (row) row.hidden = !isKnown(name, value);
      const output = row?.querySelector('[data-count]');
      if (output) output.textContent = String(count);
    }
    for (const group of controls?.querySelectorAll<HTMLElement>('[data-facet]') ?? []) {
      const name = group.dataset.facet as FacetName;
      group.hidden = !facets?.bits.get(name)?.size;
      const told = group.querySelector('[data-chosen]');
      if (told) told.textContent = chosen[name].length > 0 ? `${chosen[name].length} chosen` : '';
    }
    if (clear) clear.hidden = facetNames.every((name) => chosen[name].length === 0);
    showCards(places);
  }

  async function showCards(places: readonly number[]): Promise<void> {
    const mine = ++turn;
    const count = facets?.count ?? 0;
    const [left, said] = [
      places.slice(0, wanted),
      places.length === count ? `${count} cases` : `${places.length} of ${count} cases`,
    ];
    if (status) status.textContent = said;
    try {
      const cards = await sheets.cards(left);
      if (mine !== turn) return;
      list?.replaceChildren(...cards);
      if (more) {
        more.hidden = left.length === places.length;
        more.textContent = `Show ${Math.min(sheetSize, places.length - left.length)} more`;
      }
      root.dataset.shown = String(cards.length);
    } catch {
      if (mine !== turn || !more || !status) return;
      status.textContent = `${said}. Some of them could not be loaded.`;
      more.hidden = false;
      more.textContent = 'Try again';
    }
  }

  function choose(next: Values): void {
    chosen = next;
    wanted = sheetSize;
    history.replaceState(history.state, '', addressOfChoice(chosen, location.href));
    show();
  }

  controls.addEventListener('change', () => {
    const checked = (name: FacetName) =>
      boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value);
    choose(Object.fromEntries(facetNames.map((name) => [name, checked(name)])) as never as Values);
  });
  clear.addEventListener('click', () => {
    choose(readChoice('', isKnown));
    boxes.find((box) => !box.disabled)?.focus();
  });
  more.addEventListener('click', async () => {
    const before = list.children.length;
    wanted = Math.max(before + sheetSize, sheetSize);
    await showCards(narrow(facets, chosen).places);
    list.children[before]?.querySelector('a')?.focus();
  });
  addEventListener('popstate', () => {
    chosen = readChoice(location.search, isKnown);
    show();
  });
  root.dataset.alive = '';
  part('pages-list')?.remove();
  show();
}

async function fetchFacets(address: string): Promise<Facets> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`The facets are answered with ${answer.status}.`);
  return openFacets((await answer.json()) as PackedFacets);
}
