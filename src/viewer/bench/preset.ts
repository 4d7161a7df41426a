/** Arrangements that a reader asks for by name. Pure. */
import { type BenchState, type BenchView, canCover, type Layout, sensible } from './state.ts';

/** An arrangement that these views allow. */
export interface Preset {
  readonly name: string;
  readonly layout: Layout;
  readonly panes: readonly string[];
}

/** The arrangements that the views of a case allow, in the order of a work-up. */
export function presetsOf(views: readonly BenchView[]): Preset[] {
  const has = (id: string) => views.find((view) => view.id === id);
  const first = (...ids: string[]) => ids.find(has);
  const pair = (name: string, layout: Layout, a?: string, b?: string): Preset[] =>
    a && b && a !== b ? [{ name, layout, panes: [a, b] }] : [];
  const breast = first('magnification-cc', 'magnification-ml', 'cc', 'mlo', 'ml');
  const tissue = first('histology', 'block-radiograph', 'specimen-radiograph');
  const covers = canCover(has('histology'), has('polarised'));
  return [
    ...pair('Hang CC and MLO', 'hanging', first('cc'), first('mlo')),
    ...pair('Contact and magnification', 'beside', first('cc'), first('magnification-cc')),
    ...pair('Breast and tissue', 'beside', breast, tissue),
    ...pair(
      'H&E behind crossed polars',
      covers ? 'curtain' : 'beside',
      first('histology'),
      first('polarised'),
    ),
  ];
}

/** The state arranged so; looks and shades of views that stay open stay too. */
export function arranged(
  state: BenchState,
  { layout, panes }: Preset,
  views: readonly BenchView[],
): BenchState {
  return sensible({ ...state, layout, panes }, views);
}
