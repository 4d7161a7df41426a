import { type Term, awaiting, fromReview, verified } from './term.ts';

/** The view kinds, in the order in which a clinical work-up meets them. */
export const viewKindIds = [
  'cc',
  'mlo',
  'ml',
  'magnification-cc',
  'magnification-ml',
  'specimen-radiograph',
  'block-radiograph',
  'histology',
  'polarised',
] as const;

/** The id of a view kind. */
export type ViewKindId = (typeof viewKindIds)[number];

/**
 * A kind of image of a lesion. Views of one `plane` can show the same place side by side. BI-RADS
 * labels do not apply.
 */
export interface ViewKind extends Term<ViewKindId> {
  readonly abbreviation: string;
  readonly plane: 'mammographic' | 'specimen' | 'block' | 'section';
  /** Position in the work-up, from 1. */
  readonly order: number;
  readonly tone: 'grey' | 'colour';
}

/** All view kinds, in the order of `viewKindIds`. */
export const viewKinds: readonly ViewKind[] = [
  {
    id: 'cc',
    label: 'Craniocaudal view',
    abbreviation: 'CC',
    plane: 'mammographic',
    order: 1,
    tone: 'grey',
    short: 'Mammogram from above',
    definition: awaiting(
      'Mammogram with the X-ray beam from above, one of the two screening views.',
    ),
  },
  {
    id: 'mlo',
    label: 'Mediolateral oblique view',
    abbreviation: 'MLO',
    plane: 'mammographic',
    order: 2,
    tone: 'grey',
    short: 'Mammogram obliquely from the side',
    definition: awaiting(
      'Mammogram with the beam oblique from the inner upper side, one of the two screening views.',
    ),
  },
  {
    id: 'ml',
    label: 'True lateral view',
    abbreviation: 'ML',
    plane: 'mammographic',
    order: 3,
    tone: 'grey',
    short: 'Mammogram straight from the side, at 90°',
    definition: verified(
      'Mammogram at 90° to the craniocaudal view; shows the layering of milk of calcium.',
      'clinicalgate-mammography',
      'fhir-breast-radiology',
    ),
  },
  {
    id: 'magnification-cc',
    label: 'Magnification, craniocaudal',
    abbreviation: 'Mag CC',
    plane: 'mammographic',
    order: 4,
    tone: 'grey',
    short: 'Enlarged mammogram from above',
    definition: verified(
      'Craniocaudal view enlarged across an air gap with a 0.1 mm focal spot, which resolves about 1.8 times as much; part of the work-up.',
      'clinicalgate-mammography',
    ),
  },
  {
    id: 'magnification-ml',
    label: 'Magnification, true lateral',
    abbreviation: 'Mag ML',
    plane: 'mammographic',
    order: 5,
    tone: 'grey',
    short: 'Enlarged mammogram straight from the side',
    definition: verified(
      'True lateral view enlarged across an air gap with a 0.1 mm focal spot; with the craniocaudal one it completes the work-up.',
      'clinicalgate-mammography',
    ),
  },
  {
    id: 'specimen-radiograph',
    label: 'Specimen radiograph',
    abbreviation: 'Specimen',
    plane: 'specimen',
    order: 6,
    tone: 'grey',
    short: 'X-ray of the biopsy cores',
    definition: verified(
      'X-ray of the tissue as soon as it is taken, compared with the mammographic target in number, size and shape.',
      'logullo2022',
      'liberman1994',
    ),
  },
  {
    id: 'block-radiograph',
    label: 'Block radiograph',
    abbreviation: 'Block',
    plane: 'block',
    order: 7,
    tone: 'grey',
    short: 'X-ray of the paraffin block',
    definition: fromReview(
      'X-ray of the paraffin block when the sections show no calcium: it tells whether calcium remains in the tissue.',
    ),
  },
  {
    id: 'histology',
    label: 'Histology',
    abbreviation: 'H&E',
    plane: 'section',
    order: 8,
    tone: 'colour',
    short: 'Section stained with haematoxylin and eosin',
    definition: verified(
      'Section stained with haematoxylin and eosin: calcium phosphate is blue-purple, oxalate colourless.',
      'radi1989',
      'truong-oxalate',
    ),
  },
  {
    id: 'polarised',
    label: 'Polarised light',
    abbreviation: 'Pol',
    plane: 'section',
    order: 9,
    tone: 'colour',
    short: 'The same section between crossed polars',
    definition: verified(
      'The stained section between crossed polars: calcium oxalate is bright, calcium phosphate stays dark.',
      'radi1989',
      'truong-oxalate',
    ),
  },
];
