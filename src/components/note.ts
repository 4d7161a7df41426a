/** How long a note stays once the pointer has left, so that it can be reached and read. */
const lingerMs = 220;

/**
 * Opens what an element with `data-note` names – an entry of a list further down the page – beside
 * it: on hover, on focus, and on tap. Escape puts it away. Without this the link simply leads there.
 */
export function bindNotes(): void {
  const note = document.createElement('div');
  note.className = 'note plain';
  note.id = 'note';
  note.popover = 'manual';
  note.dataset.pagefindIgnore = 'all';
  (document.querySelector('main') ?? document.body).append(note);

  let anchor: HTMLElement | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let byMouse = true;

  const show = (next: HTMLElement) => {
    clearTimeout(leaving);
    if (next === anchor) return;
    const source = document.getElementById(next.dataset.note ?? '');
    const entry = source?.querySelector('[data-entry]');
    if (!entry) return;
    hide();
    anchor = next;
    note.replaceChildren(...entry.cloneNode(true).childNodes);
    next.setAttribute('aria-describedby', note.id);
    note.showPopover();
    placeBeside(note, next);
  };
  const hide = () => {
    clearTimeout(leaving);
    anchor?.removeAttribute('aria-describedby');
    anchor = undefined;
    note.hidePopover();
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, lingerMs);
  };

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse') return;
    const over = anchorOf(event.target);
    if (over) show(over);
    else if (note.contains(event.target as Node)) clearTimeout(leaving);
    else if (anchor && anchor !== document.activeElement) leave();
  });
  document.addEventListener('focusin', (event) => {
    const focused = anchorOf(event.target);
    if (focused) show(focused);
    else if (anchor && !note.contains(event.target as Node)) hide();
  });
  document.addEventListener('pointerdown', (event) => {
    byMouse = event.pointerType === 'mouse';
    if (anchor && !note.contains(event.target as Node) && !anchorOf(event.target)) hide();
  });
  document.addEventListener('click', (event) => {
    const tapped = anchorOf(event.target);
    if (!tapped || byMouse || event.detail === 0) return;
    event.preventDefault();
    show(tapped);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && anchor) hide();
  });
}

function anchorOf(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element | null)?.closest?.<HTMLElement>('[data-note]') ?? undefined;
}

/** Below the anchor, or above it where the window ends; never past the sides of the window. */
function placeBeside(note: HTMLElement, anchor: HTMLElement): void {
  const { left, top, bottom, width } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = note;
  const { clientWidth, clientHeight } = document.documentElement;
  const wanted = left + width / 2 - offsetWidth / 2;
  const within = Math.max(12, Math.min(wanted, clientWidth - offsetWidth - 12));
  const above = bottom + offsetHeight + 12 > clientHeight && top > offsetHeight + 12;
  note.style.left = `${within + scrollX}px`;
  note.style.top = `${(above ? top - offsetHeight - 6 : bottom + 6) + scrollY}px`;
}
