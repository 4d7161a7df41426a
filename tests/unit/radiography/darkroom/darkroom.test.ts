import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { growPhantom } from '../../../../src/phantom/index.ts';
import {
  type DarkroomWorker,
  openDarkroom,
} from '../../../../src/radiography/darkroom/darkroom.ts';
import type { Order } from '../../../../src/radiography/darkroom/order.ts';
import { serveDarkroom } from '../../../../src/radiography/darkroom/service.ts';
import { takeRadiograph } from '../../../../src/radiography/radiograph.ts';

const recipe = { seed: 3, density: 'a', morphology: 'round' };
const small = {
  recipe,
  view: 'magnification-cc',
  collimation: { widthPx: 96, heightPx: 64 },
} as const satisfies Order;
const tall: Order = { ...small, collimation: { widthPx: 64, heightPx: 640 } };
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A darkroom whose worker is in this thread, at the other end of a channel; and all it was told. */
function darkroomHere() {
  const { port1, port2 } = new MessageChannel();
  const answers: { kind: string; job: number }[] = [];
  serveDarkroom(port2 as never, () => new Promise((resolve) => setTimeout(resolve)));
  const worker = Object.assign(port1, { terminate: () => port1.close() });
  port1.on('message', (answer) => answers.push(answer));
  closing.push(() => port1.close());
  return { darkroom: openDarkroom(worker as unknown as DarkroomWorker), answers };
}

describe('a darkroom', () => {
  it('gives the radiograph that its recipe gives anywhere', async () => {
    const { darkroom } = darkroomHere();
    const done: number[] = [];
    const made = await darkroom.render(small, { onProgress: (part) => done.push(part) });
    const { view, recipe, ...reduction } = small;
    expect(made).toEqual(await takeRadiograph(growPhantom(recipe), view, reduction));
    expect(done.length).toBeGreaterThan(3);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBe(1);
  });

  it('says nothing more of a job that was stopped, and takes the next', async () => {
    const { darkroom, answers } = darkroomHere();
    const stop = new AbortController();
    let told = 0;
    const stopped = darkroom.render(tall, {
      signal: stop.signal,
      onProgress: () => {
        told += 1;
        stop.abort(new Error('The reader went on.'));
      },
    });
    await expect(stopped).rejects.toThrow('The reader went on.');
    const { raster } = await darkroom.render(small);
    expect(raster.widthPx).toBe(96);
    expect(told).toBe(1);
    expect(answers.filter(({ job }) => job === 1).map(({ kind }) => kind)).not.toContain(
      'radiograph',
    );
  });

  it('never begins a job that was stopped while it waited', async () => {
    const { darkroom, answers } = darkroomHere();
    const stop = new AbortController();
    const first = darkroom.render(small);
    const second = darkroom.render(small, { signal: stop.signal });
    stop.abort();
    await expect(second).rejects.toThrow('aborted');
    await first;
    await darkroom.render(small);
    expect(answers.filter(({ job }) => job === 2)).toEqual([]);
  });

  it('does not take an order that is stopped already', async () => {
    const { darkroom } = darkroomHere();
    await expect(darkroom.render(small, { signal: AbortSignal.abort() })).rejects.toThrow(
      'aborted',
    );
  });

  it.each([
    [{ recipe: { seed: 'x', morphology: 'round' } }, /`seed` must be a whole number/],
    [{ view: 'xray' as 'cc' }, /view must be one of cc, mlo.*found "xray"/],
    [{ collimation: { widthPx: 0, heightPx: 5 } }, /widthPx of an image is a whole number/],
  ])('says in a sentence what is wrong with an order: %o', async (fault, sentence) => {
    const { darkroom } = darkroomHere();
    await expect(darkroom.render({ ...small, ...fault })).rejects.toThrow(sentence);
  });

  it('tells those who wait that it was closed', async () => {
    const { darkroom } = darkroomHere();
    const waiting = darkroom.render(small);
    darkroom.close();
    await expect(waiting).rejects.toThrow('closed before');
    await expect(darkroom.render(small)).rejects.toThrow('closed');
  });
});
