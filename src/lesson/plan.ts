/** The clock of a session against the minutes that were planned. Pure: milliseconds in, minutes out. */

/** Where a session stands in its time. */
export interface Standing {
  readonly elapsedMin: number;
  /** All that was planned. */
  readonly plannedMin: number;
  /** Minutes late (above 0) or early (below 0), were the next stop shown now. */
  readonly lateMin: number;
  /** Minutes that this stop has taken, and was meant to take. */
  readonly stopMin: number;
  readonly stopPlannedMin: number;
}

/**
 * Early is one only once the time of the stops before is not used up; late once that of this stop is
 * used up too. Between the two one is in time.
 */
export function standing(
  plan: readonly number[],
  at: { readonly stop: number; readonly elapsedMs: number; readonly stopMs: number },
): Standing {
  const elapsedMin = at.elapsedMs / 60_000;
  const sum = (minutes: readonly number[]) => minutes.reduce((a, b) => a + b, 0);
  const before = sum(plan.slice(0, at.stop));
  const after = before + (plan[at.stop] ?? 0);
  const lateMin =
    elapsedMin > after ? elapsedMin - after : elapsedMin < before ? elapsedMin - before : 0;
  return {
    elapsedMin,
    plannedMin: sum(plan),
    lateMin,
    stopMin: at.stopMs / 60_000,
    stopPlannedMin: plan[at.stop] ?? 0,
  };
}

/** Minutes as a clock shows them: `7:05`, `1:02:30`. */
export function clockOf(minutes: number): string {
  const seconds = Math.max(0, Math.floor(minutes * 60));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(rest)}:${two(seconds % 60)}` : `${rest}:${two(seconds % 60)}`;
}

/** How far from the plan, in words. */
export function standingInWords({ lateMin }: Standing): string {
  const minutes = Math.round(Math.abs(lateMin));
  if (minutes === 0) return 'in time';
  return `${minutes} min ${lateMin > 0 ? 'late' : 'early'}`;
}
