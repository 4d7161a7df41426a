/**
 * What Moodle asks of a file of questions, as its importer (question/format/xml/format.php) reads it and its
 * kinds of question save it; Moodle publishes no schema.
 */

/** An element with what is in it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Reads XML as strictly as a parser does: what is opened is closed, and no bare sign stands in a text. */
function rootOf(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const token =
    /<\?xml[^>]*\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([a-z_]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>|([^<]+)|([\s\S])/g;
  for (const [whole, section, close, name = '', attributes = '', ends, text, bad] of xml.matchAll(
    token,
  )) {
    const inner = open.at(-1) as Element;
    if (bad !== undefined) throw new Error(`A bare ${bad} stands in <${inner.name}>.`);
    if (section !== undefined) inner.text += section;
    else if (text !== undefined) {
      if (/&(?!amp;|lt;|gt;|quot;)/.test(text)) throw new Error(`A bare & stands in ${text}`);
      inner.text += plain(text);
    } else if (close) {
      if (open.pop()?.name !== name) throw new Error(`${whole} closes what is not open.`);
    } else if (name) {
      const pairs = [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)];
      const element: Element = {
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, plain(value ?? '')])),
        children: [],
        text: '',
      };
      inner.children.push(element);
      if (!ends) open.push(element);
    }
  }
  const [root] = top.children;
  if (open.length > 1 || top.children.length !== 1 || !root)
    throw new Error('The file is not one whole element.');
  return root;
}

const all = (element: Element, name: string) =>
  element.children.filter((each) => each.name === name);
const at = (element: Element | undefined, ...path: string[]): Element | undefined =>
  path.reduce<Element | undefined>((inner, name) => inner && all(inner, name)[0], element);
const textAt = (element: Element | undefined, ...path: string[]) =>
  at(element, ...path)?.text.trim() ?? '';

/** The shares that an import takes; another one makes Moodle leave the question out. */
const shares = [
  ...[
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571,
  ],
  ...[12.5, 11.11111, 10, 5, 0],
];
const kinds = ['category', 'multichoice', 'numerical', 'matching'];
const numberings = ['abc', 'ABCD', '123', 'iii', 'IIII', 'none'];
const formats = ['html', 'moodle_auto_format', 'plain_text', 'markdown'];

/** The kinds of the questions, and a sentence for everything at which Moodle would stumble. */
export function readAsMoodle(xml: string): { kinds: string[]; faults: string[] } {
  const root = rootOf(xml);
  const questions = all(root, 'question');
  const names = questions.map((each) => textAt(each, 'idnumber')).filter(Boolean);
  return {
    kinds: questions.map(({ attributes }) => attributes.type ?? ''),
    faults: [
      ...(root.name === 'quiz' ? [] : ['The file is no quiz.']),
      ...(new Set(names).size === names.length ? [] : ['Two questions share one number.']),
      ...questions.flatMap((question) =>
        faultsOf(question).map((fault) => `${textAt(question, 'name', 'text')}: ${fault}`),
      ),
    ],
  };
}

function faultsOf(question: Element): string[] {
  const kind = question.attributes.type ?? '';
  if (!kinds.includes(kind)) return [`${kind} is no kind.`];
  if (kind === 'category')
    return textAt(question, 'category', 'text') ? [] : ['The category has no name.'];
  const name = textAt(question, 'name', 'text');
  const body = at(question, 'questiontext');
  const asked = textAt(body, 'text');
  const files = body ? all(body, 'file') : [];
  const wanted = [...asked.matchAll(/@@PLUGINFILE@@\/([^"]+)"/g)].map(([, file]) => file);
  const given = files.map(({ attributes }) => attributes.name);
  const isFile = ({ attributes, text }: Element) =>
    attributes.encoding === 'base64' &&
    attributes.path === '/' &&
    text !== '' &&
    /^[A-Za-z0-9+/]+={0,2}$/.test(text);
  return [
    ...(name && name.length <= 255 ? [] : ['It has no name, or too long a one.']),
    ...(textAt(question, 'idnumber').length <= 100 ? [] : ['Its number is too long.']),
    ...(asked ? [] : ['It asks nothing.']),
    ...(formats.includes(body?.attributes.format ?? '') ? [] : ['Its format is not known.']),
    ...(String(wanted) === String(given) ? [] : [`It shows ${wanted} and brings ${given}.`]),
    ...(files.every(isFile) ? [] : ['A file is not in base64.']),
    ...(Number(textAt(question, 'defaultgrade')) > 0 ? [] : ['It has no mark.']),
    ...(kind === 'matching' ? matchingFaults(question) : answerFaults(question, kind)),
  ];
}

function matchingFaults(question: Element): string[] {
  const rows = all(question, 'subquestion');
  return [
    ...(rows.length >= 3 ? [] : ['Moodle matches no fewer than three.']),
    ...(rows.every((row) => textAt(row, 'text') && textAt(row, 'answer', 'text'))
      ? []
      : ['A row lacks its text or its answer.']),
  ];
}

function answerFaults(question: Element, kind: string): string[] {
  const answers = all(question, 'answer');
  const marks = answers.map(({ attributes }) => Number(attributes.fraction));
  const isSingle = kind === 'numerical' || textAt(question, 'single') === 'true';
  const gained = marks.filter((mark) => mark > 0).reduce((sum, mark) => sum + mark, 0);
  const isKnown = (mark: number) =>
    shares.some((share) => Math.abs(share - Math.abs(mark)) < 0.00001);
  return [
    ...(marks.every(isKnown) ? [] : [`A share of ${marks} is not known.`]),
    ...(isSingle
      ? Math.max(...marks) === 100
        ? []
        : ['No answer earns all.']
      : Math.abs(gained - 100) < 0.5
        ? []
        : [`The right ones earn ${gained}.`]),
    ...(answers.every((answer) => textAt(answer, 'text')) ? [] : ['An answer is empty.']),
    ...(kind === 'numerical'
      ? answers.flatMap((answer) =>
          Number.isFinite(Number(textAt(answer, 'text'))) &&
          Number(textAt(answer, 'tolerance')) >= 0
            ? []
            : ['An answer is no number with a tolerance.'],
        )
      : [
          ...(answers.length >= 2 ? [] : ['There is nothing to choose from.']),
          ...(['true', 'false'].includes(textAt(question, 'single')) ? [] : ['One, or several?']),
          ...(numberings.includes(textAt(question, 'answernumbering'))
            ? []
            : ['Its numbering is not known.']),
        ]),
  ];
}
