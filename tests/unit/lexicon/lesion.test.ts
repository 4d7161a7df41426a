import { describe, expect, it } from 'vitest';
import {
  type Confidence,
  lesionIds,
  type LesionId,
  lesions,
  mineralEvidence,
  type MineralId,
} from '../../../src/lexicon/index.ts';

describe('the mineral in a lesion', () => {
  it.each<[LesionId, MineralId, Confidence | undefined]>([
    ['apocrine-cyst', 'calcium-oxalate', 'verified'],
    ['simple-cyst', 'calcium-oxalate', 'verified'],
    ['lobular-carcinoma-in-situ', 'calcium-oxalate', 'verified'],
    ['fibroadenoma', 'hydroxyapatite', 'review'],
    ['sclerosing-adenosis', 'hydroxyapatite', 'review'],
    ['high-grade-dcis', 'hydroxyapatite', 'verified'],
    ['invasive-carcinoma', 'hydroxyapatite', 'verified'],
    ['fat-necrosis', 'hydroxyapatite', 'awaiting-review'],
    ['fat-necrosis', 'calcium-oxalate', undefined],
    ['invasive-carcinoma', 'calcium-oxalate', undefined],
  ])('%s with %s: %s', (lesion, mineral, confidence) => {
    expect(mineralEvidence(lesion, mineral)?.confidence).toBe(confidence);
  });

  it('is never magnesium-substituted hydroxyapatite, whose evidence conflicts', () => {
    const linked = lesionIds.filter((id) => mineralEvidence(id, 'magnesium-hydroxyapatite'));
    expect(linked).toEqual([]);
  });

  it('is hydroxyapatite in benign and in malignant lesions alike', () => {
    const groups = lesions
      .filter(({ minerals }) => minerals.hydroxyapatite)
      .map(({ group }) => group);
    expect(new Set(groups)).toEqual(new Set(['benign', 'in-situ', 'invasive']));
  });
});

describe('the groups of the lesions', () => {
  it.each<[string, LesionId[]]>([
    [
      'high-risk',
      [
        'flat-epithelial-atypia',
        'atypical-ductal-hyperplasia',
        'papilloma',
        'lobular-carcinoma-in-situ',
      ],
    ],
    ['in-situ', ['low-grade-dcis', 'high-grade-dcis', 'regressed-dcis']],
    ['invasive', ['invasive-carcinoma']],
  ])('%s are %j', (group, ids) => {
    expect(lesions.filter((each) => each.group === group).map(({ id }) => id)).toEqual(ids);
  });
});
