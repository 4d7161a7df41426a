/** A view taken from the page of its case, for an item that asks about it. */
import type { ViewOfCase } from '../../atlas/example-views.ts';
import type { ViewTrace } from '../../trace/trace.ts';
import { fetchTrace } from '../../viewer/bench/trace/store.ts';
import { fetchCasePage, prefixIds, viewTemplate } from '../../viewer/case-page.ts';
import { AtlasViewer } from '../../viewer/element.ts';
import { findingIn } from '../items/places.ts';
import type { Region } from '../scoring/localisation.ts';

/** A viewer that is not in the page yet, with what is known of its view. */
export interface TakenView {
  readonly viewer: AtlasViewer;
  /** What is said of the view; of a mammogram it tells where the calcifications lie. */
  readonly description: HTMLElement | null;
  readonly short: string;
  readonly umPerPixel: number;
}

const pageOf = (cases: string, source: ViewOfCase) => cases.replace('*', source.case);

/** Takes a view; `cases` is the address of a case's page with `*` for its id, `name` unique on this page. */
export async function takeView(
  cases: string,
  source: ViewOfCase,
  name: string,
): Promise<TakenView> {
  const template = viewTemplate(await fetchCasePage(pageOf(cases, source)), source.view);
  const { dataset } = template;
  // What lies in a template is asleep; a copy in this page is not.
  const content = document.importNode(template.content, true);
  prefixIds(content, name);
  const viewer = content.querySelector('atlas-viewer');
  if (!(viewer instanceof AtlasViewer)) throw new Error('The view has no picture.');
  viewer.dataset.view = name;
  return {
    viewer,
    description: content.querySelector<HTMLElement>('.viewer-description'),
    short: dataset.short ?? '',
    umPerPixel: Number(dataset.umPerPixel),
  };
}

/** What is true of a view; undefined of one whose truth nobody knows. Rejects where it is not to be had. */
export async function traceOf(cases: string, source: ViewOfCase): Promise<ViewTrace | undefined> {
  const template = viewTemplate(await fetchCasePage(pageOf(cases, source)), source.view);
  const { findings } = template.dataset;
  return findings === undefined ? undefined : fetchTrace(findings, AbortSignal.timeout(60_000));
}

/** The finding of each view, in millimetres of it. Rejects where the truth is not to be had. */
export function findingsOf(
  cases: string,
  sources: readonly ViewOfCase[],
): Promise<(Region | undefined)[]> {
  return Promise.all(
    sources.map(async (source) => {
      const [page, trace] = await Promise.all([
        fetchCasePage(pageOf(cases, source)),
        traceOf(cases, source),
      ]);
      const { umPerPixel } = viewTemplate(page, source.view).dataset;
      return trace && findingIn(trace, Number(umPerPixel));
    }),
  );
}
