/** Nine labelled regions of what is in view: the way to a place without a mouse. */
import type { Field } from '../../viewer/field.ts';

/** The regions, row by row, with where they lie in words. */
export const regions = [
  ['A', 'upper left'],
  ['B', 'upper middle'],
  ['C', 'upper right'],
  ['D', 'middle left'],
  ['E', 'the middle'],
  ['F', 'middle right'],
  ['G', 'lower left'],
  ['H', 'lower middle'],
  ['I', 'lower right'],
] as const;

/** The field about a region of a field, from 0: a third of it in both directions. */
export function fieldOfRegion(field: Field, region: number): Omit<Field, 'heightPx'> {
  const [across, down] = [(region % 3) - 1, Math.floor(region / 3) - 1];
  return {
    centreXPx: field.centreXPx + (across * field.widthPx) / 3,
    centreYPx: field.centreYPx + (down * field.heightPx) / 3,
    widthPx: field.widthPx / 3,
  };
}

/** The regions as they are drawn over the picture. */
export function regionGrid(): HTMLElement {
  const grid = document.createElement('div');
  grid.className = 'region-grid';
  grid.hidden = true;
  grid.setAttribute('aria-hidden', 'true');
  for (const [letter] of regions) {
    const cell = document.createElement('span');
    cell.textContent = letter;
    grid.append(cell);
  }
  return grid;
}
