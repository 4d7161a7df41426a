import { dirname, join, resolve } from 'node:path';
import type { CaseView } from '../atlas/case.ts';
import { type Identity, identify } from '../pyramid/identity.ts';
import type { PyramidSource } from '../pyramid/source.ts';

/** Where images that were made once are kept. */
export const cacheDir = () => resolve(process.env.ATLAS_CACHE ?? '.cache');

/** What the pyramid of a view is made from; `root` is the content folder that the case belongs to. */
export function sourceOf(root: string, view: CaseView): PyramidSource {
  return { kind: 'file', path: join(root, view.image), window: view.window };
}

/** The pyramid of a view of a case: its id and its size. `filePath` is that of the case record. */
export function pictureOf(
  entry: { filePath?: string | undefined },
  view: CaseView,
): Promise<Identity> {
  const root = dirname(dirname(resolve(entry.filePath ?? 'content/cases/record.yaml')));
  return identify(sourceOf(root, view), cacheDir());
}
