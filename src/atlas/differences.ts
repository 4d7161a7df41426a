import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A note on where the review and the evidence differ, as it stands in a text. */
export interface Difference {
  /** Its place on the page. */
  id: string;
  review: string;
  evidence: string;
  sure: string;
  references: string[];
}

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

const processor = unified().use(remarkParse).use(remarkMdx);

/** The place of a note on its page: the first words of what the review says. */
export const differenceId = (review: string): string =>
  `differs-${review
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.slice(0, 7)
    .join('-')}`;

/** The notes of a text, in its order. Text that cannot be parsed has none: another check tells of it. */
export function readDifferences(body: string): Difference[] {
  const found: Difference[] = [];
  try {
    visit(processor.parse(body), (node) => {
      if (node.type !== 'mdxJsxFlowElement' || node.name !== 'Differs') return;
      const given = Object.fromEntries(
        node.attributes.map((attribute) =>
          attribute.type === 'mdxJsxAttribute'
            ? [attribute.name, typeof attribute.value === 'string' ? attribute.value : '']
            : ['', ''],
        ),
      ) as Record<string, string | undefined>;
      const { review = '', sure = '', cite = '' } = given;
      found.push({
        id: differenceId(review),
        review,
        evidence: textOf(node).replace(/\s+/g, ' ').trim(),
        sure,
        references: cite.split(/\s+/).filter(Boolean),
      });
    });
  } catch {
    return [];
  }
  return found;
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');
