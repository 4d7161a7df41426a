import { z } from '../lexicon/schema.ts';
import { placeFields, settingFields } from './bench-setting.ts';
import { findTerm, type ViewKindId } from '../lexicon/index.ts';
import { identifier, prose } from './field.ts';

/** A place in a view that is open at the stop, in millimetres from its upper left corner. */
const place = z.strictObject({
  view: identifier.meta({ title: 'view that is open at this stop' }),
  ...placeFields,
});

/** What a reader may do at a stop, and what comes of it. */
const choice = z.strictObject({
  text: prose('what may be done here'),
  consequence: prose('what comes of it'),
  stop: z.number().int().min(1).optional().meta({ title: 'stop that it leads to, counted from 1' }),
});

const stop = z.strictObject({
  text: prose('what to look at, and what follows from it'),
  views: z.array(identifier).min(1).max(4).meta({ title: 'views to open, one to four' }),
  layout: z.enum(['beside', 'hanging', 'curtain']).optional().meta({ title: 'how they lie' }),
  places: z.array(place).default([]).meta({ title: 'places; a view without one is shown whole' }),
  findings: z.boolean().default(false).meta({ title: 'whether calcifications are marked' }),
  ...settingFields,
  choices: z.array(choice).min(2).optional().meta({ title: 'what the reader may do next' }),
});

/** The story of a case: what is looked at, stop by stop, from the first view to the report. */
export const storySchema = z.array(stop).min(2);

/** One stop of a story. */
export type StoryStop = z.infer<typeof stop>;

interface Told {
  readonly origin: { readonly kind: string };
  readonly views: readonly { readonly id?: string | undefined; readonly kind: ViewKindId }[];
  readonly story?: readonly StoryStop[] | undefined;
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** What a story asks of its case that the case does not have. */
export function storyFaults({ origin, views, story = [] }: Told): Fault[] {
  const known = views.map(({ id, kind }) => id ?? kind);
  const slides = views.filter(({ kind }) => findTerm('view', kind).plane === 'section');
  const slideIds = slides.map(({ id, kind }) => id ?? kind);
  return story.flatMap((each, at) => {
    const faults: Fault[] = [];
    const refuse = (message: string, ...path: (string | number)[]) =>
      faults.push({ path: ['story', at, ...path], message });
    each.views.forEach((id, index) => {
      if (!known.includes(id))
        refuse(`\`${id}\` is not a view of this case; it has ${known.join(', ')}`, 'views', index);
    });
    each.places.forEach(({ view }, index) => {
      if (!each.views.includes(view))
        refuse(
          `\`${view}\` is not open at this stop; open are ${each.views.join(', ')}`,
          'places',
          index,
          'view',
        );
    });
    if (each.speck !== undefined && !each.findings)
      refuse('is only followed where `findings: true` marks the calcifications', 'speck');
    if (each.findings && origin.kind !== 'simulated')
      refuse('must be left out: nobody knows the calcifications of this case', 'findings');
    for (const field of ['depthUm', 'stageDeg'] as const)
      if (each[field] !== undefined && !each.views.some((id) => slideIds.includes(id)))
        refuse('must be left out: no slide is open at this stop', field);
    each.choices?.forEach(({ stop: to }, index) => {
      if (to !== undefined && (to > story.length || to === at + 1))
        refuse(
          `${to} is not another stop of this story of ${story.length}`,
          'choices',
          index,
          'stop',
        );
    });
    if (each.choices?.every(({ stop: to }) => to === undefined))
      refuse('lead nowhere: give one of them the `stop` where the story goes on', 'choices');
    return faults;
  });
}
