import type { BenchView } from '../../../../src/viewer/bench/state.ts';

const view = (id: string, plane: string, rest: Partial<BenchView> = {}): BenchView => ({
  id,
  kind: id,
  short: id.toUpperCase(),
  title: id,
  plane,
  aspect: plane === 'section' ? plane : id,
  umPerPixel: 70,
  widthPx: 2560,
  heightPx: 3328,
  ...rest,
});

/** The views of a case of the right breast, as a bench knows them. */
export const views: readonly BenchView[] = [
  view('cc', 'mammographic', { side: 'right' }),
  view('mlo', 'mammographic', { side: 'right', widthPx: 3328, heightPx: 4096 }),
  view('magnification-cc', 'magnification', {
    side: 'right',
    umPerPixel: 38.9,
    widthPx: 1280,
    heightPx: 1280,
  }),
  view('magnification-ml', 'magnification', {
    side: 'right',
    umPerPixel: 38.9,
    widthPx: 1280,
    heightPx: 1280,
  }),
  view('specimen-radiograph', 'specimen', { umPerPixel: 20 }),
  view('histology', 'section', { umPerPixel: 0.5 }),
  view('polarised', 'section', { umPerPixel: 0.5 }),
];

/** One of them. */
export function viewOf(id: string): BenchView {
  const found = views.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no view ${id}.`);
  return found;
}
