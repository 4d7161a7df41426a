/** An item as other programs can put it: texts, images by name, what is right and why. Pure. */
import { answerInWords } from '../answer-in-words.ts';
import { type Asked, type Item, type Key, keyOf } from '../item.ts';
import { letterOf } from '../items/choice.ts';

/** An image of an item, by the name of its file. */
export interface ItemImage {
  readonly file: string;
  readonly title: string;
  /** What is told of it with the answer, since it says where things lie. */
  readonly description: string;
}

/** An item with its images. */
export interface PaperItem {
  readonly item: Item;
  readonly images: readonly ItemImage[];
}

/** What an answer is told of: an item, and its images as far as they say where things lie. */
interface ToAnswer {
  readonly item: Item;
  readonly images: readonly Pick<ItemImage, 'description'>[];
}

/** What is offered, line by line; nothing where the answer is free. */
export function offeredBy(asked: Asked): readonly string[] {
  switch (asked.kind) {
    case 'single-choice':
    case 'multiple-choice':
    case 'mineral':
      return asked.options.map((option, index) => `${letterOf(index)}. ${option}`);
    case 'ordering':
      return [...asked.entries, `${asked.from} → ${asked.to}`];
    case 'look-alike-pair':
      return [...asked.sides, `(${asked.words.join(' or ')})`];
    case 'decision':
      return [asked.first.situation, ...asked.first.choices];
    default:
      return [];
  }
}

/** The answer, why, and what is told of places that no mark shows outside the atlas. */
export function answerOf({ item, images }: ToAnswer): {
  /** In words; empty where a place is asked for and nothing else. */
  said: string;
  where: string;
  /** Both. */
  answer: string;
  why: string;
  key: Key;
} {
  const key = keyOf(item);
  const isPlace = item.asked.kind === 'hotspot' || item.asked.kind === 'reading';
  const where = isPlace ? (images[0]?.description ?? '') : '';
  const said = item.asked.kind === 'hotspot' ? '' : answerInWords(item.asked, key);
  return { said, where, answer: `${said} ${where}`.trim(), why: key.explanation, key };
}

/** A text for HTML and XML. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Paragraphs of a text as HTML. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n\s*\n/)
    .filter((each) => each.trim() !== '')
    .map((each) => `<p>${escaped(each.trim())}</p>`)
    .join('');
