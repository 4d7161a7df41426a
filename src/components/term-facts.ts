import type { TermPage } from '../atlas/term-page.ts';
import {
  type AssessmentId,
  type EditionLabels,
  findTerm,
  type Lesion,
  type MineralId,
  printInterval,
  type Statement,
} from '../lexicon/index.ts';

/** One line of the entry of a term: its role, and the statements, names or categories that it holds. */
export interface Fact {
  role: string;
  labels?: EditionLabels;
  categories?: readonly AssessmentId[];
  /** Words that need no source of their own. */
  plain?: string;
  statements: readonly Statement[];
}

/** Statements under a heading below the text of a term. */
export interface Section {
  title: string;
  statements: readonly Statement[];
}

const groups: Record<Lesion['group'], string> = {
  benign: 'Benign',
  'high-risk': 'High risk',
  'in-situ': 'In situ',
  invasive: 'Invasive',
};

/** The entry of a term, line by line, as its page and the chapters show it. */
export function factsOf(page: TermPage): readonly Fact[] {
  switch (page.kind) {
    case 'morphology': {
      const { labels, definition, sizes, usual } = page.term;
      return [
        { role: 'Names', labels, statements: [] },
        { role: 'Form', statements: [definition] },
        { role: 'Size', statements: sizes.map(({ statement }) => statement) },
        { role: 'Usual category', categories: usual.categories, statements: [usual.reason] },
      ].filter(({ labels: names, statements }) => names || statements.length > 0);
    }
    case 'distribution': {
      const { labels, definition, meaning } = page.term;
      return [
        { role: 'Names', labels, statements: [] },
        { role: 'Arrangement', statements: [definition] },
        { role: 'Meaning', statements: [meaning] },
      ];
    }
    case 'assessment': {
      const { id, labels, definition, management, likelihoodPercent } = page.term;
      return [
        { role: 'Names', labels, statements: [] },
        {
          role: 'Likelihood',
          ...(likelihoodPercent && {
            categories: [id],
            plain: printInterval(likelihoodPercent, '%'),
          }),
          statements: [definition],
        },
        { role: 'What follows', statements: [management] },
      ];
    }
    case 'mineral': {
      const { typeName, formula, definition, inHaematoxylinEosin, underCrossedPolars } = page.term;
      return [
        ...(typeName ? [{ role: 'Also called', plain: typeName, statements: [] }] : []),
        { role: 'Formula', statements: [formula] },
        { role: 'What it is', statements: [definition] },
        { role: 'On H&E', statements: [inHaematoxylinEosin] },
        { role: 'Between polars', statements: [underCrossedPolars] },
      ];
    }
    case 'lesion': {
      const { group, definition, calcification, minerals } = page.term;
      return [
        { role: 'Group', plain: groups[group], statements: [] },
        { role: 'Microscopy', statements: [definition] },
        { role: 'Its calcium', statements: [calcification] },
        ...Object.entries(minerals).map(([id, statement]) => ({
          role: findTerm('mineral', id as MineralId).label,
          statements: [statement],
        })),
      ];
    }
  }
}

/** What stands below the text of a term. */
export function sectionsOf(page: TermPage): readonly Section[] {
  const all: Section[] =
    page.kind === 'morphology'
      ? [
          { title: 'What lies behind it', statements: page.term.pathology },
          { title: 'Pitfalls', statements: page.term.pitfalls },
        ]
      : page.kind === 'distribution'
        ? [{ title: 'Pitfalls', statements: page.term.pitfalls }]
        : page.kind === 'mineral'
          ? [{ title: 'What it means', statements: page.term.meaning }]
          : [];
  return all.filter(({ statements }) => statements.length > 0);
}

/** The citation keys of the entry of a term, with repetitions, as it shows them. */
export const factSources = (page: TermPage): string[] =>
  factsOf(page).flatMap(({ labels, statements }) => [
    ...(labels && labels.provenance.status !== 'confirmed' ? labels.provenance.sources : []),
    ...statements.flatMap(({ sources }) => sources),
  ]);
