import { type Answer, type Found, NoIndex, type Place, loadEngine, search } from './engine.ts';
import { readExcerpt } from './excerpt.ts';
import { type Kind, kinds } from './kind.ts';

const pageful = 8;
const pauseMs = 160;

let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog; `base` is the address of the root of the site. */
export function openSearch(base: string): void {
  dialog ??= build(base);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector<HTMLInputElement>('input[type=search]')?.select();
  loadEngine(base).catch(() => undefined);
}

function build(base: string): HTMLDialogElement {
  const element = document.createElement('dialog');
  element.className = 'search plain';
  element.setAttribute('aria-label', 'Search the atlas');
  element.innerHTML = `
    <form method="dialog">
      <label class="unseen" for="search-words">Words to search for</label>
      <input id="search-words" type="search" placeholder="Search the atlas"
        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
      <button class="button" value="close">Close</button>
      <fieldset>
        <legend class="unseen">Search only in</legend>
        ${Object.entries(kinds)
          .map(
            ([kind, label]) =>
              `<label><input type="checkbox" name="kind" value="${kind}"> ${label} <span data-count="${kind}"></span></label>`,
          )
          .join('')}
      </fieldset>
    </form>
    <p class="status" role="status"></p>
    <ol class="results"></ol>
    <button class="button more" type="button" hidden>Show more</button>
    <p class="keys" aria-hidden="true"><kbd>↑</kbd> <kbd>↓</kbd> to choose, <kbd>Enter</kbd> to open, <kbd>Esc</kbd> to close</p>`;
  document.body.append(element);

  const part = <Part extends HTMLElement>(selector: string) =>
    element.querySelector(selector) as Part;
  const words = part<HTMLInputElement>('input[type=search]');
  const list = part<HTMLOListElement>('.results');
  const status = part('.status');
  const more = part<HTMLButtonElement>('.more');
  let turn = 0;
  let answer: Answer | undefined;

  const say = (sentence: string) => {
    status.textContent = sentence;
  };
  const showMore = async (focusFirst = false) => {
    const mine = turn;
    const from = list.children.length;
    const found = (await answer?.load(from, from + pageful)) ?? [];
    if (mine !== turn || !answer) return;
    list.append(...found.map(resultItem));
    more.hidden = list.children.length >= answer.total;
    if (focusFirst) list.children[from]?.querySelector('a')?.focus();
  };
  const run = async () => {
    const mine = ++turn;
    const wanted = words.value.trim();
    const chosen = [...element.querySelectorAll<HTMLInputElement>('[name=kind]:checked')].map(
      ({ value }) => value as Kind,
    );
    if (wanted === '') return clear();
    try {
      const next = await search(base, wanted, chosen);
      if (mine !== turn) return;
      answer = next;
      list.replaceChildren();
      for (const count of element.querySelectorAll<HTMLElement>('[data-count]'))
        count.textContent = String(next.totals[count.dataset.count ?? ''] ?? 0);
      say(sentenceFor(next.total, wanted, chosen));
      await showMore();
    } catch (error) {
      clear();
      say(
        error instanceof NoIndex
          ? 'The search index is made when the pages are built, and could not be loaded here. Build the site, or reload the page.'
          : 'The search stopped with an error. Reload the page and try again.',
      );
    }
  };
  const clear = () => {
    answer = undefined;
    list.replaceChildren();
    more.hidden = true;
    for (const count of element.querySelectorAll('[data-count]')) count.textContent = '';
    say('');
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  words.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(run, pauseMs);
  });
  part('fieldset').addEventListener('change', run);
  more.addEventListener('click', () => showMore(true));
  part('form').addEventListener('submit', (event) => {
    if ((event as SubmitEvent).submitter) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  element.addEventListener('keydown', (event) => {
    // A search field would take the first Escape for itself, to clear what is written in it.
    if (event.key === 'Escape') element.close();
    else moveFocus(event, words, list);
  });
  element.addEventListener('click', (event) => {
    const { target } = event;
    if (target === element || (target as Element).closest('.results a')) element.close();
  });
  return element;
}

/** Up and down walk from the words through the results and back. */
function moveFocus(event: KeyboardEvent, words: HTMLInputElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [words, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLInputElement);
  if (!step || at < 0) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
}

function sentenceFor(total: number, words: string, chosen: readonly Kind[]): string {
  const where = chosen.length > 0 ? ` in ${chosen.map((kind) => kinds[kind]).join(', ')}` : '';
  if (total === 0) return `Nothing was found for “${words}”${where}. Try fewer or other words.`;
  return `${total} ${total === 1 ? 'page' : 'pages'} found for “${words}”${where}.`;
}

function resultItem({ kind, headings, ...page }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const label = document.createElement('span');
  label.className = 'kind';
  label.textContent = kind;
  item.append(link(page, label));
  if (headings.length > 0) {
    const inner = document.createElement('ol');
    inner.append(
      ...headings.map((heading) => {
        const entry = document.createElement('li');
        entry.append(link(heading));
        return entry;
      }),
    );
    item.append(inner);
  }
  return item;
}

function link({ title, url, excerpt }: Place, ...after: Node[]): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  const name = document.createElement('span');
  name.className = 'title';
  name.textContent = title;
  const text = document.createElement('span');
  text.className = 'excerpt';
  for (const { text: words, found } of readExcerpt(excerpt)) {
    if (!found) text.append(words);
    else text.append(Object.assign(document.createElement('mark'), { textContent: words }));
  }
  anchor.append(name, ...after, text);
  return anchor;
}
