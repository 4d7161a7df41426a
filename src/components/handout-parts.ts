import type { Stop } from '../lesson/stop.ts';

/** What of a lesson comes onto paper, numbered: a question once, and neither titles nor pauses. */
export function numberedParts(stops: readonly Stop[]): { stop: Stop; number: number }[] {
  const asked = new Set<string>();
  const parts = stops.filter(({ kind, asking }) => {
    if (kind === 'title' || kind === 'pause') return false;
    if (!asking) return true;
    if (asked.has(asking.id)) return false;
    asked.add(asking.id);
    return true;
  });
  return parts.map((stop, at) => ({ stop, number: at + 1 }));
}
