/** Which stop of a story an address names. Apart from the rest, so that the bench is not split for it. Pure. */

/** The parameter that names the stop, counted from 1. */
export const stopName = 'stop';

/** The stop that a query asks for, from 0; undefined where it asks for none. */
export function stopIn(query: string, count: number): number | undefined {
  const text = new URLSearchParams(query).get(stopName);
  if (text === null || count === 0) return undefined;
  const number = Number.parseInt(text, 10);
  return Number.isNaN(number) ? 0 : Math.min(Math.max(number, 1), count) - 1;
}
