import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CaseRecord, caseSchema } from '../../../src/atlas/case.ts';
import { valuesOf } from '../../../src/gallery/facets.ts';
import {
  distributionIds,
  lesionIds,
  mineralIds,
  morphologyIds,
} from '../../../src/lexicon/index.ts';

const folder = 'content/cases';
const cases = readdirSync(folder)
  .map((file) => caseSchema.parse(parse(readFileSync(join(folder, file), 'utf8'))))
  .filter(({ origin }) => origin.kind === 'simulated');
const named = (of: (values: ReturnType<typeof valuesOf>) => readonly string[]) =>
  new Set(cases.flatMap((record) => of(valuesOf(record))));

describe('the built-in cases', () => {
  it('are at least 24, each with its story, its end and what to take from it', () => {
    expect(cases.length).toBeGreaterThanOrEqual(24);
    const lacking = (has: (record: CaseRecord) => boolean) =>
      cases.filter((record) => !has(record)).map(({ title }) => title);
    expect(lacking(({ vignette }) => vignette !== undefined)).toEqual([]);
    expect(lacking(({ story }) => story !== undefined)).toEqual([]);
    expect(lacking(({ outcome }) => outcome !== undefined)).toEqual([]);
    expect(lacking(({ teaching }) => teaching.length > 0)).toEqual([]);
    expect(lacking(({ references }) => references.length > 0)).toEqual([]);
  });

  it.each([
    ['shape', morphologyIds, named(({ morphology }) => morphology)],
    ['arrangement', distributionIds, named(({ distribution }) => distribution)],
    ['mineral', mineralIds, named(({ mineral }) => mineral)],
    ['setting of tissue', lesionIds, named(({ lesion }) => lesion)],
  ] as const)('show every %s of the lexicon', (_, ids, seen) => {
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it('hold what happens: a look-alike, a discordant biopsy, calcium that is missing at first', () => {
    expect(cases.some(({ outcome }) => outcome?.concordance === 'discordant')).toBe(true);
    expect(cases.some(({ story }) => story?.some(({ depthUm }) => depthUm !== undefined))).toBe(
      true,
    );
    expect(cases.some(({ outcome }) => outcome?.assessment === '4a')).toBe(true);
    expect(cases.some(({ recipe }) => (recipe?.ageYears ?? 99) < 40)).toBe(true);
    expect(cases.some(({ vignette }) => vignette?.includes('simulated man'))).toBe(true);
    expect(cases.some(({ recipe }) => recipe?.density === 'd')).toBe(true);
  });
});
