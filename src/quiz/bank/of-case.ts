/** What the truth of one simulated case asks by itself. Pure. */
import { type CaseRecord, type CaseView, viewId } from '../../atlas/case.ts';
import { type AskedTerm, asking, tellingFinding } from '../../atlas/case-questions.ts';
import { findTerm } from '../../lexicon/index.ts';
import { describedIds, readingCategories } from '../items/reading.ts';
import { choicesOf, termChoice } from '../term-choice.ts';
import { type CaseTruth, caseTruth } from './case-truth.ts';
import type { Draft } from './draft.ts';

/** All items of a case; none of a drawn or imported one, whose description is read out before the answer. */
export function itemsOfCase(id: string, record: CaseRecord): Draft[] {
  const truth = caseTruth(record);
  if (!truth) return [];
  const common = { cases: [id], references: record.references };
  return [
    ...readingOf(id, record, truth, common),
    ...record.views.flatMap((view) => [
      ...placeIn(id, record, view, truth, common),
      ...termsIn(id, record, view, truth, common),
    ]),
    ...mineralOf(id, record, truth, common),
  ];
}

type Common = Pick<Draft, 'cases' | 'references'>;

const planeOf = ({ kind }: CaseView) => findTerm('view', kind).plane;
const textOf = (record: CaseRecord, view: string) =>
  record.findings
    .filter(({ views }) => views.includes(view))
    .map(({ text }) => text)
    .join(' ');
const isMagnified = ({ kind }: CaseView) => kind.startsWith('magnification');

/**
 * The whole work-up: found on a screening view, described on the magnified ones, assessed. A patient who
 * comes with magnification views only is read from those. None where an earlier image, which is not shown,
 * decided the category.
 */
function readingOf(id: string, record: CaseRecord, truth: CaseTruth, common: Common): Draft[] {
  const ids = (wanted: (view: CaseView) => boolean) => record.views.filter(wanted).map(viewId);
  const screening = ids((view) => view.kind === 'cc' || view.kind === 'mlo');
  const magnified = ids((view) => isMagnified(view) && Boolean(textOf(record, viewId(view))));
  if (magnified.length === 0 || truth.assessment !== truth.atBaseline) return [];
  const { morphology, distribution, assessment, management, reason = '' } = truth;
  const isCategory = assessment !== undefined && readingCategories.includes(assessment);
  const { recipe, vignette = '' } = record;
  const views =
    screening.length > 0
      ? 'Read the images from the first to the next step.'
      : magnified.length === 1
        ? 'Only a magnification view was taken. Read it from the search to the next step.'
        : 'Only magnification views were taken. Read them from the search to the next step.';
  const said = [
    ...magnified,
    ...record.views.filter((view) => planeOf(view) === 'section').map(viewId),
  ];
  return [
    {
      id: `${id}-reading`,
      group: 'cases',
      ...common,
      asked: {
        kind: 'reading',
        title: 'Read the case',
        prompt: `A patient of ${recipe?.ageYears ?? 55} years. ${views}`,
        pictures: [...screening, ...magnified].map((view) => ({ case: id, view })),
        screening: screening.length,
        // Of every case the same is asked: a field that is left out would tell of the shape.
        asks: describedIds,
      },
      key: {
        truth: {
          morphology: [morphology],
          ...(distribution && { distribution: [distribution] }),
          ...(isCategory && { assessment: [assessment] }),
          ...(management && { management: [management] }),
        },
        ...(truth.isMalignant !== undefined && { isMalignant: truth.isMalignant }),
      },
      explanation: [
        vignette,
        ...new Set(said.map((view) => textOf(record, view))),
        assessment ? `${findTerm('assessment', assessment).label}: ${reason}` : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
      category: `reading:${morphology}`,
      terms: [
        ['morphology', morphology],
        ...(distribution ? [['distribution', distribution] as const] : []),
        ...(assessment ? [['assessment', assessment] as const] : []),
      ],
    },
  ];
}

/** Where it is, in every view of the breast and of the cores. */
function placeIn(
  id: string,
  record: CaseRecord,
  view: CaseView,
  { morphology }: CaseTruth,
  common: Common,
): Draft[] {
  if (!['mammographic', 'specimen'].includes(planeOf(view))) return [];
  const name = viewId(view);
  return [
    {
      id: `${id}-${name}-place`,
      group: 'places',
      ...common,
      asked: {
        kind: 'hotspot',
        title: findTerm('view', view.kind).label,
        prompt: 'Where are the calcifications?',
        pictures: [{ case: id, view: name }],
      },
      key: {},
      explanation: textOf(record, name) || 'The marks show every calcification of this view.',
      category: `place:${planeOf(view)}`,
      terms: [['morphology', morphology]],
      chapter: asking.morphology.chapter,
    },
  ];
}

/** The term that a view shows, wherever the findings there name one and no other. */
function termsIn(
  id: string,
  record: CaseRecord,
  view: CaseView,
  truth: CaseTruth,
  common: Common,
): Draft[] {
  const name = viewId(view);
  const shape = record.findings.find(({ views, morphology }) => morphology && views.includes(name));
  const hasPolars = record.views.some(({ kind }) => kind === 'polarised');
  return (Object.keys(asking) as AskedTerm[]).flatMap((asks): Draft[] => {
    // Where the polars can be tried, the mineral is asked as one item; see `mineralOf`.
    if (asks === 'mineral' && hasPolars) return [];
    if (asks === 'lesion' && view.kind === 'polarised') return [];
    const telling = tellingFinding(record, view, asks);
    // A category is the work-up's, not a finding's; an earlier image may have decided it.
    const isUsual = isMagnified(view) && shape && truth.assessment === truth.atBaseline;
    const term = asks === 'assessment' ? (isUsual ? truth.assessment : undefined) : telling?.[asks];
    if (!term || !choicesOf[asks].includes(term)) return [];
    const { asked, key } = termChoice(asks, choicesOf[asks], term);
    return [
      {
        id: `${id}-${name}-${asks}`,
        group: 'pictures',
        ...common,
        asked: {
          ...asked,
          title: findTerm('view', view.kind).label,
          prompt: asking[asks].prompt,
          pictures: [{ case: id, view: name }],
        },
        key,
        explanation:
          asks === 'assessment'
            ? `${shape?.text ?? ''} ${truth.reason ?? ''}`.trim()
            : (telling?.text ?? ''),
        category: `${asks}:${term}`,
        term: { asks, truth: term, options: choicesOf[asks] },
        terms: [[asks, term]],
        chapter: asking[asks].chapter,
      },
    ];
  });
}

/** The mineral of a section, with polars that may be put in or not. */
function mineralOf(id: string, record: CaseRecord, truth: CaseTruth, common: Common): Draft[] {
  const plain = record.views.find(({ kind }) => kind === 'histology');
  const polarised = record.views.find(({ kind }) => kind === 'polarised');
  const told = record.findings.find(
    (each) => polarised && each.views.includes(viewId(polarised)) && each.mineral,
  );
  const mineral = told?.mineral ?? truth.mineral;
  if (!plain || !polarised || !mineral) return [];
  return [
    {
      id: `${id}-mineral`,
      group: 'pictures',
      ...common,
      asked: {
        kind: 'mineral',
        title: findTerm('view', plain.kind).label,
        prompt: asking.mineral.prompt,
        options: choicesOf.mineral.map((each) => findTerm('mineral', each).label),
        pictures: [plain, polarised].map((view) => ({ case: id, view: viewId(view) })),
      },
      key: termChoice('mineral', choicesOf.mineral, mineral).key,
      explanation: told?.text ?? '',
      category: `mineral:${mineral}`,
      term: { asks: 'mineral', truth: mineral, options: choicesOf.mineral },
      terms: [['mineral', mineral]],
      chapter: asking.mineral.chapter,
    },
  ];
}
