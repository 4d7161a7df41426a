import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Schedule, type Work } from '../../../src/pyramid/schedule.ts';

const work = (...ids: string[]) => ids.map((id) => ({ id, megapixels: 10 }));

const nextOf = (schedule: Schedule<Work>, nowMs = 0) =>
  (schedule.next(nowMs) ?? []).map(({ id }) => id);

function scheduleOf(makers: number, ...ids: string[]) {
  const schedule = new Schedule(makers);
  schedule.add(work(...ids));
  return schedule;
}

describe('The order of making', () => {
  it('is the given one, as many at a time as there are makers', () => {
    const schedule = scheduleOf(2, 'a', 'b', 'c');
    expect([nextOf(schedule), nextOf(schedule), nextOf(schedule)]).toEqual([['a'], ['b'], []]);
    schedule.finish('a', 1, true);
    expect(nextOf(schedule)).toEqual(['c']);
  });

  it('hands what is made together to one maker', () => {
    const schedule = new Schedule(2);
    const [a, b, c, d] = work('a', 'b', 'c', 'd') as [Work, Work, Work, Work];
    schedule.add([a, { ...b, together: 'x' }, c, { ...d, together: 'x' }]);
    expect([nextOf(schedule), nextOf(schedule), nextOf(schedule)]).toEqual([['a'], ['b', 'd'], []]);
    expect(schedule.overall(0)).toMatchObject({ done: 0, total: 4 });
    schedule.tell('d', 0.5);
    expect(schedule.status('b', 0)?.progress).toBe(0.5);
    // 20 megapixels took one maker 4 s: the one that is left takes half of that.
    schedule.finish('b', 4000, true);
    expect(schedule.status('d', 4000)).toBeUndefined();
    expect(schedule.overall(4000)).toMatchObject({ done: 2, total: 4 });
    expect(nextOf(schedule, 4000)).toEqual(['c']);
    expect(schedule.status('c', 4000)?.secondsLeft).toBe(2);
  });

  it('gives a maker what is like its last work, and others what is like nothing in hand', () => {
    const schedule = new Schedule<Work>(2);
    const alike = ['x', 'x', 'y', 'x', 'y'];
    schedule.add(work('a', 'b', 'c', 'd', 'e').map((each, n) => ({ ...each, alike: alike[n] })));
    const next = (like?: string) => (schedule.next(0, like) ?? []).map(({ id }) => id);
    expect([next(), next()]).toEqual([['a'], ['c']]);
    schedule.finish('a', 1, true);
    expect(next('x')).toEqual(['b']);
    schedule.finish('b', 2, true);
    schedule.ask('e');
    expect(next('x')).toEqual(['e']);
    schedule.finish('c', 3, true);
    expect(next('y')).toEqual(['d']);
    for (const id of ['d', 'e']) schedule.finish(id, 4, true);
    expect(schedule.isBusy).toBe(false);
  });

  it('puts what somebody waits for first, the last asked before the others', () => {
    const schedule = scheduleOf(1, 'a', 'b', 'c', 'd');
    for (const id of ['c', 'd', 'unknown']) schedule.ask(id);
    const order = [];
    for (let [id] = nextOf(schedule); id; [id] = nextOf(schedule)) {
      order.push(id);
      schedule.finish(id, 1, true);
    }
    expect(order).toEqual(['d', 'c', 'a', 'b']);
  });

  it('makes nothing twice', () => {
    const schedule = scheduleOf(2, 'a', 'b');
    schedule.next(0);
    schedule.add(work('a', 'b', 'b'));
    expect(schedule.overall(0).total).toBe(2);
  });
});

describe('The progress', () => {
  it('says how many come before one that waits, and nothing of time before it was measured', () => {
    const schedule = scheduleOf(1, 'a', 'b', 'c');
    schedule.next(0);
    expect(schedule.status('c', 0)).toEqual({ state: 'waiting', progress: 0, ahead: 2 });
    expect(schedule.status('a', 0)).toEqual({ state: 'making', progress: 0, ahead: 0 });
    expect(schedule.status('x', 0)).toBeUndefined();
  });

  it('tells the time left from the speed of what was made', () => {
    const schedule = scheduleOf(1, 'a', 'b', 'c');
    schedule.next(0);
    schedule.finish('a', 2000, true);
    schedule.next(2000);
    // 10 megapixels took 2 s: one second into the second one, one and then two are left.
    expect(schedule.status('b', 3000)).toMatchObject({ progress: 0.5, secondsLeft: 1 });
    expect(schedule.status('c', 3000)).toMatchObject({ ahead: 1, secondsLeft: 3 });
    expect(schedule.overall(3000)).toMatchObject({ done: 1, total: 3, part: 0.5, secondsLeft: 3 });
  });

  it('believes a maker that tells of itself', () => {
    const schedule = scheduleOf(1, 'a');
    schedule.next(0);
    schedule.tell('a', 0.25);
    expect(schedule.status('a', 99_000)?.progress).toBe(0.25);
  });

  it('does not take a failure for speed, but for done', () => {
    const schedule = scheduleOf(1, 'a', 'b');
    schedule.next(0);
    schedule.finish('a', 1, false);
    expect(schedule.overall(1)).toEqual({ done: 1, total: 2, part: 0.5 });
  });

  it('is whole where there is nothing to do', () => {
    expect(new Schedule(1).overall(0)).toEqual({ done: 0, total: 0, part: 1 });
  });

  it('stays between nothing and all, and never says that something running is finished', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.001, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 4 }),
        (sizes, waits, makers) => {
          const schedule = new Schedule(makers);
          schedule.add(sizes.map((megapixels, i) => ({ id: String(i), megapixels })));
          let now = 0;
          const running: string[] = [];
          for (const wait of waits) {
            for (let [id] = nextOf(schedule, now); id; [id] = nextOf(schedule, now))
              running.push(id);
            now += wait;
            const { part, done, total } = schedule.overall(now);
            expect(part).toBeGreaterThanOrEqual(0);
            expect(part).toBeLessThanOrEqual(1);
            expect(total).toBe(sizes.length);
            for (const id of running) expect(schedule.status(id, now)?.progress).toBeLessThan(1);
            const finished = running.shift();
            if (finished) schedule.finish(finished, now, wait % 3 > 0);
            expect(schedule.overall(now).done).toBe(done + (finished ? 1 : 0));
          }
        },
      ),
    );
  });
});
