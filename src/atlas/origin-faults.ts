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
      const { tone, plane, label } = findTerm('view', entry.kind);
      if (tone !== 'grey')
        refuse(['views', index, 'kind'], `${label} cannot be simulated, only radiographs can`);
      else if (plane !== 'mammographic' && !biopsy)
        refuse(['views', index, 'kind'], `${label} needs \`biopsy\` beside \`recipe\``);
      return;
    }
    for (const [field, message] of Object.entries(neededOfImages))
      if (entry[field as keyof typeof neededOfImages] === undefined)
        refuse(['views', index, field], message);
  });
  return faults;
}
