import { type CheckedEntry, isOf } from '../atlas/check.ts';
import { viewId } from '../atlas/case.ts';
import { cacheDir, sourceOf } from '../components/picture.ts';
import { type Failure, identify, type PyramidJob } from '../pyramid/index.ts';

/** The pixels that could be read while so many are computed: for progress and time limits. */
const rendered = (megapixels: number) => 90 + 15 * megapixels;

/** The pyramids that the views of all cases need, in the order of cases and views. */
export async function imagesOf(entries: readonly CheckedEntry[]): Promise<PyramidJob[]> {
  const cases = entries.filter((entry) => isOf(entry, 'cases'));
  const jobs = cases.flatMap((entry) =>
    entry.data.views.map(async (view) => {
      const source = await sourceOf(entry.root, entry.data, view);
      const { id, widthPx, heightPx } = await identify(source, cacheDir());
      const pixels = (widthPx * heightPx) / 1e6;
      const name = `${entry.id}, ${viewId(view)}`;
      if (source.kind === 'file') return { id, source, megapixels: pixels, name };
      const { together, alike } = source;
      return { id, source, megapixels: rendered(pixels), name, together, alike };
    }),
  );
  return Promise.all(jobs);
}

/** What to say of images that could not be made. */
export function failureReport(failures: readonly Failure[]): string {
  const count = failures.length === 1 ? 'One image' : `${failures.length} images`;
  const lines = failures.map(({ name, sentence }) => `${name}: ${sentence}`);
  return [`${count} could not be made:`, ...lines].join('\n  ');
}
