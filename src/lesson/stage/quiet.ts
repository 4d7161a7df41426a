/** Nothing ever pops up on a stage: neither a name under the pointer nor a menu. */
export function keepQuiet(host: HTMLElement, signal: AbortSignal): void {
  for (const event of ['contextmenu', 'dragstart'] as const)
    host.addEventListener(event, (each) => each.preventDefault(), { signal });
  const nameless = new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) takeNames(target);
  });
  nameless.observe(host, { subtree: true, childList: true, attributeFilter: ['title'] });
  signal.addEventListener('abort', () => nameless.disconnect());
}

function takeNames(within: Element): void {
  for (const each of [within, ...within.querySelectorAll('[title]')])
    if (each.hasAttribute('title')) {
      // What was told under the pointer alone is still told to who listens.
      if (!each.hasAttribute('aria-label'))
        each.setAttribute('aria-label', each.getAttribute('title') ?? '');
      each.removeAttribute('title');
    }
}
