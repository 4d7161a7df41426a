/** The ring and the spotlight that follow a pointer, this window's or the presenter's. */

export interface PointerLight {
  at(x: number, y: number): void;
  gone(): void;
}

/** Moves what is drawn at `--x` and `--y` in `host`. */
export function createPointerLight(host: HTMLElement, signal: AbortSignal): PointerLight {
  const light: PointerLight = {
    at(x, y) {
      host.style.setProperty('--x', `${x}px`);
      host.style.setProperty('--y', `${y}px`);
      host.dataset.pointed = '';
    },
    gone() {
      delete host.dataset.pointed;
    },
  };
  host.addEventListener('pointermove', ({ clientX, clientY }) => light.at(clientX, clientY), {
    capture: true,
    signal,
  });
  host.addEventListener('pointerleave', () => light.gone(), { signal });
  return light;
}
