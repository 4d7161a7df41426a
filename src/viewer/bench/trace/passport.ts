/** What is known of the speck that is followed: what it is, and its fate in every view of the case. */
import { chapterAddress, descriptorAddress } from '../../../atlas/address.ts';
import { findTerm } from '../../../lexicon/index.ts';
import type { SpeckTrace } from '../../../trace/index.ts';
import { button } from '../button.ts';
import { stated } from '../stated.ts';
import type { Fate } from './fate.ts';
import { minerals, nameOf, standings, words } from './words.ts';

/** What is said of a speck. */
export interface Known extends Pick<SpeckTrace, 'id' | 'mineral' | 'morphology' | 'host'> {
  readonly size: string;
  /** In the order of the views; undefined where it is not known yet. */
  readonly fates: readonly (Fate | undefined)[];
}

/** The passport in the page. */
export interface Passport {
  readonly element: HTMLElement;
  /** `isOpen` tells whether the view at a place of the list is in a pane. */
  show(known: Known | undefined, isOpen: (at: number) => boolean): void;
}

/** What a reader can ask of it. */
export interface PassportListener {
  step(by: 1 | -1): void;
  leave(): void;
  all(): void;
  /** The view at this place of the list. */
  open(at: number): void;
}

/** Builds the passport of a case with these views. */
export function createPassport(
  views: readonly { readonly title: string }[],
  listener: PassportListener,
): Passport {
  const element = document.createElement('div');
  element.className = 'trace-passport';
  const title = document.createElement('h2');
  const about = document.createElement('p');
  const steps = document.createElement('p');
  steps.className = 'trace-steps';
  const leave = button(words.none, { onPress: listener.leave });
  const all = button(words.all, { onPress: listener.all });
  steps.append(
    button(words.previous, { onPress: () => listener.step(-1) }),
    button(words.next, { onPress: () => listener.step(1) }),
    all,
    leave,
  );
  const list = document.createElement('ol');
  const items = views.map((view, at) => {
    const item = document.createElement('li');
    const name = document.createElement('span');
    name.className = 'trace-view';
    name.textContent = view.title;
    const sentence = document.createElement('span');
    const open = button(words.open, { onPress: () => listener.open(at) });
    item.append(name, sentence, open);
    list.append(item);
    return { item, sentence, open, title: view.title };
  });
  const said = document.createElement('p');
  said.className = 'unseen';
  said.setAttribute('role', 'status');
  element.append(title, about, steps, list, said);

  return {
    element,
    show(known, isOpen) {
      title.textContent = known ? nameOf(known.id) : words.panel;
      list.hidden = !known;
      for (const each of [leave, all]) each.hidden = !known;
      if (!known) {
        about.textContent = words.howTo;
        said.textContent = '';
        return;
      }
      const { mineral, morphology, host, size, fates } = known;
      const sign = document.createElement('span');
      sign.dataset.mineral = mineral;
      sign.textContent = `${minerals[mineral].sign} `;
      sign.setAttribute('aria-hidden', 'true');
      about.replaceChildren(sign, `${capital(minerals[mineral].name)}, ${size}`);
      if (host) about.append(`, in ${host}`);
      if (morphology) {
        const { label, definition, usual } = findTerm('morphology', morphology);
        about.append(
          '. Morphology: ',
          linkTo(descriptorAddress(morphology), label),
          `. ${stated(definition)} ${stated(usual.reason)} `,
          linkTo(chapterAddress(words.chapter.id), words.chapter.name),
          '.',
        );
      } else about.append('.');
      for (const [at, { item, sentence, open, title: view }] of items.entries()) {
        const fate = fates[at];
        item.dataset.standing = fate?.standing ?? '';
        sentence.textContent = fate?.sentence ?? words.waiting;
        open.textContent = isOpen(at) ? words.here : words.open;
        open.setAttribute('aria-label', `${open.textContent}: ${view}`);
        open.hidden = fate?.standing === 'absent' || !fate;
      }
      const count = fates.filter((fate) => fate?.standing === 'seen').length;
      said.textContent = `${nameOf(known.id)}: ${standings.seen.name} in ${count} of ${fates.length} views.`;
    },
  };
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
