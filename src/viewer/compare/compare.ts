/** Sets up a bench with two views of any cases, taken from the pages of their cases. */
import { besideOthers, fetchView } from './foreign.ts';
import type { Pair } from './pair.ts';

/** Shows a pair; `cases` is the address of a case's page with `*` for its id. Rejects where one is not to be had. */
export async function compare(
  bench: HTMLElement,
  pair: Pair,
  cases: string,
  signal: AbortSignal,
): Promise<void> {
  const [{ setUpBench }, ...templates] = await Promise.all([
    import('../bench/bench.ts'),
    ...pair.map(async (id) => besideOthers(id, await fetchView(id, cases, signal))),
  ]);
  const [left, right] = templates;
  if (!left || !right) return;
  const query = new URLSearchParams(location.search);
  const wasAsked = query.has('panes');
  // A slide at the scale of a mammogram is a dot, so that such a pair begins with each as a whole.
  const apart = isSlide(left) !== isSlide(right);
  for (const { dataset } of templates) dataset.plane = 'any';
  bench.append(...templates);
  query.set('panes', pair.join());
  if (apart && !query.has('link') && !query.has('look')) query.set('link', 'off');
  const written = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
  history.replaceState(history.state, '', `?${written}`);
  setUpBench(bench, signal);
  if (wasAsked) bench.scrollIntoView({ block: 'start', behavior: 'instant' });
}

const isSlide = ({ dataset }: HTMLElement) => dataset.plane === 'section';
