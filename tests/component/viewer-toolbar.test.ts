import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Toolbar, createToolbar } from '../../src/viewer/toolbar.ts';

const act = vi.fn();
let toolbar: Toolbar;
const middle = { zoomIn: true, zoomOut: true, whole: false, fullScreen: false, readout: 'Zoom 3×' };

const button = (name: string) =>
  document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
const names = () =>
  [...document.querySelectorAll('button')].map((each) => each.getAttribute('aria-label'));

function build(fullScreen = true): void {
  act.mockClear();
  toolbar = createToolbar({ fullScreen }, act);
  document.body.replaceChildren(...toolbar.elements);
  toolbar.show(middle);
}

beforeEach(() => build());

describe('the toolbar', () => {
  test('is a named group of real buttons with names and hidden icons', () => {
    expect(names()).toEqual([
      'Zoom in',
      'Zoom out',
      'Whole image',
      'Full screen',
      'Copy link to this view',
      'Keys and gestures',
    ]);
    expect(document.querySelector('[role=group]')?.getAttribute('aria-label')).toBe(
      'Image controls',
    );
    for (const each of document.querySelectorAll('button')) {
      expect(each.type).toBe('button');
      expect(each.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    }
  });

  test('offers no full screen where the browser has none', () => {
    build(false);
    expect(button('Full screen')).toBeNull();
  });

  test.each([
    ['Zoom in', 'zoom-in'],
    ['Zoom out', 'zoom-out'],
    ['Whole image', 'whole'],
    ['Full screen', 'full-screen'],
    ['Copy link to this view', 'copy-link'],
  ])('%s asks for %s', (name, action) => {
    button(name)?.click();
    expect(act).toHaveBeenCalledExactlyOnceWith(action);
  });

  test.each([
    ['Zoom in', { zoomIn: false }],
    ['Zoom out', { zoomOut: false }],
    ['Whole image', { whole: true }],
  ])('%s is off at its limit, does nothing, and keeps the focus', (name, limit) => {
    const pressed = button(name);
    pressed?.focus();
    toolbar.show({ ...middle, ...limit });
    expect(pressed?.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(pressed);
    pressed?.click();
    expect(act).not.toHaveBeenCalled();
    toolbar.show(middle);
    pressed?.click();
    expect(act).toHaveBeenCalledOnce();
  });

  test('names the way back from the full screen', () => {
    toolbar.show({ ...middle, fullScreen: true });
    expect(names()).toContain('Leave full screen');
    toolbar.show(middle);
    expect(names()).toContain('Full screen');
  });

  test('shows the keys on demand', async () => {
    const help = document.querySelector<HTMLElement>('.viewer-help');
    const opener = button('Keys and gestures');
    expect(help?.hidden).toBe(true);
    expect(opener?.getAttribute('aria-controls')).toBe(help?.id);
    opener?.click();
    await vi.waitFor(() => expect(help?.hidden).toBe(false));
    expect(opener?.getAttribute('aria-expanded')).toBe('true');
    expect(help?.textContent).toContain('0 or Home');
    opener?.click();
    await vi.waitFor(() => expect(help?.hidden).toBe(true));
    expect(act).not.toHaveBeenCalled();
  });

  test('of two viewers have helps of their own', () => {
    const other = createToolbar({ fullScreen: true }, act);
    expect(other.elements[1]?.id).not.toBe(toolbar.elements[1]?.id);
  });

  test('reads out where the reader is', () => {
    expect(document.querySelector('.viewer-readout')?.textContent).toBe('Zoom 3×');
  });
});
