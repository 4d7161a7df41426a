/**
 * The portable edition's own script, the first of every page: it gives the pages of the served site what a
 * browser denies to files. Modules come from Blobs, `fetch` answers from scripts beside the pages, links
 * to folders name their page. It is a classic script without imports, and is written as it is, without its types.
 */
(() => {
  interface Carried {
    key: string;
    needs: string[];
    text: (string | number)[];
  }

  type Link = (frame: string, findStore: () => Promise<object>) => Promise<void>;

  const here = document.currentScript as HTMLScriptElement;
  const root = new URL('..', here.src).href;
  const modules = new Map<string, Carried>();
  const loads = new Map<string, Promise<void>>();
  const blobs = new Map<string, string>();
  const arrivals = new Map<string, string>();
  let contents: Promise<Record<string, number>> | undefined;
  let listed: Record<string, number> = {};

  /** Runs a script of the folder; `charset` says how its bytes are read. */
  const runScript = (file: string, charset = 'utf-8') =>
    new Promise<void>((resolve, reject) => {
      const script = document.createElement('script');
      script.setAttribute('charset', charset);
      script.src = root + file;
      script.onload = () => {
        script.remove();
        resolve();
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(`${file} is missing from this copy of the atlas.`));
      };
      document.head.append(script);
    });

  const loadModule = (key: string): Promise<void> => {
    const begun = loads.get(key);
    if (begun) return begun;
    const load = (async () => {
      await runScript(key);
      await Promise.all((modules.get(key)?.needs ?? []).map(loadModule));
    })();
    loads.set(key, load);
    return load;
  };

  /** The Blob of a module whose needs are loaded. */
  const blobOf = (key: string): string => {
    const made = blobs.get(key);
    if (made) return made;
    const { needs, text } = modules.get(key) as Carried;
    const code = text.map((part) => (typeof part === 'number' ? blobOf(needs[part] ?? '') : part));
    const blob = URL.createObjectURL(new Blob(code, { type: 'text/javascript' }));
    blobs.set(key, blob);
    return blob;
  };

  const importModule = async (key: string) => {
    await loadModule(key);
    return import(blobOf(key));
  };

  /** What an address names; data of pages may give it from the root of the served site. */
  const urlOf = (address: string, from = document.baseURI): URL => {
    // The search engine puts a slash before every address that is not one of the web.
    const given = address.replace(/^\/+(?=file:)/, '');
    const url = new URL(given, from);
    const isOutside = url.protocol === 'file:' && !url.href.startsWith(root);
    return isOutside && /^\/(?!\/)/.test(given) ? new URL(root + given.slice(1)) : url;
  };

  /** The path below the root that an address names; undefined where it leads elsewhere. */
  const keyOf = (address: string, from?: string): string | undefined => {
    const plain = urlOf(address, from).href.split(/[?#]/)[0] ?? '';
    if (!plain.startsWith(root)) return undefined;
    const path = decodeURIComponent(plain.slice(root.length));
    return /(^|\/)$/.test(path) ? `${path}index.html` : path;
  };

  // What fetch answers.

  let shardBytes = 0;
  /** Shards that were read last, so many at most: 24 MB. */
  const keptShards = 48;
  const shards = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  const shard = (file: string, at: number): Promise<Uint8Array<ArrayBuffer>> => {
    const name = `${file}.${at}.js`;
    const found = shards.get(name) ?? readShard(name);
    // Taken out and put in again, it is the last that will be forgotten.
    shards.delete(name);
    shards.set(name, found);
    const [oldest] = shards.keys();
    if (shards.size > keptShards && oldest) shards.delete(oldest);
    found.catch(() => shards.delete(name));
    return found;
  };

  const readShard = async (name: string) => {
    await runScript(name, 'x-user-defined');
    const text = arrivals.get(name) ?? '';
    arrivals.delete(name);
    const bytes = new Uint8Array(text.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i) & 0xff;
    return bytes;
  };

  const read = async (file: string, start: number, end: number): Promise<Blob> => {
    const first = Math.floor(start / shardBytes);
    const last = Math.max(first, Math.ceil(end / shardBytes) - 1);
    const parts = await Promise.all(
      Array.from({ length: last - first + 1 }, (_, at) => shard(file, first + at)),
    );
    const from = first * shardBytes;
    return new Blob(parts).slice(start - from, end - from);
  };

  const answer = async (file: string, range: string | null): Promise<Response> => {
    contents ??= runScript('_portable/contents.js').then(() => listed);
    const size = (await contents)[file];
    if (size === undefined && file.endsWith('.szi'))
      return new Response(
        JSON.stringify({ detail: 'it was left out of this copy of the atlas to save room.' }),
        { status: 503, headers: { 'content-type': 'application/problem+json' } },
      );
    if (size === undefined) return new Response(null, { status: 404 });
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
    const start = from === '' ? (to === '' ? 0 : Math.max(0, size - Number(to))) : Number(from);
    const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
    const blob = await read(file, start, end);
    if (file.endsWith('.html'))
      return new Response((await blob.text()).replaceAll('atlas-root:', root));
    const headers = { 'content-range': `bytes ${start}-${end - 1}/${size}` };
    return range === null ? new Response(blob) : new Response(blob, { status: 206, headers });
  };

  const realFetch = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const file = keyOf(String(request?.url ?? input));
    if (file === undefined) return realFetch(input, init);
    init?.signal?.throwIfAborted();
    const found = await answer(file, new Headers(init?.headers ?? request?.headers).get('range'));
    init?.signal?.throwIfAborted();
    return found;
  };

  // A worker from a file is refused, by some browsers only later: say so at once. One from a Blob may be
  // a classic script only in Chromium; those of the atlas import nothing, so that they are one too.
  const RealWorker = globalThis.Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(address: string | URL, options?: WorkerOptions) {
      if (!String(address).startsWith('blob:')) throw new Error('No workers from files.');
      super(address, { ...options, type: 'classic' });
    }
  };

  /** Addresses that scripts make lead to folders; on a disk a folder opens as a list of its files. */
  const named = (address: string): string => {
    const url = urlOf(address);
    if (url.href.startsWith(root) && url.pathname.endsWith('/')) url.pathname += 'index.html';
    return url.href;
  };
  const namePages = (within: ParentNode) => {
    for (const link of within.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const given = link.getAttribute('href') ?? '';
      if (/^[?#]/.test(given)) continue;
      const address = named(given);
      if (address !== link.href) link.href = address;
    }
  };
  const realOpen = globalThis.open.bind(globalThis);
  globalThis.open = (address, ...rest) =>
    realOpen(address ? named(String(address)) : address, ...rest);
  new MutationObserver((changes) => {
    for (const { target } of changes)
      namePages(
        target instanceof HTMLAnchorElement ? (target.parentNode ?? target) : (target as Element),
      );
  }).observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['href'],
  });

  Object.assign(globalThis, {
    __atlas: {
      module: (carried: Carried) => modules.set(carried.key, carried),
      bytes: (file: string, at: number, text: string) => arrivals.set(`${file}.${at}.js`, text),
      contents: (sizes: Record<string, number>, bytesOfShard: number) => {
        listed = sizes;
        shardBytes = bytesOfShard;
      },
      meta: (key: string) => ({ url: root + key }),
      importer: (from: string) => async (address: string) => {
        // Islands read the progress when they start: it must be whole by then.
        if (from === '') await linked;
        return importModule(keyOf(address, from === '' ? undefined : root + from) ?? address);
      },
      styled: async (load: () => Promise<unknown>, files: string[] = []) => {
        await Promise.all(files.filter((file) => file.endsWith('.css')).map(loadStyle));
        return load();
      },
    },
  });

  const loadStyle = (file: string) =>
    new Promise<void>((resolve) => {
      const href = root + file;
      if ([...document.styleSheets].some((sheet) => sheet.href === href)) return resolve();
      const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
      link.onload = link.onerror = () => resolve();
      document.head.append(link);
    });

  /** The progress of all pages is at hand, on pages that need it. */
  const linked = (async () => {
    const keep = here.dataset.keep;
    if (!keep) return;
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
    await runScript('_portable/link.js');
    const { link } = (globalThis as unknown as { __atlas: { link: Link } }).__atlas;
    await link(`${root}_portable/keeper.html`, async () => {
      const isStore = (each: object) => each && 'read' in each && 'add' in each && 'clear' in each;
      const parts: object[] = Object.values(await importModule(keep));
      const store = parts.filter((each) => typeof each === 'object').find(isStore);
      if (!store) throw new Error('The store of the progress is not where it was.');
      return store;
    });
  })();

  document.addEventListener('DOMContentLoaded', () => {
    document.body.dataset.base = root;
    for (const entry of (here.dataset.entries ?? '').split(' ').filter(Boolean))
      importModule(entry);
  });
})();
