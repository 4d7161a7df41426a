import { findTerm, type ViewKindId } from '../lexicon/index.ts';

/** What the rule looks at of a case that is being read. */
interface Draft {
  readonly origin: { readonly kind: 'drawn' | 'imported' | 'simulated' };
  readonly recipe?: unknown;
  readonly biopsy?: unknown;
  readonly views: readonly DraftView[];
}

interface DraftView {
  readonly kind: ViewKindId;
  readonly image?: unknown;
  readonly umPerPixel?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly window?: unknown;
  readonly section?: unknown;
  readonly polars?: unknown;
}

const neededOfImages = {
  image: 'is missing; a view that is not simulated needs an image file, such as images/a/b.tif',
  umPerPixel: 'is missing; a view that is not simulated needs its scale, a number',
  title: 'is missing; expected text',
  description: 'is missing; expected text',
} as const;

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What contradicts the kind of origin: files of what is simulated, a recipe of what is not. */
export function originFaults({ origin, recipe, biopsy, views }: Draft): Fault[] {
  const faults: Fault[] = [];
  const refuse = (path: (string | number)[], message: string) => faults.push({ path, message });
  const simulated = origin.kind === 'simulated';
  if (simulated && !recipe)
    refuse(['recipe'], 'is missing; a simulated case needs at least `seed` and `morphology`');
  for (const [field, found] of Object.entries({ recipe, biopsy }))
    if (!simulated && found) refuse([field], 'must be left out unless origin › kind is simulated');
  views.forEach((entry, index) => {
    if (simulated) {
      for (const field of ['image', 'umPerPixel', 'window'] as const)
        if (entry[field] !== undefined)
          refuse(['views', index, field], 'must be left out: the view is made from the recipe');
      const { plane, label } = findTerm('view', entry.kind);
      if (plane !== 'mammographic' && !biopsy)
        refuse(['views', index, 'kind'], `${label} needs \`biopsy\` beside \`recipe\``);
      for (const [field, message] of sectionFaults(entry, views))
        refuse(['views', index, field], message);
      return;
    }
    for (const field of ['section', 'polars'] as const)
      if (entry[field] !== undefined)
        refuse(['views', index, field], 'must be left out unless origin › kind is simulated');
    for (const [field, message] of Object.entries(neededOfImages))
      if (entry[field as keyof typeof neededOfImages] === undefined)
        refuse(['views', index, field], message);
  });
  return faults;
}

/** What is wrong with the section of a simulated view: it is cut for slides, and polars polarise. */
function sectionFaults(
  { kind, section, polars }: DraftView,
  views: readonly DraftView[],
): (readonly [field: string, message: string])[] {
  const isSlide = findTerm('view', kind).plane === 'section';
  const isShared =
    kind === 'polarised' && views.some((other) => other.kind === 'histology' && other.section);
  return [
    ...(isSlide && !section && !isShared
      ? [
          [
            'section',
            'is missing; a slide needs its `depthUm` below the face of the block',
          ] as const,
        ]
      : []),
    ...(!isSlide && section
      ? [['section', 'must be left out: this view is no slide'] as const]
      : []),
    ...(kind !== 'polarised' && polars
      ? [['polars', 'must be left out: only a polarised view has polars'] as const]
      : []),
  ];
}
