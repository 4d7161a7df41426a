/** Has the browser take the atlas in, and tells the reader when a new edition is ready. */

/** Where a new edition is not even announced: the reader is in the middle of something. */
export const isQuiet = (path: string) => /\/(practice|lessons\/own)\//.test(path);

/** Registers the worker of the site whose root has the address `base`. */
export async function join(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.register(`${base}sw.js`, {
    scope: base,
    updateViaCache: 'none',
  });
  const announce = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller || isQuiet(location.pathname)) return;
    document.querySelector('.new-edition')?.remove();
    document.body.append(announcement(waiting));
  };
  announce();
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed') announce();
    });
  });
}

function announcement(waiting: ServiceWorker): HTMLElement {
  const element = document.createElement('aside');
  element.className = 'new-edition plain';
  element.setAttribute('aria-label', 'New edition');
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  said.textContent = 'A new edition of the atlas is ready.';
  const load = button('Load it', async () => {
    const others = await takeOver(waiting);
    if (others > 0)
      said.textContent = `The atlas is open in ${others === 1 ? 'another window' : `${others} other windows`}, which the new edition would disturb. Close ${others === 1 ? 'it' : 'them'} first, then load it.`;
  });
  element.append(
    said,
    load,
    button('Later', () => element.remove()),
  );
  return element;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.className = 'button';
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}

/** Asks the worker that waits to take over; this page is then loaded anew. Answers how many other windows are in the way. */
function takeOver(waiting: ServiceWorker): Promise<number> {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(Number(data));
    waiting.postMessage('take over', [port2]);
  });
}
