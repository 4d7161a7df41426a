import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe finds wrong with a page, or with parts of it: a line for each rule that is broken, with how
 * often and where first. Only of some rules where they are named.
 */
export async function faultsOf(
  page: Page,
  { within, rules }: { within?: string | readonly string[]; rules?: string[] } = {},
): Promise<string[]> {
  // In one piece, as no page here frames another: else all that is right, too, is carried to a second
  // page and judged there, which takes six times as long.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  for (const part of [within ?? []].flat()) axe.include(part);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) => `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 200)}`,
  );
}
