/** A stop of a lesson from the address of a page on which a view is open. Pure. */
import type { LessonStop } from '../../atlas/lesson.ts';
import { parseLook } from '../../viewer/look.ts';
import type { ViewName } from '../stop.ts';
import type { Catalogue } from './catalogue.ts';

type Cases = Catalogue['cases'];
type Shown = { case: string; view: string; place?: Place; grey?: Grey };
interface Place {
  xMm: number;
  yMm: number;
  widthMm: number;
}
interface Grey {
  black: number;
  white: number;
}

/**
 * What stands on a bench at an address, as a stop: of a case's page, of the comparison, or of a figure,
 * whose view is then named by `of`. Undefined where the address shows no view of the atlas. Of more than
 * two open views the first two are taken.
 */
export function stopFrom(href: string, cases: Cases, of?: ViewName): LessonStop | undefined {
  const address = parsed(href);
  const query = address?.searchParams ?? new URLSearchParams();
  const onCase = /\/cases\/([a-z0-9-]+)\/?$/.exec(address?.pathname ?? '')?.[1];
  const asked = (query.get('panes') ?? '').split(',').filter(Boolean);
  const first = onCase && Object.keys(cases[onCase]?.views ?? {})[0];
  const looked = query.getAll('look').flatMap((text) => parseLook(text)?.view ?? []);
  const ids =
    asked.length > 0 ? asked : onCase ? (looked.length > 0 ? looked : first ? [first] : []) : [];
  const names = of ? [of] : ids.map((id) => (onCase ? `${onCase}.${id}` : id) as ViewName);
  const shown = names.slice(0, 2).flatMap((name, at): Shown[] => {
    const [id = '', view = ''] = name.split('.');
    if (!cases[id]?.views[view]) return [];
    const pane = of ? name.replace('.', '-') : (ids[at] ?? '');
    const [place, grey] = [placeOf(pane, query), greyOf(pane, query)];
    return [{ case: id, view, ...(place && { place }), ...(grey && { grey }) }];
  });
  const [a, b] = shown;
  if (!a) return undefined;
  const depth = numberIn(query, 'depth');
  const stage = numberIn(query, 'stage');
  const marks = query.get('findings') === 'on' && (!b || a.case === b.case);
  const speck = marks ? numberIn(query, 'speck') : undefined;
  const common = {
    minutes: 1,
    references: [],
    marks,
    ...(speck !== undefined && speck > 0 && { speck }),
    ...(depth !== undefined && { depthUm: depth }),
    ...(stage !== undefined && stage < 360 && { stageDeg: stage }),
  };
  if (!b) return { kind: 'view', ...a, ...common };
  const layout = (['hanging', 'curtain'] as const).find((name) => name === query.get('layout'));
  return {
    kind: 'compare',
    views: [a, b],
    layout: layout ?? 'beside',
    linked: query.get('link') !== 'off',
    ...common,
  };
}

function parsed(href: string): URL | undefined {
  try {
    return new URL(href);
  } catch {
    return undefined;
  }
}

/** Half a micrometre is closer than anybody looks, and reads well in the file. */
const rounded = (value: number) => Math.max(0, Number(value.toFixed(3)));

function placeOf(pane: string, query: URLSearchParams): Place | undefined {
  const look = query
    .getAll('look')
    .map((text) => parseLook(text))
    .find((found) => found?.view === pane);
  if (look?.unit !== 'mm') return undefined;
  const { centreX, centreY, width } = look;
  return { xMm: rounded(centreX), yMm: rounded(centreY), widthMm: rounded(width) };
}

function greyOf(pane: string, query: URLSearchParams): Grey | undefined {
  for (const text of query.getAll('grey')) {
    const [, id, black, white] = /^(.+):(\d{1,3}),(\d{1,3})$/.exec(text) ?? [];
    const grey = { black: Number(black), white: Number(white) };
    if (id === pane && grey.black !== grey.white && Math.max(grey.black, grey.white) <= 100)
      return grey;
  }
  return undefined;
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
