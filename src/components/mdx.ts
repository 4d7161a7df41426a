import Claim from './Claim.astro';
import Cite from './Cite.astro';
import Descriptor from './Descriptor.astro';
import Differs from './Differs.astro';
import Figure from './Figure.astro';
import KeyPoints from './KeyPoints.astro';
import Objectives from './Objectives.astro';
import ProseLink from './ProseLink.astro';
import Question from './Question.astro';
import RiskTable from './RiskTable.astro';
import Sidenote from './Sidenote.astro';
import Term from './Term.astro';

/** The components that authors use in prose without importing them, and the one that links become. */
export const mdxComponents = {
  Claim,
  Cite,
  Descriptor,
  Differs,
  Figure,
  KeyPoints,
  Objectives,
  Question,
  RiskTable,
  Sidenote,
  Term,
  a: ProseLink,
};
