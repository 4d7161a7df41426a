/** A bench at work: what its state says is what its panes show, and the address holds it. */
import { fillsScreen, fullScreenPossible, toggleFullScreen } from '../full-screen.ts';
import { asTaken } from '../orientation.ts';
import type { SlideSetting } from '../settings.ts';
import { addressOfState, asksForBench, readState } from './address.ts';
import { createBar } from './bar.ts';
import { setUpFindings } from './findings.ts';
import { createLinkage } from './linkage.ts';
import { createPane, type Pane } from './pane.ts';
import { arranged, presetsOf } from './preset.ts';
import type { SectionBar } from './section-bar.ts';
import { type BenchState, canCover, sensible, withPanes, withTurn, withView } from './state.ts';
import { createStrip } from './strip.ts';
import { readOffers } from './templates.ts';
import { isOwn } from './tone.ts';
import { words } from './words.ts';

export { addressOfState, asksForBench };

/** Where a bench keeps its address: the page it stands on, unless it is one of several of a page. */
export interface Addressed {
  readonly location: Pick<Location, 'search' | 'href'>;
  readonly history: Pick<History, 'state' | 'replaceState'>;
  addEventListener(type: 'popstate', went: () => void, options: { signal: AbortSignal }): void;
}

/** Sets up a bench; everything ends with `signal`. */
export function setUpBench(
  bench: HTMLElement,
  signal: AbortSignal,
  page: Addressed = window,
): void {
  const offers = readOffers(bench);
  const stage = bench.querySelector<HTMLElement>('.bench-panes');
  if (!stage || offers.length === 0) return;
  let state = readState(page.location.search, offers);
  let active = 0;
  const panes: Pane[] = [];
  const linkage = createLinkage(() => panes);
  const findings = setUpFindings(offers, {
    panes: () => panes,
    chosen(speck) {
      state = { ...state, speck };
      write();
    },
    open: (view) => put(view),
    gathered() {
      linkage.anchor();
      keepLooks();
      stage.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    },
    came: (panel) => stage.after(panel),
    failed() {
      change({ ...state, findings: false, speck: null });
      bar.say(words.findingsFailed);
    },
  });

  const hasCurtain = offers.some((a, at) => offers.slice(at + 1).some((b) => canCover(a, b)));
  const hasFindings = offers.some(({ findings }) => findings !== undefined);
  const bar = createBar(
    presetsOf(offers),
    { hasCurtain, hasFindings },
    {
      panes: (count) => change(withPanes(state, count, offers)),
      arrange: (preset) => change(arranged(state, preset, offers)),
      curtain: (drawn) =>
        change(sensible({ ...state, layout: drawn ? 'curtain' : 'beside' }, offers)),
      link: (linked) => change({ ...state, linked }),
      findings: (shown) => change({ ...state, findings: shown, speck: null }),
      curtainAt: (share) => stage.style.setProperty('--curtain', `${share}%`),
      fullScreen: fullScreenPossible() ? () => toggleFullScreen(bench) : undefined,
    },
  );
  const section = offers.find((offer) => offer.section)?.section;
  let sectionBar: SectionBar | undefined;
  let addsSectionBar = false;
  const strip = createStrip(offers, put);
  bench.prepend(strip.element, bar.element);
  stage.replaceChildren();
  render();
  // Where no picture comes, the stills do all the same.
  const filling = setTimeout(strip.fill, 2000);

  function change(next: BenchState): void {
    state = next;
    render();
    write();
  }

  /** Cuts another section, or turns the stage: in all slides alike. */
  function set(part: Partial<Pick<BenchState, 'depthUm' | 'stageDeg'>>): void {
    change(sensible({ ...state, ...part }, offers));
    for (const pane of panes) pane.set(setting());
  }

  function setting(): SlideSetting {
    return { depthUm: state.depthUm ?? undefined, stageDeg: state.stageDeg };
  }

  /** The panes as the state has them; what stays in its place is not touched. */
  function render(): void {
    for (let at = panes.length - 1; at >= 0; at--)
      if (panes[at]?.offer.id !== state.panes[at]) for (const gone of panes.splice(at)) take(gone);
    for (const id of state.panes.slice(panes.length)) {
      const pane = open(id);
      panes.push(pane);
      stage?.append(pane.element);
    }
    if (stage) {
      stage.dataset.layout = state.layout;
      stage.dataset.count = String(panes.length);
    }
    for (const pane of panes) lay(pane);
    active = Math.min(active, panes.length - 1);
    linkage.turn(state.linked || state.layout !== 'beside', state.layout === 'curtain');
    const [a, b] = panes.map(({ offer }) => offer);
    bar.show({
      count: panes.length,
      layout: state.layout,
      panes: state.panes,
      canCover: panes.length === 2 && canCover(a, b),
      linked: state.linked,
      canLink: linkage.possible(),
      findings: state.findings && hasFindings,
    });
    showSection();
    findings.show(state.findings && hasFindings, state.speck, state.depthUm);
    showActive();
  }

  /** Adds the bar of the sections: a bench fetches it when its first slide is opened. */
  async function addSectionBar({ deepestUm }: { readonly deepestUm: number }): Promise<void> {
    if (addsSectionBar) return;
    addsSectionBar = true;
    const { createSectionBar } = await import('./section-bar.ts');
    if (signal.aborted) return;
    sectionBar = createSectionBar(
      { deepestUm },
      { cut: (depthUm) => set({ depthUm }), turn: (stageDeg) => set({ stageDeg }) },
      { stage: stage as HTMLElement, page, signal, panes: () => panes },
    );
    bar.element.after(sectionBar.element);
    showSection();
  }

  function showSection(): void {
    if (section && panes.some(({ offer }) => offer.section)) addSectionBar(section);
    sectionBar?.show(
      state.depthUm ?? section?.depthUm ?? 0,
      state.stageDeg,
      panes.map(({ offer }) => offer.kind),
    );
  }

  /** Puts a view into the pane that the reader has turned to; where it is open already, turns to it. */
  function put(id: string): void {
    const at = state.panes.indexOf(id);
    if (at >= 0) turnTo(at);
    else change(withView(state, Math.min(active, state.panes.length - 1), id, offers));
  }

  function lay(pane: Pane): void {
    pane.orient(state.turns[pane.offer.id] ?? asTaken);
  }

  function take(pane: Pane): void {
    linkage.forget(pane);
    pane.element.remove();
  }

  function open(id: string): Pane {
    const offer = offers.find((candidate) => candidate.id === id);
    if (!offer) throw new Error(`There is no view ${id} on this bench.`);
    const pane = createPane(offer, {
      asked: () => ({
        look: state.looks[id],
        tone: state.tones[id],
        orientation: state.turns[id] ?? asTaken,
        setting: setting(),
      }),
      opened() {
        pane
          .live()
          ?.picture.drawing.addOnceHandler('tile-loaded', () => requestAnimationFrame(strip.fill));
        linkage.join(pane, id in state.looks);
        findings.opened(state.speck, state.depthUm);
        showSection();
      },
      touched() {
        linkage.lead(pane);
        active = panes.indexOf(pane);
        showActive();
      },
      moved() {
        linkage.moved(pane);
        findings.moved(pane);
        sectionBar?.moved(pane);
      },
      settled: keepLooks,
      toned(tone) {
        const { [id]: _, ...others } = state.tones;
        state = { ...state, tones: isOwn(tone) ? others : { ...others, [id]: tone } };
        writeSoon();
      },
      turned(orientation) {
        change(withTurn(state, id, orientation, offers));
        keepLooks();
      },
      close() {
        const left = state.panes.filter((other) => other !== id);
        change(sensible({ ...state, panes: left }, offers));
      },
    });
    return pane;
  }

  function turnTo(at: number): void {
    active = at;
    showActive();
    panes[at]?.live()?.picture.region.focus({ preventScroll: true });
  }

  function showActive(): void {
    for (const [at, { element }] of panes.entries())
      element.toggleAttribute('data-active', at === active);
    strip.show(state.panes, state.panes[active]);
  }

  function keepLooks(): void {
    const looks = panes.flatMap(({ offer, look }) => {
      const now = look();
      return now ? [[offer.id, now] as const] : [];
    });
    state = { ...state, looks: { ...state.looks, ...Object.fromEntries(looks) } };
    write();
  }

  let writing: ReturnType<typeof setTimeout> | undefined;
  function write(): void {
    clearTimeout(writing);
    const { history, location } = page;
    const { search, href } = new URL(addressOfState(state, location.href));
    if (search !== location.search) history.replaceState(history.state, '', href);
  }

  // A drag changes the shades with every frame, and browsers refuse so many changes of the address.
  function writeSoon(): void {
    clearTimeout(writing);
    writing = setTimeout(write, 200);
  }

  // One key for the marks, wherever on the bench one is: nothing here takes letters.
  bench.addEventListener(
    'keydown',
    ({ key, ctrlKey, metaKey }) => {
      if (key === 'm' && !ctrlKey && !metaKey) change({ ...state, findings: !state.findings });
    },
    { signal },
  );
  document.addEventListener('fullscreenchange', () => bar.fullScreen(fillsScreen(bench)), {
    signal,
  });
  page.addEventListener(
    'popstate',
    () => {
      state = readState(page.location.search, offers);
      // What each pane goes to is said for itself: none pulls another.
      linkage.turn(false, false);
      for (const pane of panes) {
        // A place is as wide as the picture lies.
        lay(pane);
        pane.place(state.looks[pane.offer.id]);
      }
      render();
      for (const pane of panes) pane.set(setting());
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(writing);
    clearTimeout(filling);
    findings.show(false, null, null);
    for (const pane of panes.splice(0)) take(pane);
    strip.element.remove();
    bar.element.remove();
    sectionBar?.element.remove();
  });
}
