import { isMap, isNode, isPair, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { Problem } from './problem.ts';

export type FieldPath = readonly PropertyKey[];

/** A content file as data that still knows on which line each field stands. */
export interface ContentDocument {
  data: unknown;
  /** The line of a field; of the nearest field above it where the field itself is missing. */
  lineOf(path: FieldPath): number;
  /** The prose below the front matter of an MDX file, and the line on which it begins. */
  body: string;
  bodyLine: number;
  problems: Problem[];
}

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n?---[ \t]*(?:\r?\n|$)/;

/** Parses an MDX file: YAML front matter between two lines of `---`, then prose. */
export function parseMdx(file: string, text: string): ContentDocument {
  const match = frontMatter.exec(text);
  if (!match) {
    const message = 'the file must begin with front matter: a line `---`, fields, a line `---`';
    return {
      ...parseYaml(file, ''),
      body: text,
      bodyLine: 1,
      problems: [{ file, line: 1, message }],
    };
  }
  const head = parseYaml(file, match[1] ?? '', 1);
  const bodyLine = match[0].split('\n').length;
  return { ...head, body: text.slice(match[0].length), bodyLine };
}

/** Parses YAML or JSON (which is YAML too). `linesAbove` stand in the file before the text. */
export function parseYaml(file: string, text: string, linesAbove = 0): ContentDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineAt = (offset: number) => linesAbove + Math.max(1, lines.linePos(offset).line);
  return {
    data: document.errors.length > 0 ? undefined : document.toJS(),
    lineOf: (path) => lineAt(offsetOf(document, path)),
    body: '',
    bodyLine: 1,
    problems: document.errors.map(({ pos, message }) => ({
      file,
      line: lineAt(pos[0]),
      message: `the file cannot be read: ${message.split(/ at line|\n/)[0]}. Check indentation, quotation marks and colons.`,
    })),
  };
}

/** Where in the text a field begins: at its key for a field of a map, at its value in a list. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (!pair) break;
      node = pair.value;
      offset = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) break;
      offset = node.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}
