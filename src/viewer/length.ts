/** Lengths as the reader sees them: micrometres below a millimetre, millimetres from there on. */

/** A narrow space that does not break, for between a number and its unit. */
export const thinSpace = '\u202f';

/** A length to at most three significant digits with its unit: `500 µm`, `2 mm`, `12.4 mm`. */
export function lengthText(lengthUm: number): string {
  const { divisor, unit } = unitFor(lengthUm);
  return `${rounded(lengthUm / divisor, 3)}${thinSpace}${unit}`;
}

/** A width and a height under one unit, the wider deciding it: `3.2 × 2.1 mm`. */
export function areaText(widthUm: number, heightUm: number): string {
  const { divisor, unit } = unitFor(Math.max(widthUm, heightUm));
  const [width, height] = [widthUm, heightUm].map((um) => rounded(um / divisor, 2));
  return `${width} × ${height}${thinSpace}${unit}`;
}

/** A number to so many significant digits; the digits before the point are always kept. */
export function rounded(value: number, digits: number): string {
  return String(value >= 10 ** digits ? Math.round(value) : Number(value.toPrecision(digits)));
}

// Just under a millimetre rounds up to one, so that no length reads "1000 µm".
function unitFor(lengthUm: number): { divisor: number; unit: string } {
  return lengthUm >= 999.5 ? { divisor: 1000, unit: 'mm' } : { divisor: 1, unit: 'µm' };
}
