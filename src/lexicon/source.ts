/**
 * The citation keys that the lexicon uses. Each must be an entry of the bibliography; the comment
 * says which work it is.
 */
export const sourceKeys = [
  'logullo2022', // the review that the atlas follows
  // BI-RADS wording and radiological teaching
  'fhir-breast-radiology', // HL7 guide that quotes the ACR atlas
  'radiopaedia-suspicious',
  'radiopaedia-approach',
  'radiopaedia-amorphous',
  'iarc-breast-atlas',
  'oup-fine-linear',
  'oup-dystrophic',
  'urmc-secretory',
  'uw-case-9',
  'clinicalgate-mammography',
  'birads-assessment-table',
  'nmd-category3',
  // v2025, at second hand
  'radulator-birads2025',
  'embed-toolkit',
  'birads2025-content-pack',
  // series of patients and specimens
  'berg2001',
  'rominger2012',
  'liberman1994',
  'cores-100um',
  'diagnostic-histopathology2009',
  'kim2023',
  // agreement of readers
  'berg2000',
  // minerals
  'radi1989',
  'frappart1984',
  'winston-oxalate',
  'haghayeghi2020',
  'truong-oxalate',
  'weddellite-eighteen',
  'castellaro2015',
  'scimeca2014',
  'scott2016',
  'vanna-raman',
  'gosling2022',
  'hindawi2017',
  'wilkinson2016',
  'weddellite-mineralogy',
  // lesions
  'jcp2007-columnar',
  'lerwill2008',
  'dcis-grading',
  'burnt-out-dcis2002',
  'wasserman2015',
  'benign-calcification-lecture',
  'calcification-definition',
] as const;

/** A citation key that the lexicon uses. */
export type SourceKey = (typeof sourceKeys)[number];
