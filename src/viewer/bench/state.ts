/** What a bench shows, as plain data, and what it makes of a wish that cannot be met. Pure. */
import type { Look } from '../look.ts';
import { isAsTaken, type Orientation } from '../orientation.ts';

/** How the panes lie: beside each other, as films hang, or one behind the other with a curtain. */
export const layouts = ['beside', 'hanging', 'curtain'] as const;
export type Layout = (typeof layouts)[number];

/** A view that a bench can show. */
export interface BenchView {
  readonly id: string;
  /** The kind of view, of the lexicon. */
  readonly kind: string;
  /** Short name on the strip: `CC`, `H&E`. */
  readonly short: string;
  readonly title: string;
  /** What is pictured and how: only views of one plane move together. */
  readonly plane: string;
  /** From where: only views of one aspect show the same place at the same point. */
  readonly aspect: string;
  readonly umPerPixel: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of a simulated slide: its own section, and the deepest of its block. */
  readonly section?: { readonly depthUm: number; readonly deepestUm: number };
  /** The breast it shows, where films hang by side. */
  readonly side?: 'left' | 'right';
}

/** Shades shown as black and as white, 0 to 100; black above white shows the picture inverted. */
export interface Tone {
  readonly black: number;
  readonly white: number;
}

/** All that a link to a bench holds. */
export interface BenchState {
  readonly layout: Layout;
  /** Ids of one to four different views, in the order of the panes. */
  readonly panes: readonly string[];
  readonly linked: boolean;
  readonly looks: Readonly<Record<string, Look>>;
  /** Only of panes whose shades differ from the picture's own. */
  readonly tones: Readonly<Record<string, Tone>>;
  /** Only of panes that a reader has turned or mirrored. */
  readonly turns: Readonly<Record<string, Orientation>>;
  /** The section of the block that slides show, below its face; null for that of the case. */
  readonly depthUm: number | null;
  /** How far the stage is turned between polars, 0 to 359. */
  readonly stageDeg: number;
  /** Whether the reader has asked where the calcifications are. */
  readonly findings: boolean;
  /** The calcification that is followed; null where none is. */
  readonly speck: number | null;
}

export const mostPanes = 4;

/** What a bench shows when nobody has asked for anything: the first view alone. */
export function firstState(views: readonly BenchView[]): BenchState {
  return {
    layout: 'beside',
    panes: views.slice(0, 1).map(({ id }) => id),
    linked: true,
    looks: {},
    tones: {},
    turns: {},
    depthUm: null,
    stageDeg: 0,
    findings: false,
    speck: null,
  };
}

/** Whether two views can lie behind each other: taken of one thing from one side, at one scale and size. */
export function canCover(a: BenchView | undefined, b: BenchView | undefined): boolean {
  if (!a || !b) return false;
  const alike = ['plane', 'aspect', 'umPerPixel', 'widthPx', 'heightPx'] as const;
  return alike.every((name) => a[name] === b[name]);
}

/** The nearest state that these views allow: unknown views go, no view stands twice. */
export function sensible(wish: BenchState, views: readonly BenchView[]): BenchState {
  const known = new Map(views.map((view) => [view.id, view]));
  const panes = [...new Set(wish.panes)].filter((id) => known.has(id)).slice(0, mostPanes);
  const shown = panes.length > 0 ? panes : firstState(views).panes;
  const [a, b] = shown.map((id) => known.get(id));
  const covers = shown.length === 2 && canCover(a, b);
  const layout =
    (wish.layout === 'curtain' && !covers) || (wish.layout === 'hanging' && shown.length < 2)
      ? 'beside'
      : wish.layout;
  const ofShown = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => shown.includes(id)));
  return {
    ...wish,
    layout,
    panes: layout === 'hanging' ? hung(shown, known) : shown,
    depthUm: depthIn(wish.depthUm, views),
    looks: ofShown(wish.looks),
    tones: ofShown(wish.tones),
    turns: layout === 'curtain' ? alike(wish.turns, shown) : ofShown(wish.turns),
  };
}

/** Panes that lie behind each other lie alike: as the one that is turned. */
function alike(turns: BenchState['turns'], panes: readonly string[]): BenchState['turns'] {
  const turn = panes.flatMap((id) => turns[id] ?? [])[0];
  return turn ? Object.fromEntries(panes.map((id) => [id, turn])) : {};
}

/** The state in which a view lies otherwise; behind a curtain both do. */
export function withTurn(
  state: BenchState,
  id: string,
  orientation: Orientation,
  views: readonly BenchView[],
): BenchState {
  const { [id]: _, ...others } = state.layout === 'curtain' ? {} : state.turns;
  const turn = isAsTaken(orientation) ? {} : { [id]: orientation };
  return sensible({ ...state, turns: { ...others, ...turn } }, views);
}

/** Levels are cut so far apart. */
export const levelUm = 50;

/** A depth that can be cut, in whole levels; null for the section that the case has. */
function depthIn(wish: number | null, views: readonly BenchView[]): number | null {
  const section = views.find((view) => view.section)?.section;
  if (wish === null || !section) return null;
  const { depthUm, deepestUm } = section;
  const deepest = Math.floor(deepestUm / levelUm) * levelUm;
  const level = Math.min(Math.max(Math.round(wish / levelUm) * levelUm, 0), deepest);
  return level === depthUm ? null : level;
}

/** As films hang: right breasts on the left, so that the chest walls of two sides lie back to back. */
function hung(ids: readonly string[], known: ReadonlyMap<string, BenchView>): string[] {
  const rank = (id: string) => (known.get(id)?.side === 'right' ? 0 : 1);
  return [...ids].sort((a, b) => rank(a) - rank(b));
}

/** The state with one more, or one fewer, panes: views that are not open yet come in their order. */
export function withPanes(
  state: BenchState,
  count: number,
  views: readonly BenchView[],
): BenchState {
  const closed = views.map(({ id }) => id).filter((id) => !state.panes.includes(id));
  const panes = [...state.panes, ...closed].slice(0, Math.min(Math.max(count, 1), mostPanes));
  return sensible({ ...state, layout: 'beside', panes }, views);
}

/** The state in which a view stands in the pane at `index`; the view that stood there goes. */
export function withView(
  state: BenchState,
  index: number,
  id: string,
  views: readonly BenchView[],
): BenchState {
  if (state.panes.includes(id)) return state;
  const panes = state.panes.map((old, at) => (at === index ? id : old));
  return sensible({ ...state, panes }, views);
}
