import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** One statement of a chapter that a number rests on, as it stands in the ledger. */
export interface Claim {
  id: string;
  /** The words inside the mark. */
  text: string;
  numbers: string[];
  references: string[];
  confidence: string;
  line: number;
}

/** A number of the text that has neither a claim nor an exemption. */
export interface BareNumber {
  number: string;
  line: number;
}

/** Names that contain digits and count nothing: exempt in every chapter. */
const names = [
  /\bcategor(?:y|ies) \d(?:[A-C])?(?:(?:,| or| and|–|, and| to) \d[A-C]?)*/gi,
  /\b4[A-C]\b(?: to \d)?/g,
  /\b5th edition/g,
  /\bv2025\b/g,
  /\bHER2\b/g,
  /\bBMP-?2\b/g,
  /\b90° lateral/g,
  /\bB[1-5][ab]?\b/g,
];
const number = /\d+(?:[.,\u202f]\d+)*/g;

interface Node {
  type: string;
  value?: string;
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  children?: Node[];
  position?: { start: { line: number } };
}

const processor = unified().use(remarkParse).use(remarkMdx);

/**
 * The claims of a prose file and its bare numbers. A number is covered by the `<Claim>` round it, by
 * the `<Differs>` note that it stands in (which has its own sources), by an exempt phrase, or, among
 * the key points, by a claim of the same text that gives the same number. Text that cannot be
 * parsed has none: another check tells of it.
 */
export function readClaims(
  body: string,
  firstLine = 1,
  exempt: readonly string[] = [],
): { claims: Claim[]; bare: BareNumber[] } {
  const claims: Claim[] = [];
  const bare: BareNumber[] = [];
  const repeated: BareNumber[] = [];
  let tree: Node;
  try {
    tree = processor.parse(body) as Node;
  } catch {
    return { claims, bare };
  }
  const visit = (node: Node, into: BareNumber[]) => {
    const line = (node.position?.start.line ?? 1) + firstLine - 1;
    if (node.name === 'Claim') claims.push(claimOf(node, line));
    if (node.name === 'Claim' || node.name === 'Differs') return;
    if (node.type === 'text')
      for (const found of numbersIn(without(node.value ?? '', exempt)))
        into.push({ number: found, line });
    for (const child of node.children ?? [])
      visit(child, node.name === 'KeyPoints' ? repeated : into);
  };
  visit(tree, bare);
  const told = new Set(claims.flatMap(({ numbers }) => numbers));
  return { claims, bare: [...bare, ...repeated.filter((found) => !told.has(found.number))] };
}

function claimOf(node: Node, line: number): Claim {
  const given = Object.fromEntries(
    (node.attributes ?? []).map(({ name, value }) => [
      name,
      typeof value === 'string' ? value : '',
    ]),
  ) as Record<string, string | undefined>;
  const text = textOf(node).replace(/\s+/g, ' ').trim();
  return {
    id: given.id ?? '',
    text,
    numbers: numbersIn(text),
    references: (given.cite ?? '').split(/\s+/).filter(Boolean),
    confidence: given.confidence ?? 'verified',
    line,
  };
}

function textOf(node: Node): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

function without(text: string, exempt: readonly string[]): string {
  const plain = exempt.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
  return names.reduce((left, pattern) => left.replace(pattern, ''), plain);
}

function numbersIn(text: string): string[] {
  return [...text.matchAll(number)].map(([found]) => found);
}
