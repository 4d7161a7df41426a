import { describe, expect, it } from 'vitest';
import { growBreast } from '../../../src/phantom/breast.ts';
import { muscleEdgeMm, growPectoral } from '../../../src/phantom/pectoral.ts';
import { openPatient } from '../../../src/phantom/position.ts';

describe('the pectoral muscle', () => {
  const women = Array.from({ length: 10 }, (_, n) => {
    const patient = openPatient(n + 1);
    return growPectoral(growBreast('medium', patient.branch('breast')), patient.branch('pectoral'));
  });

  it('comes forward towards the armpit', () => {
    for (const muscle of women)
      expect(muscleEdgeMm(muscle, 45, 45)).toBeGreaterThan(muscleEdgeMm(muscle, -45, -45) + 3);
  });

  it('falls back to both sides of that way, so that no view shows its edge along a ruler', () => {
    for (const muscle of women)
      for (const asideMm of [-40, 40])
        expect(muscleEdgeMm(muscle, 20 + asideMm, 20 - asideMm)).toBeLessThan(
          muscleEdgeMm(muscle, 20, 20) - 3,
        );
  });
});
