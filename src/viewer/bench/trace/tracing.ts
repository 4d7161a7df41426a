/** The findings of a bench at work: marks in every pane, and one speck followed through all of them. */
import type { SpeckTrace, ViewTrace } from '../../../trace/index.ts';
import { lengthText } from '../../length.ts';
import { button } from '../button.ts';
import type { Pane } from '../pane.ts';
import { imagePointAt, screenPointOf } from '../projection.ts';
import { shownIn } from '../shown.ts';
import type { Offer } from '../templates.ts';
import { areaOf } from './area.ts';
import { fateIn, isOfSpecimen } from './fate.ts';
import { goalsOf } from './goal.ts';
import { type Mark, markAt, marksOf, middleOf } from './mark.ts';
import { createLegend } from './legend.ts';
import { createNote, type Note } from './note.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { createPassport } from './passport.ts';
import { type Pieces, piecesOf } from './pieces.ts';
import { fetchTrace } from './store.ts';
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

/** Presses that move farther than this are drags. */
const tapPx = 6;
const reachPx = { mouse: 8, other: 18 };

interface Traced {
  readonly trace: ViewTrace;
  readonly pieces: Pieces;
  readonly marks: readonly Mark[];
  readonly area: ReturnType<typeof areaOf>;
}

interface Fitted {
  readonly overlay: Overlay;
  readonly note: Note;
}

/** Starts to fetch what is true of all views; everything ends with the signal. */
export function createTracing(
  offers: readonly Offer[],
  listener: TracingListener,
  signal: AbortSignal,
): Tracing {
  const known = offers.filter(({ findings }) => findings !== undefined);
  const traced = new Map<string, Traced>();
  const fitted = new Map<Pane, Fitted>();
  let chosen: number | null = null;
  let pointed: number | null = null;
  /** The section that slides show; null for that of the case. */
  let depth: number | null = null;
  let cutting = new AbortController();
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
      if (!listener.panes().some(({ offer }) => offer.id === view)) {
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
    cutting.abort();
    for (const { overlay, note } of fitted.values()) {
      overlay.element.remove();
      note.element.remove();
    }
    element.remove();
  });
  fetchAll();

  /** What is true of another section is asked of the microscope. */
  async function cut(depthUm: number | null): Promise<void> {
    depth = depthUm;
    cutting.abort();
    cutting = new AbortController();
    for (const { id, slide } of known) if (slide) traced.delete(id);
    await fetchAll();
  }

  async function traceOf({ findings = '', slide, kind }: Offer): Promise<ViewTrace> {
    const both = AbortSignal.any([signal, cutting.signal]);
    if (!slide || depth === null) return fetchTrace(findings, slide ? both : signal);
    const { tellTrace } = await import('./section-trace.ts');
    return tellTrace(slide, depth, kind === 'polarised' ? 'polarised' : 'histology', both);
  }

  async function fetchAll(): Promise<void> {
    const { signal: cut } = cutting;
    state.textContent = words.loading;
    const missing = known.filter(({ id }) => !traced.has(id));
    const results = await Promise.allSettled(
      missing.map(async (offer) => {
        const { id } = offer;
        const trace = await traceOf(offer);
        if (offer.slide && cut.aborted) return;
        const marks = marksOf(trace);
        // In cores and sections the group is taken apart: its area would mean nothing.
        const area = isOfSpecimen(offer.kind) ? [] : areaOf(marks);
        traced.set(id, { trace, pieces: piecesOf(trace), marks, area });
        tellSoon();
        drawAll();
      }),
    );
    if (signal.aborted || cut.aborted) return;
    state.textContent = '';
    if (results.every(({ status }) => status === 'fulfilled')) {
      if (chosen !== null && !isKnown(chosen)) choose(null);
      return;
    }
    state.append(words.failed, ' ', button(words.retry, { onPress: () => void fetchAll() }));
  }

  /** The first thing that any view says of each speck, the views of the breast before the slides. */
  function specks(): Map<number, SpeckTrace> {
    const found = new Map<number, SpeckTrace>();
    for (const { id } of known)
      for (const speck of traced.get(id)?.trace.specks ?? [])
        if (!found.has(speck.id)) found.set(speck.id, speck);
    return new Map([...found].sort(([a], [b]) => a - b));
  }

  // Several views come at once, and the table is long.
  let telling: ReturnType<typeof setTimeout> | undefined;
  function tellSoon(): void {
    clearTimeout(telling);
    telling = setTimeout(tell, 100);
  }

  const fates = (speck: number) =>
    known.map(({ id, kind }) => {
      const view = traced.get(id);
      return view && fateIn(kind, view.pieces.get(speck), view.trace.depthUm);
    });

  /** The widest that a speck is in any view of the breast, else in what the needle took. */
  function sizeText(speck: number): string {
    const widthsIn = (ofSpecimen: boolean) =>
      known
        .filter(({ kind }) => isOfSpecimen(kind) === ofSpecimen)
        .flatMap(({ id }) => traced.get(id)?.pieces.get(speck) ?? [])
        .flatMap(({ widestUm }) => (widestUm ? [widestUm] : []));
    const inBreast = widthsIn(false);
    const widths = inBreast.length > 0 ? inBreast : widthsIn(true);
    return widths.length > 0 ? lengthText(Math.max(...widths)) : 'size not known';
  }

  function tell(): void {
    const rows = [...specks()].map(([speck, { mineral }]): Row => ({
      speck,
      mineral,
      size: sizeText(speck),
      standings: fates(speck).map((fate) => fate?.standing),
    }));
    table.fill(rows);
    tellChosen();
  }

  function tellChosen(): void {
    const speck = chosen === null ? undefined : specks().get(chosen);
    passport.show(speck && { ...speck, size: sizeText(speck.id), fates: fates(speck.id) }, (at) =>
      listener.panes().some(({ offer }) => offer.id === known[at]?.id),
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
    const ids = [...specks().keys()];
    const at = chosen === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(chosen);
    const next = ids[(at + by + ids.length) % ids.length];
    if (next === undefined) return;
    choose(next);
    gather();
  }

  /** Brings every pane to the speck that is followed. */
  function gather(): void {
    const panes = listener.panes().filter((pane) => pane.field() && fitted.has(pane));
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

  const marksIn = (pane: Pane) => traced.get(pane.offer.id)?.marks ?? [];

  function drawAll(): void {
    for (const pane of listener.panes()) draw(pane);
  }

  /** Whether any view tells of a speck: an address may name one that there is not. */
  const isKnown = (speck: number) => known.some(({ id }) => traced.get(id)?.pieces.has(speck));

  function draw(pane: Pane): void {
    const parts = fitted.get(pane);
    const shown = shownIn(pane);
    if (!parts || !shown) return;
    const marks = marksIn(pane);
    const view = traced.get(pane.offer.id);
    parts.overlay.draw(shown, { marks, area: view?.area ?? [], chosen, pointed });
    const fate =
      view && chosen !== null && isKnown(chosen)
        ? fateIn(pane.offer.kind, view.pieces.get(chosen), view.trace.depthUm)
        : undefined;
    const own = marks.filter(({ id }) => id === chosen);
    const inFrame = own.some(({ box }) => {
      const [x, y] = screenPointOf(shown, middleOf(box));
      return x >= 0 && y >= 0 && x <= shown.widthPx && y <= shown.heightPx;
    });
    parts.note.show(chosen, fate, own.length > 0 && !inFrame);
  }

  /** Puts canvas and note over the picture of a pane that has come, and listens to its pointer. */
  function fit(pane: Pane): void {
    const live = pane.live();
    if (!live || fitted.has(pane)) return;
    const overlay = createOverlay();
    const note = createNote(pane.offer.title, gather);
    live.frame.append(overlay.element);
    pane.head.after(note.element);
    fitted.set(pane, { overlay, note });
    const under = (event: PointerEvent): number | null => {
      const shown = shownIn(pane);
      if (!shown || !live.picture.region.contains(event.target as Node)) return null;
      const { left, top } = live.frame.getBoundingClientRect();
      const place = imagePointAt(shown, [event.clientX - left, event.clientY - top]);
      const reach = event.pointerType === 'mouse' ? reachPx.mouse : reachPx.other;
      return markAt(marksIn(pane), place, reach * shown.imagePxPerScreenPx)?.id ?? null;
    };
    let down: PointerEvent | undefined;
    const options = { capture: true, signal };
    live.frame.addEventListener(
      'pointermove',
      (event) => {
        // While the picture is dragged the same lies under the pointer.
        if (event.buttons !== 0) return;
        const speck = under(event);
        live.picture.region.style.cursor = speck === null ? '' : 'pointer';
        point(speck);
      },
      options,
    );
    live.frame.addEventListener('pointerleave', () => point(null), options);
    live.frame.addEventListener('pointerdown', (event) => (down = event), options);
    live.frame.addEventListener(
      'pointerup',
      (event) => {
        const far = down && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
        const speck = far !== undefined && far <= tapPx ? under(event) : null;
        down = undefined;
        if (speck !== null) choose(speck);
      },
      options,
    );
  }

  return {
    element,
    show(speck, depthUm) {
      for (const pane of fitted.keys()) if (!listener.panes().includes(pane)) fitted.delete(pane);
      for (const pane of listener.panes()) fit(pane);
      chosen = speck;
      if (depthUm !== depth) cut(depthUm);
      tellChosen();
      drawAll();
      const arrived = listener.panes().find(({ offer }) => offer.id === awaited);
      if (!arrived || !fitted.has(arrived)) return;
      awaited = undefined;
      gather();
    },
    moved: draw,
  };
}
