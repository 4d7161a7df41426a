import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { confidence } from './field.ts';

/** What a prose file points at: `target` is a collection, or what kind of thing it is. */
export interface Mention {
  target:
    | 'references'
    | 'glossary'
    | 'cases'
    | 'questions'
    | 'evidence'
    | 'comparisons'
    | 'morphology'
    | 'link';
  id: string;
  /** The view of the case, for figures. */
  view?: string;
  line: number;
}

/** A mistake in a prose file that shows before anything is looked up. */
export interface ProseMistake {
  line: number;
  message: string;
}

type Role = Mention['target'] | 'text' | 'view' | 'sure' | 'confidence' | 'plate';

/** The components that authors may use, and what each of their attributes points at. */
export const components: Record<string, Record<string, Role>> = {
  Cite: { id: 'references' },
  Claim: { id: 'text', cite: 'references', confidence: 'confidence', note: 'text' },
  Term: { id: 'glossary' },
  Figure: { case: 'cases', view: 'view', title: 'text' },
  Question: { id: 'questions' },
  RiskTable: { id: 'evidence' },
  ComparisonTable: { id: 'comparisons' },
  Descriptor: { id: 'morphology' },
  Differs: { review: 'text', sure: 'sure', cite: 'references' },
  Sidenote: {},
  Objectives: {},
  KeyPoints: {},
  BreastToLobule: { cite: 'references' },
  Pictograms: { kind: 'plate' },
  Minerals: { cite: 'references' },
  MineralRoutes: { cite: 'references' },
  RecallPathway: { cite: 'references' },
  NeedleGauges: {},
  MissingCalcifications: { cite: 'references' },
  VisibleSizes: { cite: 'references' },
};

/** Attributes that may be left out. */
const optional: Record<string, readonly string[]> = { Claim: ['confidence', 'note'] };

/** Components that are part of a sentence. */
const inSentences: readonly string[] = ['Cite', 'Claim', 'Term'];

/** The words that an attribute of a role can be. */
const words: Partial<Record<Role, readonly string[]>> = {
  sure: ['high', 'moderate', 'low'],
  confidence: confidence.options,
  plate: ['morphology', 'distribution'],
};
const lists: readonly Role[] = ['references'];
/** Whether what an attribute holds is the name of something elsewhere. */
const pointsAway = (role: Role): role is Mention['target'] =>
  !(role in words) && role !== 'text' && role !== 'view';
const processor = unified().use(remarkParse).use(remarkMdx);

/**
 * Everything that the prose of an MDX file mentions, with its line, and the mistakes that can be
 * told from the text alone. `firstLine` is the line of the file on which the prose begins.
 */
export function readProse(
  body: string,
  firstLine = 1,
): { mentions: Mention[]; mistakes: ProseMistake[] } {
  const mentions: Mention[] = [];
  const mistakes: ProseMistake[] = [];
  const lineIn = (line: number | undefined) => (line ?? 1) + firstLine - 1;

  let tree: ReturnType<typeof processor.parse>;
  try {
    tree = processor.parse(body);
  } catch (error) {
    const { line, reason } = error as { line?: number; reason: string };
    return {
      mentions,
      mistakes: [{ line: lineIn(line), message: `the text cannot be read: ${reason}.` }],
    };
  }

  visit(tree, (node) => {
    const line = lineIn(node.position?.start.line);
    if (node.type === 'link') mentions.push({ target: 'link', id: node.url, line });
    if (node.type === 'image' && !node.alt?.trim())
      mistakes.push({
        line,
        message: `the image ${node.url} has no text alternative; write it between the square brackets.`,
      });
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const name = node.name ?? '';
    const roles = components[name];
    if (!roles) {
      if (name === 'img' && !attributesOf(node).alt)
        mistakes.push({ line, message: 'the <img> has no text alternative; give it alt="…".' });
      if (/^[A-Z]/.test(name))
        mistakes.push({
          line,
          message: `<${name}> is not a component of the atlas; there are ${Object.keys(components).join(', ')}.`,
        });
      return;
    }
    if (node.type === 'mdxJsxFlowElement' && inSentences.includes(name))
      mistakes.push({
        line,
        message: `<${name}> stands on lines of its own and would break the sentence; begin the paragraph with a word, and keep it on one line.`,
      });
    const given = attributesOf(node);
    for (const [attribute, role] of Object.entries(roles)) {
      const value = given[attribute];
      if (value === undefined && optional[name]?.includes(attribute)) continue;
      const wanted = words[role];
      if (typeof value !== 'string' || value.trim() === '') {
        const fault = value === undefined ? 'lacks' : 'needs plain text in';
        mistakes.push({ line, message: `<${name}> ${fault} ${attribute}="…".` });
      } else if (wanted && !wanted.includes(value)) {
        mistakes.push({
          line,
          message: `<${name}> has ${attribute}="${value}"; expected one of ${wanted.join(', ')}.`,
        });
      } else if (pointsAway(role)) {
        for (const id of lists.includes(role) ? value.trim().split(/\s+/) : [value])
          mentions.push({ target: role, id, line, ...(given.view ? { view: given.view } : {}) });
      }
    }
    for (const attribute of Object.keys(given))
      if (!(attribute in roles))
        mistakes.push({
          line,
          message: `<${name}> has no attribute ${attribute}; it takes ${Object.keys(roles).join(', ') || 'none'}.`,
        });
  });
  return { mentions, mistakes };
}

/** Attributes by name; one that is an expression rather than plain text gives an empty string. */
function attributesOf(node: { attributes: readonly object[] }): Record<string, string> {
  return Object.fromEntries(
    (node.attributes as { type: string; name?: string; value?: unknown }[])
      .filter(({ type }) => type === 'mdxJsxAttribute')
      .map(({ name, value }) => [name, typeof value === 'string' ? value : '']),
  );
}
