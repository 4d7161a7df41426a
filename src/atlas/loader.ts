import { relative, resolve } from 'node:path';
import type { Loader } from 'astro/loaders';
import { type CollectionName, shelves } from './collection.ts';
import { contentRoots, readEntries } from './folder.ts';
import { listProblems } from './problem.ts';

/**
 * An Astro loader for a collection of records (YAML or JSON), read as the content check reads them,
 * from the book's folder and from the department's own. Watched while authoring.
 */
export function records(collection: CollectionName): Loader {
  return {
    name: `atlas-${collection}`,
    async load({ store, parseData, watcher, logger }) {
      const fill = async () => {
        const { entries, problems } = await readEntries([collection]);
        if (problems.length > 0) throw new Error(listProblems(problems));
        store.clear();
        for (const { id, data, file } of entries) {
          const parsed = await parseData({ id, data: data as Record<string, unknown> });
          store.set({ id, data: parsed, filePath: relative(process.cwd(), resolve(file)) });
        }
      };
      await fill();
      const shelf = shelves[collection];
      const roots = Object.values(contentRoots());
      const watched = roots.map((root) => `${root}/${'book' in shelf ? shelf.book : shelf.folder}`);
      watcher?.add(watched);
      watcher?.on('all', (_event, path) => {
        if (watched.some((place) => path.startsWith(place)))
          fill().catch((error: Error) => logger.error(error.message));
      });
    },
  };
}
