/** Which single-letter keys are switched off in this browser. */
const slot = 'lesson-keys-off';
let off: ReadonlySet<string> | undefined;

export function switchedOff(): ReadonlySet<string> {
  if (!off) {
    try {
      off = new Set(JSON.parse(localStorage.getItem(slot) ?? '[]') as string[]);
    } catch {
      off = new Set();
    }
  }
  return off;
}

export function switchKeys(keys: readonly string[], on: boolean): void {
  const next = new Set(switchedOff());
  for (const key of keys)
    if (on) next.delete(key);
    else next.add(key);
  off = next;
  try {
    localStorage.setItem(slot, JSON.stringify([...next]));
  } catch {
    // Not kept: it holds until the page is closed.
  }
}
