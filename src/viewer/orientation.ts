/**
 * How a picture lies on the screen against how it was taken. Nothing changes it but a reader who asks
 * for it: a mammogram that is mirrored unnoticed shows the other breast. Pure.
 */
export interface Orientation {
  /** Clockwise, before it is mirrored. */
  readonly turnDeg: 0 | 90 | 180 | 270;
  /** Left to right, as it lies after the turn. */
  readonly mirrored: boolean;
}

/** A direction: to the right and down. */
type Direction = readonly [right: number, down: number];

export const asTaken: Orientation = { turnDeg: 0, mirrored: false };

export const isAsTaken = ({ turnDeg, mirrored }: Orientation): boolean =>
  turnDeg === 0 && !mirrored;

export const liesOnItsSide = ({ turnDeg }: Orientation): boolean => turnDeg % 180 !== 0;

/** A quarter turn more, clockwise as one sees it: of a mirrored picture that is one back. */
export function turned({ turnDeg, mirrored }: Orientation): Orientation {
  const quarters = (turnDeg / 90 + (mirrored ? 3 : 1)) % 4;
  return { turnDeg: (quarters * 90) as Orientation['turnDeg'], mirrored };
}

/** Mirrored left to right as one sees it; mirrored again, it is as before. */
export const mirrored = (orientation: Orientation): Orientation => ({
  ...orientation,
  mirrored: !orientation.mirrored,
});

/** Where a direction of the image points on the screen. */
export function onScreen({ turnDeg, mirrored }: Orientation, along: Direction): Direction {
  const [right, down] = quarterTurned(along, turnDeg / 90);
  return [mirrored ? -right : right, down];
}

/** Where a direction of the screen points in the image. */
export function inImage({ turnDeg, mirrored }: Orientation, [right, down]: Direction): Direction {
  return quarterTurned([mirrored ? -right : right, down], 4 - turnDeg / 90);
}

/** The orientation in words; empty for a picture that lies as it was taken. */
export function orientationText({ turnDeg, mirrored }: Orientation): string {
  const turn = turnDeg === 0 ? [] : [`turned by ${turnDeg}°`];
  return [...turn, ...(mirrored ? ['mirrored left to right'] : [])].join(', then ');
}

function quarterTurned([right, down]: Direction, quarters: number): Direction {
  switch (quarters % 4) {
    case 1:
      return [-down, right];
    case 2:
      return [-right, -down];
    case 3:
      return [down, -right];
    default:
      return [right, down];
  }
}
