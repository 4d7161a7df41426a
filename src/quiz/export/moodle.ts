/** Items as Moodle's own XML of questions (docs.moodle.org/en/Moodle_XML_format). Pure. */
import type { Asked, Key } from '../item.ts';
import type { ChoiceKey } from '../items/choice.ts';
import { type AskedPair, type PairKey, scorePair } from '../items/look-alike.ts';
import type { NumberKey } from '../items/numeric.ts';
import type { OrderKey } from '../items/ordering.ts';
import { answerOf, escaped, type PaperItem, paragraphs } from './paper-item.ts';

/** The bytes of an image in base64, by the name of its file. */
export type ImageText = (file: string) => string;

/** The shares of the mark that Moodle knows, in percent. */
const shares = [
  ...[100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667],
  ...[14.28571, 12.5, 11.11111, 10, 5, 0],
];
const shareOf = (credit: number) => {
  const percent = Math.abs(credit) * 100;
  const nearest = shares.reduce((best, each) =>
    Math.abs(each - percent) < Math.abs(best - percent) ? each : best,
  );
  return credit < 0 ? -nearest : nearest;
};

/**
 * The items that Moodle has a kind of question for: choices, numbers, and what can be matched. Readings,
 * places and decisions are left out, since Moodle has no deep zoom, no marks in millimetres and no way of
 * steps; `left` names them.
 */
export function moodleXml(
  items: readonly PaperItem[],
  imageText: ImageText,
): { xml: string; put: number; left: readonly string[] } {
  const made = items.map((each) => ({ id: each.item.id, xml: questionOf(each, imageText) }));
  const put = made.flatMap(({ xml }) => (xml === undefined ? [] : [xml]));
  const head =
    '<question type="category"><category><text>$course$/Microcalcification Atlas</text></category></question>';
  return {
    xml: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${[head, ...put].join('\n')}\n</quiz>\n`,
    put: put.length,
    left: made.flatMap(({ id, xml }) => (xml === undefined ? [id] : [])),
  };
}

function questionOf(each: PaperItem, imageText: ImageText): string | undefined {
  const { item, images } = each;
  const { asked } = item;
  const { why, key } = answerOf(each);
  const body = bodyOf(asked, key);
  if (!body) return undefined;
  const pictures = images.map(
    ({ file, title }) => `<p><img src="@@PLUGINFILE@@/${file}" alt="${escaped(title)}"/></p>`,
  );
  const files = images.map(
    ({ file }) => `<file name="${file}" path="/" encoding="base64">${imageText(file)}</file>`,
  );
  return [
    `<question type="${body.type}">`,
    `<name><text>${escaped(item.id)}</text></name>`,
    `<questiontext format="html"><text>${cdata(pictures.join('') + paragraphs(asked.prompt))}</text>${files.join('')}</questiontext>`,
    `<generalfeedback format="html"><text>${cdata(paragraphs(why))}</text></generalfeedback>`,
    '<defaultgrade>1</defaultgrade><penalty>0</penalty><hidden>0</hidden>',
    `<idnumber>${escaped(item.id)}</idnumber>`,
    ...body.lines,
    '</question>',
  ].join('\n');
}

/** Text of markup; the end of a section within it is parted in two. */
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function bodyOf(asked: Asked, key: Key): { type: string; lines: string[] } | undefined {
  switch (asked.kind) {
    case 'single-choice':
    case 'mineral':
      return choice(asked.options, key as Key & ChoiceKey, true);
    case 'multiple-choice':
      return choice(asked.options, key as Key & ChoiceKey, false);
    case 'numeric':
      return numeric(key as Key & NumberKey);
    case 'ordering': {
      const { ranks } = key as Key & OrderKey;
      const rank = new Map([...new Set(ranks)].sort((a, b) => a - b).map((each, at) => [each, at]));
      return matching(
        asked.entries.map((entry, index) => [
          entry,
          `${(rank.get(ranks[index] ?? 0) ?? 0) + 1} (1: ${asked.from.toLowerCase()})`,
        ]),
      );
    }
    case 'look-alike-pair':
      return choice(...pairs(asked, key as Key & PairKey), true);
    default:
      return undefined;
  }
}

function choice(options: readonly string[], { credits, why }: ChoiceKey, isSingle: boolean) {
  const right = credits.filter((credit) => credit === 1).length;
  const worth = (credit: number) =>
    isSingle ? credit : credit === 1 ? 1 / right : -1 / Math.max(1, right);
  return {
    type: 'multichoice',
    lines: [
      `<single>${isSingle}</single><shuffleanswers>0</shuffleanswers><answernumbering>ABCD</answernumbering>`,
      ...options.map(
        (option, index) =>
          `<answer fraction="${shareOf(worth(credits[index] ?? 0))}" format="html"><text>${cdata(escaped(option))}</text><feedback format="html"><text>${cdata(escaped(why[index] ?? ''))}</text></feedback></answer>`,
      ),
    ],
  };
}

/**
 * A pair as a choice of its four answers, since Moodle matches no fewer than three things; half for one
 * side, as the atlas scores it.
 */
function pairs(asked: AskedPair, key: PairKey): [options: string[], key: ChoiceKey] {
  const answers = [0, 1].flatMap((first) => [0, 1].map((second) => [first, second]));
  const told = key.why.map((why, side) => `${asked.sides[side]}: ${why}`).join(' ');
  return [
    answers.map((answer) =>
      answer.map((word, side) => `${asked.sides[side]}: ${asked.words[word]}`).join('; '),
    ),
    {
      credits: answers.map((answer) => scorePair(asked, key, answer).credit),
      why: answers.map((answer) => `${scorePair(asked, key, answer).reason} ${told}`),
    },
  ];
}

/** Full within the tolerance, half within twice of it, as the atlas judges a number. */
function numeric({ answer, tolerance }: NumberKey) {
  const line = (share: number, off: number) =>
    `<answer fraction="${share}" format="plain_text"><text>${answer}</text><tolerance>${off}</tolerance></answer>`;
  return { type: 'numerical', lines: [line(100, tolerance), line(50, 2 * tolerance)] };
}

function matching(pairs: readonly (readonly [string, string])[]) {
  return {
    type: 'matching',
    lines: [
      '<shuffleanswers>0</shuffleanswers>',
      ...pairs.map(
        ([text, answer]) =>
          `<subquestion format="html"><text>${cdata(escaped(text))}</text><answer><text>${escaped(answer)}</text></answer></subquestion>`,
      ),
    ],
  };
}
