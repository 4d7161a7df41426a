import BreastToLobule from './BreastToLobule.astro';
import Cite from './Cite.astro';
import Claim from './Claim.astro';
import ComparisonTable from './ComparisonTable.astro';
import Descriptor from './Descriptor.astro';
import Differs from './Differs.astro';
import Figure from './Figure.astro';
import KeyPoints from './KeyPoints.astro';
import MineralRoutes from './MineralRoutes.astro';
import Minerals from './Minerals.astro';
import MissingCalcifications from './MissingCalcifications.astro';
import NeedleGauges from './NeedleGauges.astro';
import Objectives from './Objectives.astro';
import Pictograms from './Pictograms.astro';
import ProseLink from './ProseLink.astro';
import Question from './Question.astro';
import RecallPathway from './RecallPathway.astro';
import RiskTable from './RiskTable.astro';
import Sidenote from './Sidenote.astro';
import Term from './Term.astro';
import VisibleSizes from './VisibleSizes.astro';

/** The components that authors use in prose without importing them, and the one that links become. */
export const mdxComponents = {
  BreastToLobule,
  Claim,
  Cite,
  ComparisonTable,
  Descriptor,
  Differs,
  Figure,
  KeyPoints,
  Minerals,
  MineralRoutes,
  MissingCalcifications,
  NeedleGauges,
  Objectives,
  Pictograms,
  Question,
  RecallPathway,
  RiskTable,
  Sidenote,
  Term,
  VisibleSizes,
  a: ProseLink,
};
