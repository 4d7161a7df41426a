import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SpeckTrace, ViewTrace } from '../../../../../src/trace/index.ts';
import type { Offer } from '../../../../../src/viewer/bench/templates.ts';
import { openAccounts } from '../../../../../src/viewer/bench/trace/accounts.ts';
import { viewOf } from '../views.ts';

const told: string[] = [];
vi.mock('../../../../../src/viewer/bench/trace/section-trace.ts', () => ({
  tellTrace: async (_slide: unknown, depthUm: number): Promise<ViewTrace> => {
    told.push(`cut at ${depthUm}`);
    return { ...traceWith(speck(9, 40)), depthUm };
  },
}));

const speck = (id: number, widestUm: number): SpeckTrace => ({
  id,
  mineral: 'hydroxyapatite',
  widestUm,
  outlinesPx: [],
  hidden: null,
});
const traceWith = (...specks: SpeckTrace[]): ViewTrace => ({ specks }) as unknown as ViewTrace;

/** What is stored of each view; a number is the status of an answer without a trace. */
const stored: Record<string, ViewTrace | number> = {};
const offer = (id: string, slide = false): Offer => ({
  ...viewOf(id),
  findings: `findings/${id}.json`,
  ...(slide && { slide: {} as NonNullable<Offer['slide']> }),
  still: '',
  copy: () => ({}) as DocumentFragment,
});
const views = [offer('magnification-cc'), offer('specimen-radiograph'), offer('histology', true)];

function openStored(signal = new AbortController().signal) {
  vi.stubGlobal('fetch', async (address: string) => {
    const found = stored[address.replace(/^findings\/|\.json$/g, '')] ?? 404;
    told.push(address);
    return typeof found === 'number'
      ? new Response(null, { status: found })
      : Response.json(found, { status: 200 });
  });
  return openAccounts(views, () => {}, signal);
}

afterEach(() => {
  vi.unstubAllGlobals();
  told.length = 0;
  for (const id of Object.keys(stored)) delete stored[id];
});

const store = () => {
  stored['magnification-cc'] = traceWith(speck(3, 210), speck(1, 150));
  stored['specimen-radiograph'] = traceWith(speck(1, 300), speck(7, 120));
  stored.histology = traceWith(speck(7, 90));
};

describe('What the views of a bench tell of calcifications', () => {
  test('lists each speck once, by its number, as the first view of the breast has it', async () => {
    store();
    const accounts = openStored();
    expect(await accounts.fetch()).toBe(true);
    expect([...accounts.specks().keys()]).toEqual([1, 3, 7]);
    expect(accounts.specks().get(1)?.widestUm).toBe(150);
  });

  test.each([
    ['as wide as in the breast, though the specimen shows it wider', 1, '150 µm'],
    ['as wide as in what was taken, where the breast does not show it', 7, '120 µm'],
    ['of unknown size, where no view has it', 5, 'size not known'],
  ])('is %s', async (_, id, size) => {
    store();
    const accounts = openStored();
    await accounts.fetch();
    expect(accounts.sizeText(id).replace(/\s/g, ' ')).toBe(size);
  });

  test('says of a speck that no view tells of that there is none', async () => {
    store();
    const accounts = openStored();
    await accounts.fetch();
    expect([7, 5].map(accounts.tellOf)).toEqual([true, false]);
  });

  test('is not whole where one view cannot be had, and fetches only that one again', async () => {
    store();
    stored['specimen-radiograph'] = 500;
    const accounts = openStored();
    expect(await accounts.fetch()).toBe(false);
    expect(accounts.of('magnification-cc')).toBeDefined();
    store();
    told.length = 0;
    expect(await accounts.fetch()).toBe(true);
    expect(told).toEqual(['findings/specimen-radiograph.json']);
  });

  test('is told anew of slides, and of nothing else, where another section is cut', async () => {
    store();
    const accounts = openStored();
    await accounts.fetch();
    told.length = 0;
    accounts.cut(450);
    expect(accounts.of('histology')).toBeUndefined();
    expect(await accounts.fetch()).toBe(true);
    expect(told).toEqual(['cut at 450']);
    expect(accounts.of('histology')?.trace.depthUm).toBe(450);
  });

  test('leaves it open whether all has come, where the section is changed meanwhile', async () => {
    store();
    const accounts = openStored();
    const first = accounts.fetch();
    accounts.cut(450);
    expect(await first).toBeUndefined();
  });
});
