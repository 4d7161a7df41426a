/** The lexicon: the closed vocabulary of the atlas as typed data, with its rules. */
export {
  type Assessment,
  type AssessmentId,
  assessmentIds,
  assessmentOfLikelihood,
  assessments,
} from './assessment.ts';
export {
  type Distribution,
  type DistributionId,
  distributionIds,
  distributions,
} from './distribution.ts';
export { findTerm, suggestTerm, type TermKind, type TermOfKind } from './find-term.ts';
export { contains, type Interval, printInterval } from './interval.ts';
export { type Lesion, type LesionId, lesionIds, lesions, mineralEvidence } from './lesion.ts';
export {
  type Likeness,
  likenessOfAssessments,
  likenessOfDistributions,
  likenessOfMinerals,
  likenessOfMorphologies,
  likenessStatements,
} from './likeness.ts';
export { type LookAlikes, lookAlikePairs } from './look-alikes.ts';
export { type ManagementId, managementIds, managementLabels, managementOf } from './management.ts';
export { type Mineral, type MineralId, mineralIds, minerals } from './mineral.ts';
export {
  morphologies,
  type Morphology,
  type MorphologyId,
  morphologyIds,
  type SizeLimit,
} from './morphology.ts';
export { suggest } from './near-miss.ts';
export { type SourceKey, sourceKeys } from './source.ts';
export { distributionOf, groupMaxMm, groupMinCount, type Spread } from './spread.ts';
export {
  type TissueFeature,
  type TissueFeatureName,
  tissueFeatureNames,
  tissueFeatures,
} from './tissue-feature.ts';
export type { BiradsTerm, Confidence, EditionLabels, Statement, Term } from './term.ts';
export { type Circumstances, type Judgement, usualAssessment } from './usual-assessment.ts';
export { type ViewKind, type ViewKindId, viewKindIds, viewKinds } from './view.ts';
