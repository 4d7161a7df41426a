import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findingsRoute } from '../../../src/press/findings-route.ts';
import type { PyramidCache, PyramidJob } from '../../../src/pyramid/index.ts';

const [made, waiting, drawn] = ['a', 'b', 'c'].map((letter) => letter.repeat(20)) as [
  string,
  string,
  string,
];
const job = (id: string, source: object) => ({ id, source }) as unknown as PyramidJob;
const rendered = { kind: 'rendered', order: { view: 'cc' } };
let folder: string;
let server: Server;
let asked: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-findings-'));
  const truth = {
    view: 'cc',
    umPerPixel: 70,
    nipplePx: [0, 0],
    specks: [],
    measures: { count: 3 },
  };
  await writeFile(join(folder, `${made}.json`), JSON.stringify(truth));
  asked = [];
  const route = findingsRoute(
    () => [job(made, rendered), job(waiting, rendered), job(drawn, { kind: 'file' })],
    { truthPath: (id) => join(folder, `${id}.json`) } as PyramidCache,
    {
      ask: (id) => asked.push(id),
      status: (id) => (id === waiting ? { state: 'waiting', progress: 0, ahead: 1 } : undefined),
      failure: () => undefined,
    },
  );
  server = createServer((request, response) =>
    route(request, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const get = (id: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/findings/${id}.json`);

test('the findings of a finished view are what pages may know of it, and no more', async () => {
  const answer = await get(made);
  expect([answer.status, await answer.json()]).toEqual([200, { specks: [] }]);
});

test('those of a view still to be made say where it stands, and it moves to the front', async () => {
  const answer = await get(waiting);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '1']);
  expect(asked).toEqual([waiting]);
});

test.each([
  ['a drawn picture', drawn],
  ['a view that nobody has', 'd'.repeat(20)],
])('of %s there are none', async (_name, id) => {
  expect((await get(id)).status).toBe(404);
});
