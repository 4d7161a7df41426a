import type { Stop } from '../lesson/stop.ts';

/** What of a lesson comes onto paper. */
export interface HandoutPart {
  readonly stop: Stop;
  readonly number: number;
  /** What follows it and tells its answer. */
  readonly afterwards: readonly Stop[];
}

/** The parts of a hand-out: a question once, and neither titles nor pauses. */
export function numberedParts(stops: readonly Stop[]): HandoutPart[] {
  const asked = new Set<string>();
  const parts: { stop: Stop; afterwards: Stop[] }[] = [];
  for (const stop of stops) {
    const { kind, asking, afterwards } = stop;
    const last = parts.at(-1);
    if (afterwards && last) last.afterwards.push(stop);
    else if (kind === 'title' || kind === 'pause' || (asking && asked.has(asking.id))) continue;
    else parts.push({ stop, afterwards: [] });
    if (asking) asked.add(asking.id);
  }
  return parts.map((part, at) => ({ ...part, number: at + 1 }));
}
