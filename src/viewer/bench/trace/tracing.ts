/** The findings of a bench at work: marks in every pane, and one speck followed through all of them. */
import { button } from '../button.ts';
import type { Pane } from '../pane.ts';
import type { Offer } from '../templates.ts';
import { openAccounts } from './accounts.ts';
import { fateIn } from './fate.ts';
import { goalsOf } from './goal.ts';
import { createLegend } from './legend.ts';
import { type MarkedPane, markPane } from './marked-pane.ts';
import { createPassport } from './passport.ts';
import { createTable, type Row } from './table.ts';
import { words } from './words.ts';

/** What the findings ask of their bench. */
export interface TracingListener {
  panes(): readonly Pane[];
  /** A speck is followed from now on, or none. */
  chosen(speck: number | null): void;
  /** A view is to be opened in a pane, where it is not open yet. */
  open(view: string): void;
  /** The panes have been brought to one place, and belong together there. */
  gathered(): void;
}

/** The findings of a bench. */
export interface Tracing {
  readonly element: HTMLElement;
  /** Panes have come or gone, or another speck is followed. */
  show(speck: number | null, depthUm: number | null): void;
  moved(pane: Pane): void;
}

/** Starts to fetch what is true of all views; everything ends with the signal. */
export function createTracing(
  offers: readonly Offer[],
  listener: TracingListener,
  signal: AbortSignal,
): Tracing {
  const known = offers.filter(({ findings }) => findings !== undefined);
  const accounts = openAccounts(known, came, signal);
  const marked = new Map<Pane, MarkedPane>();
  let chosen: number | null = null;
  let pointed: number | null = null;
  /** The section that slides show; null for that of the case. */
  let depth: number | null = null;
  /** The view to which the panes are brought once it is open. */
  let awaited: string | undefined;

  const element = document.createElement('section');
  element.className = 'trace';
  element.setAttribute('aria-label', words.panel);
  const passport = createPassport(known, {
    step,
    leave: () => choose(null),
    all: gather,
    open(at) {
      const view = known[at]?.id ?? '';
      if (!isOpen(view)) {
        awaited = view;
        return listener.open(view);
      }
      gather();
    },
  });
  const table = createTable(known, choose, point);
  const state = document.createElement('p');
  state.className = 'trace-state';
  state.setAttribute('role', 'status');
  element.append(state, passport.element, createLegend(), table.element);
  signal.addEventListener('abort', () => {
    clearTimeout(telling);
    for (const each of marked.values()) each.remove();
    element.remove();
  });
  fetchAll();

  async function fetchAll(): Promise<void> {
    state.textContent = words.loading;
    const isWhole = await accounts.fetch();
    if (isWhole === undefined) return;
    state.textContent = '';
    if (!isWhole)
      state.append(words.failed, ' ', button(words.retry, { onPress: () => void fetchAll() }));
    else if (chosen !== null && !accounts.tellOf(chosen)) choose(null);
  }

  // Several views come at once, and the table is long.
  let telling: ReturnType<typeof setTimeout> | undefined;
  function came(): void {
    clearTimeout(telling);
    telling = setTimeout(tell, 100);
    drawAll();
  }

  function tell(): void {
    const rows = [...accounts.specks()].map(([speck, { mineral }]): Row => ({
      speck,
      mineral,
      size: accounts.sizeText(speck),
      standings: accounts.fates(speck).map((fate) => fate?.standing),
    }));
    table.fill(rows);
    tellChosen();
  }

  function isOpen(view: string | undefined): boolean {
    return listener.panes().some(({ offer }) => offer.id === view);
  }

  function tellChosen(): void {
    const speck = chosen === null ? undefined : accounts.specks().get(chosen);
    passport.show(
      speck && { ...speck, size: accounts.sizeText(speck.id), fates: accounts.fates(speck.id) },
      (at) => isOpen(known[at]?.id),
    );
    table.choose(speck ? speck.id : null);
  }

  function choose(speck: number | null): void {
    chosen = speck;
    tellChosen();
    drawAll();
    listener.chosen(speck);
  }

  function point(speck: number | null): void {
    if (speck === pointed) return;
    pointed = speck;
    drawAll();
  }

  function step(by: 1 | -1): void {
    const ids = [...accounts.specks().keys()];
    const at = chosen === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(chosen);
    const next = ids[(at + by + ids.length) % ids.length];
    if (next === undefined) return;
    choose(next);
    gather();
  }

  function marksIn(pane: Pane) {
    return accounts.of(pane.offer.id)?.marks ?? [];
  }

  /** Brings every pane to the speck that is followed. */
  function gather(): void {
    const panes = listener.panes().filter((pane) => pane.field() && marked.has(pane));
    const goals = goalsOf(
      panes.map((pane) => ({
        plane: pane.offer.plane,
        umPerPixel: pane.offer.umPerPixel,
        frameWidthPx: pane.live()?.frame.clientWidth ?? 1,
        field: pane.field() ?? { xMm: 0, yMm: 0, mmPerScreenPx: 1 },
        marks: marksIn(pane).filter(({ id }) => id === chosen),
      })),
    );
    for (const [at, pane] of panes.entries()) {
      const goal = goals[at];
      if (goal) pane.show(goal);
    }
    listener.gathered();
  }

  function drawAll(): void {
    for (const pane of listener.panes()) draw(pane);
  }

  function draw(pane: Pane): void {
    const { id, kind } = pane.offer;
    const account = accounts.of(id);
    const fate =
      account && chosen !== null && accounts.tellOf(chosen)
        ? fateIn(kind, account.pieces.get(chosen), account.trace.depthUm)
        : undefined;
    marked.get(pane)?.draw({ account, chosen, fate, pointed });
  }

  function mark(pane: Pane): void {
    if (marked.has(pane)) return;
    const made = markPane(pane, { marks: () => marksIn(pane), choose, point, gather }, signal);
    if (made) marked.set(pane, made);
  }

  return {
    element,
    show(speck, depthUm) {
      for (const pane of marked.keys()) if (!listener.panes().includes(pane)) marked.delete(pane);
      for (const pane of listener.panes()) mark(pane);
      chosen = speck;
      if (depthUm !== depth) {
        depth = depthUm;
        accounts.cut(depthUm);
        fetchAll();
      }
      tellChosen();
      drawAll();
      const arrived = listener.panes().find(({ offer }) => offer.id === awaited);
      if (!arrived || !marked.has(arrived)) return;
      awaited = undefined;
      gather();
    },
    moved: draw,
  };
}
