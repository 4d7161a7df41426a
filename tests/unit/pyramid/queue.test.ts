import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { openCache, type PyramidJob, PyramidQueue } from '../../../src/pyramid/index.ts';
import { temporaryFolder } from '../../fixtures/folder.ts';
import { tissueImage } from '../../fixtures/tissue.ts';

const id = (n: number) => n.toString(16).padStart(20, '0');
const work = pathToFileURL(join(import.meta.dirname, '../../../src/machine/guarded-work.ts')).href;

async function scene(pictures = 1) {
  const folder = await temporaryFolder();
  const cache = await openCache(join(folder, 'cache'));
  const jobs: PyramidJob[] = [];
  for (let n = 1; n <= pictures; n++) {
    const path = join(folder, `${n}.png`);
    await tissueImage(600, 520, n).toFile(path);
    jobs.push({ id: id(n), name: `case ${n}`, megapixels: 0.3, source: { kind: 'file', path } });
  }
  return { folder, cache, jobs };
}

/** A worker that does something bad. */
async function worker(folder: string, body: string): Promise<URL> {
  const path = join(folder, 'worker.mjs');
  await writeFile(path, `import { serveWork } from ${JSON.stringify(work)};\n${body}`);
  return pathToFileURL(path);
}

describe('The making of images', () => {
  it('makes each of them whole, tells its progress, and makes nothing the second time', async () => {
    const { cache, jobs } = await scene(3);
    const parts: number[] = [];
    const queue = new PyramidQueue(cache, { onChange: ({ part }) => parts.push(part) });
    queue.add(jobs);
    expect(queue.status(id(3))?.state).toBeDefined();
    expect(await queue.drain()).toEqual([]);
    expect(jobs.every((job) => cache.has(job.id))).toBe(true);
    expect(parts.at(-1)).toBe(1);
    expect(queue.status(id(3))).toBeUndefined();
    expect((await readdir(cache.folder)).sort()).toEqual(
      jobs.flatMap((job) => [`${job.id}.jpg`, `${job.id}.szi`]).sort(),
    );

    const again = new PyramidQueue(cache, { worker: new URL('file:///there/is/no/worker.mjs') });
    again.add(jobs);
    expect(await again.drain()).toEqual([]);
    expect(again.overall().total).toBe(0);
  });

  it('makes what somebody waits for first', async () => {
    const { cache, jobs } = await scene(3);
    const order: string[] = [];
    const queue = new PyramidQueue(cache, {
      makers: 1,
      onChange: () =>
        order.push(
          ...jobs.filter((job) => queue.status(job.id)?.state === 'making').map((job) => job.id),
        ),
    });
    queue.add(jobs);
    queue.ask(id(3));
    await queue.drain();
    expect([...new Set(order)]).toEqual([id(1), id(3), id(2)]);
  });

  it('makes in one child what is made together, and keeps or fails it as one', async () => {
    const { cache, jobs, folder } = await scene(4);
    const body = `import { writeFileSync } from 'node:fs';
      serveWork(async ({ images }) => {
        if (images.some(({ source }) => source.path.endsWith('3.png'))) throw new Error('No.');
        for (const { places } of images)
          for (const place of [places.szi, places.still]) writeFileSync(place, String(process.pid));
        return null;
      });`;
    const queue = new PyramidQueue(cache, { worker: await worker(folder, body) });
    queue.add(jobs.map((job, n) => ({ ...job, together: n < 2 ? 'one' : 'other' })));
    const failures = await queue.drain();
    const makers = await Promise.all([1, 2].map((n) => readFile(cache.sziPath(id(n)), 'utf8')));
    expect(makers[0]).toBe(makers[1]);
    expect(failures.map(({ name, sentence }) => `${name}: ${sentence}`)).toEqual([
      'case 3: No.',
      'case 4: No.',
    ]);
    expect(jobs.map((job) => cache.has(job.id))).toEqual([true, true, false, false]);
  });

  it('makes what is computed in a child that stays open, one like the last first', async () => {
    const { cache, folder } = await scene(0);
    const body = `import { writeFileSync } from 'node:fs';
      const made = [];
      serveWork(async ({ images: [{ source, places }] }) => {
        made.push(source.order);
        for (const place of [places.szi, places.still]) writeFileSync(place, process.pid + ' ' + made);
        return null;
      });`;
    const words = ['x', 'y', 'x', 'y'];
    const jobs = words.map((alike, n): PyramidJob => {
      const size = { widthPx: 9, heightPx: 9, channels: 1 } as const;
      const source = { kind: 'rendered', order: n + 1, digest: '', ...size, alike } as const;
      return { id: id(n + 1), name: `view ${n + 1}`, megapixels: 1, source, alike };
    });
    const queue = new PyramidQueue(cache, { makers: 1, worker: await worker(folder, body) });
    queue.add(jobs);
    expect(await queue.drain()).toEqual([]);
    const last = await readFile(cache.sziPath(id(4)), 'utf8');
    expect(last.replace(/^\d+ /, '')).toBe('1,3,2,4');
    // Nobody waits for work that does not come.
    expect(() => process.kill(Number.parseInt(last, 10), 0)).toThrow('ESRCH');
  });

  it('names the image that cannot be made, and makes the others', async () => {
    const { cache, jobs, folder } = await scene(2);
    const path = join(folder, '1.png');
    await writeFile(path, (await readFile(path)).subarray(0, 20_000));
    const queue = new PyramidQueue(cache);
    queue.add(jobs);
    const failures = await queue.drain();
    expect(failures).toMatchObject([{ id: id(1), name: 'case 1' }]);
    expect(queue.failure(id(1))).toBe(failures[0]);
    expect([cache.has(id(1)), cache.has(id(2))]).toEqual([false, true]);
    expect((await readdir(cache.folder)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.each([
    ['aborts', 'serveWork(async () => process.abort());', 'broke down (SIGABRT)'],
    ['ends without a word', 'serveWork(async () => process.exit(3));', 'broke down (status 3)'],
    ['hangs', 'serveWork(() => new Promise(() => {}));', 'was given up: it took more than'],
    ['spins', 'serveWork(async () => { for (;;); });', 'was given up: it took more than'],
    [
      'eats memory',
      'const kept = []; serveWork(async () => { for (;;) { kept.push(Buffer.alloc(2e7, 1)); await new Promise((go) => setTimeout(go, 5)); } });',
      'it needs more than',
    ],
  ])('outlives a decoder that %s, and says so', async (_, body, sentence) => {
    const { cache, jobs, folder } = await scene();
    const queue = new PyramidQueue(cache, {
      worker: await worker(folder, body),
      // Only who never ends must be waited out; a busy machine takes long to eat that much memory.
      limits: { memoryBytes: 300e6, timeMs: sentence.includes('given up') ? 2500 : 60_000 },
    });
    queue.add(jobs);
    const [failure] = await queue.drain();
    expect(failure?.sentence).toContain(`case 1 `);
    expect(failure?.sentence).toContain(sentence);
    expect(await readdir(cache.folder)).toEqual([]);
  });

  it('leaves nothing behind when it is stopped in the middle', async () => {
    const { cache, jobs, folder } = await scene(2);
    const body = `import { writeFileSync } from 'node:fs';
      serveWork(async ({ images: [{ places }] }) => { writeFileSync(places.szi, 'half'); await new Promise(() => setInterval(() => {}, 99)); });`;
    const queue = new PyramidQueue(cache, { worker: await worker(folder, body) });
    queue.add(jobs);
    await vi.waitFor(async () => expect(await readdir(cache.folder)).not.toEqual([]), 30_000);
    await queue.stop();
    expect(await readdir(cache.folder)).toEqual([]);
    expect(await queue.drain()).toEqual([]);
  });
});
