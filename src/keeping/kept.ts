/** The pictures that the browser keeps for the reader, and what she wants kept. */
import { cacheNames } from './route.ts';

/** The store of a site whose root has the path `base`. */
export function openKept(base: string) {
  const root = new URL(base, location.href).href;
  const names = cacheNames(base);
  const open = () => caches.open(names.kept);
  const wantedKey = `atlas:${base}:wanted`;
  return {
    address: (path: string) => root + path,
    /** Paths of what is kept, below the root. */
    async paths(): Promise<Set<string>> {
      const requests = await (await open()).keys();
      return new Set(requests.map(({ url }) => decodeURI(url.slice(root.length))));
    },
    async keep(path: string, file: Blob): Promise<void> {
      await (await open()).put(root + path, new Response(file));
    },
    async remove(paths: readonly string[]): Promise<void> {
      const cache = await open();
      for (const path of paths) await cache.delete(root + path);
    },
    /** Whether this browser has an edition of the atlas whole. */
    async hasEdition(): Promise<boolean> {
      for (const name of (await caches.keys()).filter(names.isEdition))
        if ((await (await caches.open(name)).keys()).length > 0) return true;
      return false;
    },
    /** Ids of the offers that the reader has asked for, whether all of them has come or not. */
    wanted: () => new Set<string>(JSON.parse(localStorage.getItem(wantedKey) ?? '[]')),
    want(ids: ReadonlySet<string>): void {
      localStorage.setItem(wantedKey, JSON.stringify([...ids]));
    },
    /** Forgets the parts of pictures that were merely seen. */
    forgetSeen: () => caches.delete(names.seen),
  };
}

export type Kept = ReturnType<typeof openKept>;
