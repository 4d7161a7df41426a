/** A lesson made in this browser, ready to be taught. */
// The bench below comes in one piece with it, here as on all pages that have one.
import '../../viewer/element.ts';
import { sourcesOf, type TaughtLesson } from '../data.ts';
import { stopsOf } from '../stop.ts';
import { fetchCatalogue, sourcesIn } from './catalogue.ts';
import { ownLessons } from './lesson.ts';

/** Undefined where this browser holds no such lesson, or one that names what this atlas does not have. */
export async function ownTaught(
  id: string,
  catalogueAddress: string,
  signal: AbortSignal,
): Promise<TaughtLesson | undefined> {
  const lesson = await ownLessons.get(id);
  if (!lesson) return undefined;
  try {
    const catalogue = await fetchCatalogue(catalogueAddress, signal);
    // From the bench itself, which the stage needs anyway, so that its code stays in one piece.
    const { addressOfState } = await import('../../viewer/bench/bench.ts');
    const stops = stopsOf(lesson, sourcesIn(catalogue, addressOfState));
    const keys = [...new Set(stops.flatMap(sourcesOf))];
    const sources = Object.fromEntries(
      keys.flatMap((key) => (catalogue.sources[key] ? [[key, catalogue.sources[key]]] : [])),
    );
    const { title, summary } = lesson;
    return { id: `own-${id}`, title, summary, stops, sources };
  } catch {
    return undefined;
  }
}
