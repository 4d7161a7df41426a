/** The icons of toolbar and bench: strokes on a 24 × 24 grid, inline because a file cannot be tinted. */

const paths = {
  'zoom-in': 'M12 5v14M5 12h14',
  'zoom-out': 'M5 12h14',
  whole: 'M4 6h16v12H4zM8 10h8v4H8z',
  turn: 'M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5',
  'full-screen': 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  'leave-full-screen': 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5',
  'copy-link':
    'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  close: 'M6 6l12 12M18 6 6 18',
  greys: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
  measure: 'M3 15 15 3l6 6L9 21zM7 11l2 2M10 8l3 3M13 5l2 2',
  help: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.6v.1',
} as const;

/** The name of an icon. */
export type IconName = keyof typeof paths;

const svg = 'http://www.w3.org/2000/svg';

/** A drawn icon, hidden from assistive technology: the button has the name. */
export function createIcon(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(svg, 'svg');
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[name]);
  icon.append(path);
  return icon;
}
