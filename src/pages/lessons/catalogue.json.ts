import { kindsWithHands } from '../../atlas/lesson-faults.ts';
import { viewId } from '../../atlas/case.ts';
import { referenceAddress } from '../../atlas/address.ts';
import { itemOf } from '../../components/question-item.ts';
import { printedReferences } from '../../components/printed-references.ts';
import { lessonContent } from '../../components/taught-lesson.ts';
import type { Catalogue } from '../../lesson/own/catalogue.ts';
import type { AskedQuestion } from '../../lesson/stop.ts';
import { findTerm } from '../../lexicon/index.ts';

/** What lessons made in the browser can name. */
export async function GET(): Promise<Response> {
  const { cases, questions } = await lessonContent();
  const asked = [...questions].filter(([, { kind }]) => kindsWithHands.includes(kind));
  const items = await Promise.all(
    asked.map(async ([id, data]): Promise<[string, AskedQuestion]> => {
      const item = await itemOf(id, data);
      return [
        id,
        data.kind === 'picture'
          ? { item, picture: `${data.case}.${data.view}`, asks: data.asks }
          : { item },
      ];
    }),
  );
  const printed = await printedReferences();
  const catalogue: Catalogue = {
    cases: Object.fromEntries(
      [...cases].map(([id, { title, origin, views, story = [] }]) => [
        id,
        {
          title,
          isSimulated: origin.kind === 'simulated',
          views: Object.fromEntries(
            views.map((view) => [viewId(view), findTerm('view', view.kind).abbreviation]),
          ),
          story,
        },
      ]),
    ),
    questions: Object.fromEntries(items),
    sources: Object.fromEntries(
      [...printed].map(([key, { short }]) => [key, { label: short, href: referenceAddress(key) }]),
    ),
  };
  return Response.json(catalogue);
}
