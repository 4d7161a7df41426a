/**
 * Keeps the panes of one plane together. One pane leads, the one that the reader last turned to; what
 * moves because it follows is never followed itself, so that panes cannot push each other about.
 */
import { centred, type FieldMm, follow, movesWith, type Offset, offsetOf } from './link.ts';
import type { Pane } from './pane.ts';

/** The links between the panes of a bench. */
export interface Linkage {
  /** Whether panes move together now, and whether they lie on each other exactly. */
  turn(on: boolean, exactly: boolean): void;
  /** Whether any two panes show one plane. */
  possible(): boolean;
  /** A picture has come; `placed` where it was opened at a place of its own. */
  join(pane: Pane, placed: boolean): void;
  lead(pane: Pane): void;
  /** The places at which the panes stand now show the same from here on. */
  anchor(): void;
  moved(pane: Pane): void;
  forget(pane: Pane): void;
}

/** Links the panes that `panes` returns. */
export function createLinkage(panes: () => readonly Pane[]): Linkage {
  let [on, exactly] = [false, false];
  let leader: Pane | undefined;
  /** For each pane the field that shows the same as those of the others. */
  const anchors = new Map<Pane, FieldMm>();
  /** Panes that could not follow, as they were hidden. */
  const behind = new Set<Pane>();

  function offset(from: Pane, to: Pane): Offset {
    const [a, b] = [anchors.get(from), anchors.get(to)];
    return exactly || !a || !b ? centred(from.offer, to.offer) : offsetOf(a, b);
  }

  function pull(follower: Pane): void {
    const field = leader?.field();
    if (!on || !leader || !field || follower === leader) return;
    if (!movesWith(leader.offer, follower.offer)) return;
    if (!follower.show(follow(field, offset(leader, follower)))) behind.add(follower);
  }

  function anchor(): void {
    for (const pane of panes()) {
      const field = pane.field();
      if (field) anchors.set(pane, field);
    }
  }

  return {
    turn(wanted, wantedExactly) {
      if (wanted && !on) anchor();
      [on, exactly] = [wanted, wantedExactly];
      leader ??= panes()[0];
      for (const pane of panes()) pull(pane);
    },
    possible: () =>
      panes().some((pane, at) =>
        panes().some((other, place) => place > at && movesWith(pane.offer, other.offer)),
      ),
    join(pane, placed) {
      const { umPerPixel, widthPx, heightPx } = pane.offer;
      const mmPerPx = umPerPixel / 1000;
      const middle = {
        xMm: (widthPx * mmPerPx) / 2,
        yMm: (heightPx * mmPerPx) / 2,
        mmPerScreenPx: 1,
      };
      const field = pane.field();
      anchors.set(pane, placed && field ? field : middle);
      leader ??= pane;
      if (!placed) pull(pane);
    },
    lead(pane) {
      leader = pane;
    },
    anchor,
    moved(pane) {
      // It is shown again, and has its size with the next frame.
      if (behind.delete(pane)) requestAnimationFrame(() => pull(pane));
      if (pane !== leader) return;
      for (const other of panes()) pull(other);
    },
    forget(pane) {
      anchors.delete(pane);
      behind.delete(pane);
      if (leader === pane) leader = undefined;
    },
  };
}
