/** Drawings of the book on a stage, where the back row has to read them. */

/** A drawing this much higher than wide is cut in two, whose halves stand beside each other. */
const tallest = 1.3;

/** A copy of a drawing, ready for the stage. */
export function drawingFor(template: HTMLTemplateElement): DocumentFragment {
  const content = template.content.cloneNode(true) as DocumentFragment;
  const svg = content.querySelector('svg');
  const box = (svg?.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [x = 0, y = 0, width = 1, height = 0] = box;
  if (!svg || height / width < tallest) return content;
  // Between two steps: above the box that begins nearest to the middle.
  const tops = [...svg.querySelectorAll('rect')].map((each) => Number(each.getAttribute('y')));
  const middle = y + height / 2;
  const cut =
    tops.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a), middle) - 8;
  const second = svg.cloneNode(true) as SVGElement;
  for (const each of second.querySelectorAll('[id]')) each.remove();
  for (const name of ['aria-labelledby', 'aria-describedby', 'role']) second.removeAttribute(name);
  second.setAttribute('aria-hidden', 'true');
  const tallestHalf = Math.max(cut - y, y + height - cut);
  second.setAttribute('viewBox', `${x} ${cut} ${width} ${tallestHalf}`);
  for (const half of [svg, second]) half.setAttribute('preserveAspectRatio', 'xMidYMin');
  svg.setAttribute('viewBox', `${x} ${y} ${width} ${tallestHalf}`);
  svg.after(second);
  // What lies below the cut is the second half's.
  for (const group of svg.querySelectorAll('g'))
    if (Number(group.querySelector('rect')?.getAttribute('y')) > cut) group.remove();
  return content;
}
