/** What became of a speck in a view, in a sentence that says why where it is not seen. Pure. */
import type { Hidden, SpeckTrace } from '../../../trace/index.ts';
import { lengthText, thinSpace } from '../../length.ts';

/** Seen, there but not to be seen, or not there. */
export type Standing = 'seen' | 'hidden' | 'absent';

/** What became of a speck in a view. */
export interface Fate {
  readonly standing: Standing;
  readonly sentence: string;
}

/** Below this a calcification does not show on the X-ray of what was taken. */
const specimenLimitUm = 100;

const notTaken = 'Not in the tissue that was taken: it was left in the breast.';

/** The fate of a speck in a view of a kind, from its pieces there; of several that of the best seen. */
export function fateIn(
  kind: string,
  pieces: readonly SpeckTrace[] = [],
  depthUm: number | undefined,
): Fate {
  const fates = pieces.map((piece) => fateOf(kind, piece, depthUm));
  const best = (standing: Standing) => fates.find((fate) => fate.standing === standing);
  return (
    best('seen') ?? best('hidden') ?? best('absent') ?? { standing: 'absent', sentence: notTaken }
  );
}

function fateOf(kind: string, piece: SpeckTrace, depthUm: number | undefined): Fate {
  const { hidden, widestUm, outlinesPx } = piece;
  if (hidden !== null)
    return {
      standing: outlinesPx.length > 0 ? 'hidden' : 'absent',
      sentence: reasons[hidden](piece, kind, depthUm ?? 0),
    };
  const across = widestUm === null ? '' : `, ${lengthText(widestUm)} across`;
  if (kind === 'polarised')
    return { standing: 'seen', sentence: `Bright between crossed polars${across}.` };
  const where = `${piece.core === undefined ? '' : ` in core ${piece.core + 1}`}${across}`;
  return {
    standing: 'seen',
    sentence: `Seen${where}${isOfSection(piece) ? ' in this plane' : ''}.`,
  };
}

const reasons: Readonly<
  Record<Hidden, (piece: SpeckTrace, kind: string, depthUm: number) => string>
> = {
  'outside-field': () => 'Outside the field of this view.',
  'not-sampled': () => notTaken,
  'behind-another': () => 'Another calcification lies in front of it or behind it.',
  oxalate: () =>
    'Too faint: calcium oxalate takes up less of the beam; as hydroxyapatite it would show.',
  'too-small': tooSmall,
  'too-faint': ({ widestUm }, kind) =>
    isBelowLimit(widestUm, kind)
      ? belowLimit(widestUm)
      : 'Too faint: it stands out too little from noise and tissue.',
  'not-in-this-plane': otherPlane,
  'lost-in-sectioning': () => 'Lost at sectioning: the knife broke it out, and a hole is left.',
  unstained: () =>
    'In this plane, but nearly invisible: calcium oxalate takes up no stain. Cross the polars to see it.',
  'not-birefringent': ({ mineral }) =>
    mineral === 'calcium-oxalate'
      ? 'In this plane, but dark: what is left of the crystal is too thin, or looks along its axis.'
      : 'In this plane, but dark: calcium phosphate does not light up between crossed polars.',
};

const isBelowLimit = (widestUm: number | null, kind: string): widestUm is number =>
  isXrayOfSpecimen(kind) && widestUm !== null && widestUm < specimenLimitUm;

const isXrayOfSpecimen = (kind: string) =>
  kind === 'specimen-radiograph' || kind === 'block-radiograph';

const isOfSection = ({ betweenUm }: SpeckTrace) => betweenUm !== undefined;

/** Whether a view is of what was taken: X-ray or slide. */
export const isOfSpecimen = (kind: string): boolean =>
  isXrayOfSpecimen(kind) || kind === 'histology' || kind === 'polarised';

const belowLimit = (widestUm: number) =>
  `Too small: ${lengthText(widestUm)} across. Below some ${specimenLimitUm}${thinSpace}µm calcifications do not show on the X-ray of the specimen.`;

function tooSmall(piece: SpeckTrace, kind: string): string {
  const { widestUm } = piece;
  if (isOfSection(piece)) return 'Too small: less of it is left in this plane than can be found.';
  return isBelowLimit(widestUm, kind)
    ? belowLimit(widestUm)
    : 'Too small for what this view can resolve.';
}

function otherPlane({ betweenUm, core }: SpeckTrace, _kind: string, depthUm: number): string {
  const where = `In ${core === undefined ? 'the slice' : `core ${core + 1}`}, but not in this plane`;
  if (!betweenUm) return `${where}.`;
  const [from, to] = betweenUm;
  const lies = `it lies ${depthText(from)} to ${depthText(to)} below the face of the block`;
  if (from > depthUm) return `${where}: ${lies}, ${depthText(from - depthUm)} deeper.`;
  if (to < depthUm) return `${where}: ${lies}, ${depthText(depthUm - to)} nearer to the face.`;
  return `${where}: ${lies}, and the plane passes between its parts.`;
}

/** Depths in hundredths of a millimetre: levels lie 50 µm apart. */
const depthText = (um: number) => `${(um / 1000).toFixed(2)}${thinSpace}mm`;
