import { describe, expect, it } from 'vitest';
import { growPhantom, openView } from '../../../../src/phantom/index.ts';
import { openScarStreak } from '../../../../src/radiography/projection/scar-streak.ts';

describe('the scar about threads', () => {
  const woman = growPhantom({ seed: 6011, density: 'b', morphology: 'suture' });
  const view = openView(woman, 'cc');
  const addScar = openScarStreak(woman, view);
  const [u, v] = view.compress(woman.lesion.at);
  const pathsAt = (vMm: number) => {
    const usMm = Float64Array.from({ length: 141 }, (_, n) => u - 70 + n);
    const paths = new Float32Array(usMm.length);
    addScar?.(vMm, usMm, paths);
    return paths;
  };

  it('is densest among them and has an end', () => {
    const rows = Array.from({ length: 141 }, (_, n) => pathsAt(v - 70 + n));
    const among = Math.max(...rows.slice(66, 75).flatMap((row) => [...row.slice(66, 75)]));
    expect(among).toBeGreaterThan(0.8);
    expect(among).toBeGreaterThan(0.8 * Math.max(...rows.flatMap((row) => [...row])));
    expect(Math.max(...(rows[0] ?? []), ...(rows[140] ?? []))).toBe(0);
  });

  it('is a streak, several times as long as wide', () => {
    const places: (readonly [number, number])[] = [];
    for (let down = 0; down < 141; down++)
      pathsAt(v - 70 + down).forEach((mm, across) => {
        if (mm > 0.2) places.push([across, down]);
      });
    const mean = [0, 1].map(
      (axis) => places.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / places.length,
    );
    const [x = 0, y = 0] = mean;
    const moment = (of: (dx: number, dy: number) => number) =>
      places.reduce((sum, [a, b]) => sum + of(a - x, b - y), 0) / places.length;
    const [xx, yy, xy] = [moment((a) => a * a), moment((_, b) => b * b), moment((a, b) => a * b)];
    const spread = Math.sqrt((xx - yy) * (xx - yy) + 4 * xy * xy);
    expect(Math.sqrt((xx + yy + spread) / (xx + yy - spread))).toBeGreaterThan(2);
  });

  it('is not there where no thread was left', () => {
    const other = growPhantom({ seed: 6011, density: 'b', morphology: 'punctate' });
    expect(openScarStreak(other, openView(other, 'cc'))).toBeUndefined();
  });
});
