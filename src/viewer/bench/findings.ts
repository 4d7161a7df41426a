/** The findings of a bench. What marks them is fetched, as what it shows, when they are asked for. */
import type { Pane } from './pane.ts';
import type { Offer } from './templates.ts';
import type { Tracing, TracingListener } from './trace/tracing.ts';

/** What findings ask of their bench. */
export interface FindingsListener extends TracingListener {
  /** Their panel has come. */
  came(panel: HTMLElement): void;
  /** What marks them could not be fetched. */
  failed(): void;
}

/** The findings of a bench, shown or not. */
export interface Findings {
  /** Shows them, with the speck that is followed and the section that slides show, or takes them away. */
  show(wanted: boolean, speck: number | null, depthUm: number | null): Promise<void>;
  /** A picture has come into a pane. */
  opened(speck: number | null, depthUm: number | null): void;
  moved(pane: Pane): void;
}

/** Sets up the findings of a bench, not shown; `show(false)` ends whatever they do. */
export function setUpFindings(offers: readonly Offer[], listener: FindingsListener): Findings {
  let tracing: Tracing | undefined;
  let end: AbortController | undefined;
  return {
    async show(wanted, speck, depthUm) {
      if (!wanted) {
        end?.abort();
        [tracing, end] = [undefined, undefined];
        return;
      }
      if (end) return tracing?.show(speck, depthUm);
      end = new AbortController();
      const { signal } = end;
      try {
        const { createTracing } = await import('./trace/tracing.ts');
        if (signal.aborted) return;
        tracing = createTracing(offers, listener, signal);
        listener.came(tracing.element);
        tracing.show(speck, depthUm);
      } catch {
        listener.failed();
      }
    },
    opened: (speck, depthUm) => tracing?.show(speck, depthUm),
    moved: (pane) => tracing?.moved(pane),
  };
}
