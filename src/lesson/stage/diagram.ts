/** Drawings of the book on a stage, where the back row has to read them, and on paper. */

/** A drawing this much higher than wide is cut in two, whose halves stand beside each other. */
const tallest = 1.3;

/** Where a drawing between two heights is cut: just above the box that begins nearest to its middle. */
export function cutOf(tops: readonly number[], from: number, until: number): number {
  const middle = (from + until) / 2;
  const away = (top: number) => Math.abs(top - middle);
  const nearest = [...tops].sort((a, b) => away(a) - away(b))[0] ?? middle;
  // The stroke of the box and the head of the arrow above it stay whole.
  return nearest - 2;
}

/** A copy of a drawing, ready for the stage. */
export function drawingFor(template: HTMLTemplateElement): DocumentFragment {
  const content = template.content.cloneNode(true) as DocumentFragment;
  const svg = content.querySelector('svg');
  if (svg) halve(svg);
  return content;
}

/** Puts the lower half of a drawing that is much higher than wide beside its upper half. */
export function halve(svg: SVGElement): void {
  const box = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [x = 0, y = 0, width = 1, height = 0] = box;
  if (height / width < tallest) return;
  const topOf = (rect: Element | null) => Number(rect?.getAttribute('y'));
  const cut = cutOf([...svg.querySelectorAll('rect')].map(topOf), y, y + height);
  const second = svg.cloneNode(true) as SVGElement;
  for (const each of second.querySelectorAll('[id]')) each.remove();
  for (const name of ['aria-labelledby', 'aria-describedby', 'role']) second.removeAttribute(name);
  second.setAttribute('aria-hidden', 'true');
  const half = Math.max(cut - y, y + height - cut);
  for (const [each, top] of [
    [svg, y],
    [second, cut],
  ] as const) {
    each.setAttribute('viewBox', `${x} ${top} ${width} ${half}`);
    each.setAttribute('preserveAspectRatio', 'xMidYMin');
    for (const group of each.querySelectorAll('g'))
      if (topOf(group.querySelector('rect')) > cut !== (each === second)) group.remove();
  }
  svg.after(second);
}
