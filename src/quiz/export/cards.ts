/** Items as cards with a front and a back. Pure. */
import { answerOf, escaped, offeredBy, type PaperItem, paragraphs } from './paper-item.ts';

/** A card, in HTML. */
export interface Card {
  readonly id: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/** The card of an item; on its back why, and what is wrong with the wrong options. */
export function cardOf(each: PaperItem): Card {
  const { item, images } = each;
  const { asked } = item;
  const { answer, why, key } = answerOf(each);
  const offered = offeredBy(asked);
  const pictures = images.map(
    ({ file, title }) => `<p><img src="${escaped(file)}" alt="${escaped(title)}"></p>`,
  );
  const reasons =
    'why' in key && 'options' in asked
      ? asked.options.map(
          (option, index) => `<li><b>${escaped(option)}</b>: ${escaped(key.why[index] ?? '')}</li>`,
        )
      : [];
  return {
    id: item.id,
    front: [
      ...pictures,
      paragraphs(asked.prompt),
      ...offered.map((line) => `<div>${escaped(line)}</div>`),
    ].join(''),
    back: [
      `<p><b>${escaped(answer)}</b></p>`,
      paragraphs(why),
      ...(reasons.length > 0 ? [`<ul>${reasons.join('')}</ul>`] : []),
      ...(images.length > 0
        ? ['<p><small>Simulated images; they show no patient.</small></p>']
        : []),
    ].join(''),
    tags: ['microcalcification-atlas', asked.kind],
  };
}
