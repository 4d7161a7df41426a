import { describe, expect, it } from 'vitest';
import {
  type MicroscopeWorker,
  openMicroscope,
} from '../../../../src/microscopy/microscope/microscope.ts';
import type { Request, TileOrder } from '../../../../src/microscopy/microscope/order.ts';

/** A worker that answers when it is told to, and what it was asked for. */
function handWorker() {
  const asked: Request[] = [];
  const hear: Record<string, ((event: { data: unknown }) => void)[]> = { message: [], error: [] };
  let ended = false;
  const worker = {
    postMessage: (request: Request) => asked.push(request),
    addEventListener: (type: string, listener: never) => hear[type]?.push(listener),
    terminate: () => {
      ended = true;
    },
  } as unknown as MicroscopeWorker;
  const say = (type: 'message' | 'error', data: unknown) => {
    for (const listener of hear[type] ?? []) listener({ data });
  };
  return {
    worker,
    asked,
    isEnded: () => ended,
    give: (rgba = new Uint8ClampedArray(4)) =>
      say('message', { kind: 'tile', job: asked.at(-1)?.job, rgba }),
    fail: (sentence: string) => say('message', { kind: 'fault', job: asked.at(-1)?.job, sentence }),
    crash: () => say('error', undefined),
    columns: () =>
      asked.map((request) => ('order' in request ? request.order.place.column : Number.NaN)),
    name: (features: unknown) =>
      say('message', { kind: 'features', job: asked.at(-1)?.job, features }),
    tell: (truth: unknown) => say('message', { kind: 'section', job: asked.at(-1)?.job, truth }),
  };
}

const slide = { recipe: {}, biopsy: {}, depthUm: 0 };
const tileAt = (column: number, level = 1): TileOrder => ({
  slide,
  place: { level, column, row: 0, widthPx: 256, heightPx: 256 },
});

describe('a microscope', () => {
  it('makes the tile that is nearest at the moment a worker is free', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    let pointer = 0;
    const ask = (column: number) =>
      microscope.tile(tileAt(column), { urgency: () => Math.abs(column - pointer) });
    const tiles = [0, 256, 512, 768].map(ask);
    pointer = 800;
    for (let n = 0; n < 4; n++) hand.give();
    await Promise.all(tiles);
    expect(hand.columns()).toEqual([0, 768, 512, 256]);
  });

  it('tells of a section before it makes the tiles that wait', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    const tiles = [microscope.tile(tileAt(0)), microscope.tile(tileAt(256))];
    const told = microscope.section(slide);
    hand.give();
    expect(hand.asked.at(-1)).toMatchObject({ section: slide });
    hand.tell({ depthUm: 0, pieces: [], specks: [] });
    expect(await told).toEqual({ depthUm: 0, pieces: [], specks: [] });
    hand.give();
    await Promise.all(tiles);
  });

  it('names the features of a field once the tiles in view are made', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    const first = microscope.tile(tileAt(0), { urgency: () => 0 });
    const field = { left: 0, right: 9, top: 0, bottom: 9 };
    const named = microscope.features({ slide, field });
    const second = microscope.tile(tileAt(256), { urgency: () => 1 });
    hand.give();
    await first;
    hand.give();
    await second;
    expect(hand.asked.at(-1)).toMatchObject({ features: { slide, field } });
    hand.name([]);
    expect(await named).toEqual([]);
  });

  it('leaves alone what is out of view until the reader comes back to it', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    let inView = false;
    const first = microscope.tile(tileAt(0));
    const later = microscope.tile(tileAt(256), { urgency: () => (inView ? 0 : undefined) });
    hand.give();
    await first;
    expect(hand.columns()).toEqual([0]);
    inView = true;
    microscope.look();
    hand.give();
    await later;
    expect(hand.columns()).toEqual([0, 256]);
  });

  it('never begins a tile that was taken back, and says nothing of one that was begun', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    const [begun, queued] = [new AbortController(), new AbortController()];
    const tiles = [
      microscope.tile(tileAt(0), { signal: begun.signal }),
      microscope.tile(tileAt(256), { signal: queued.signal }),
      microscope.tile(tileAt(512)),
    ];
    begun.abort(new Error('gone'));
    queued.abort(new Error('gone'));
    await expect(tiles[0]).rejects.toThrow('gone');
    await expect(tiles[1]).rejects.toThrow('gone');
    hand.give();
    hand.give();
    await tiles[2];
    expect(hand.columns()).toEqual([0, 512]);
  });

  it('gives neighbours to the same worker, and lets none stand idle', () => {
    const hands = [handWorker(), handWorker()] as const;
    const microscope = openMicroscope(hands.map(({ worker }) => worker));
    // Squares of 1024 pixels at this level: two in the first, two in the second.
    for (const column of [0, 256, 1024, 1280]) microscope.tile(tileAt(column)).catch(() => {});
    hands[0].give();
    hands[1].give();
    expect(hands.map(({ columns }) => columns())).toEqual([
      [0, 1024],
      [256, 1280],
    ]);
    microscope.close();
  });

  it('passes a fault on as its sentence, and goes on', async () => {
    const hand = handWorker();
    const microscope = openMicroscope([hand.worker]);
    const refused = microscope.tile(tileAt(0));
    hand.fail('A slide has the levels 0 to 8, not 9.');
    await expect(refused).rejects.toThrow('A slide has the levels 0 to 8, not 9.');
    const next = microscope.tile(tileAt(256));
    hand.give();
    expect(await next).toHaveLength(4);
  });

  it('tells all who wait when a worker breaks, and ends them all', async () => {
    const hands = [handWorker(), handWorker()] as const;
    const microscope = openMicroscope(hands.map(({ worker }) => worker));
    const tiles = [0, 256, 512].map((column) => microscope.tile(tileAt(column)));
    hands[0].crash();
    for (const tile of tiles) await expect(tile).rejects.toThrow('that renders slides failed');
    expect(hands.every(({ isEnded }) => isEnded())).toBe(true);
    await expect(microscope.tile(tileAt(0))).rejects.toThrow('failed');
  });
});
