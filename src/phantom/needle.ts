/** A biopsy needle with a side notch, by its nominal sizes. */
export interface Needle {
  readonly gauge: NeedleGauge;
  readonly kind: 'core' | 'vacuum';
  /** Diameter of the core that it takes. */
  readonly coreMm: number;
  /** Length of the notch, and so of the core. */
  readonly notchMm: number;
}

/** The gauges of biopsy needles in use. */
export const needleGauges = [14, 12, 11, 10, 9, 8] as const;

/** The gauge of a biopsy needle. */
export type NeedleGauge = (typeof needleGauges)[number];

/**
 * The needle of a gauge. Diameters are nominal: the bore of the outer needle less the wall of the
 * notch; real cores are somewhat thinner and shorter, and break.
 */
export function needleOf(gauge: NeedleGauge): Needle {
  const [kind, coreMm, notchMm] = sizes[gauge];
  return { gauge, kind, coreMm, notchMm };
}

const sizes: Readonly<Record<NeedleGauge, readonly [Needle['kind'], number, number]>> = {
  14: ['core', 1.6, 18],
  12: ['vacuum', 1.9, 19],
  11: ['vacuum', 2.2, 19],
  10: ['vacuum', 2.5, 20],
  9: ['vacuum', 2.9, 20],
  8: ['vacuum', 3.2, 20],
};
