import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const mount = vi.fn();
vi.mock('../../src/viewer/mount.ts', () => ({ mount }));
await import('../../src/viewer/element.ts');

let come: () => void = () => {};
class Observer {
  constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
    come = () => callback([{ isIntersecting: true }]);
  }
  observe(): void {}
  disconnect(): void {
    come = () => {};
  }
}

function place(view: string): HTMLElement {
  const element = document.createElement('atlas-viewer');
  element.dataset.view = view;
  element.scrollIntoView = vi.fn();
  document.body.append(element);
  return element;
}

beforeEach(() => {
  mount.mockClear();
  vi.stubGlobal('IntersectionObserver', Observer);
});
afterEach(() => {
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
  vi.unstubAllGlobals();
});

test('the heavy part waits until the reader comes near', async () => {
  const element = place('histology');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(mount).not.toHaveBeenCalled();
  come();
  await vi.waitFor(() => expect(mount).toHaveBeenCalledOnce());
  expect(mount.mock.calls[0]?.[0]).toBe(element);
  expect(element.scrollIntoView).not.toHaveBeenCalled();
});

test('an address that names the view brings the reader there and loads it at once', async () => {
  history.replaceState(null, '', '/?look=cc:1,2,3');
  const [named, other] = [place('cc'), place('ml')];
  await vi.waitFor(() => expect(mount).toHaveBeenCalledOnce());
  expect(mount.mock.calls[0]?.[0]).toBe(named);
  expect(named.scrollIntoView).toHaveBeenCalledOnce();
  expect(other.scrollIntoView).not.toHaveBeenCalled();
});

test('leaving the page ends what was mounted', async () => {
  const element = place('histology');
  come();
  await vi.waitFor(() => expect(mount).toHaveBeenCalledOnce());
  const signal = mount.mock.calls[0]?.[1] as AbortSignal;
  expect(signal.aborted).toBe(false);
  element.remove();
  expect(signal.aborted).toBe(true);
});
