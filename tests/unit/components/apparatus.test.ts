import { describe, expect, test } from 'vitest';
import { Apparatus } from '../../../src/components/apparatus.ts';

describe('the references of a page', () => {
  const mentions = ['berg2001', 'rominger2012', 'berg2001'];

  test('are numbered in the order in which a reader meets them, each once', () => {
    const apparatus = new Apparatus(mentions, ['kim2023', 'berg2001']);
    expect(apparatus.list.map(({ key, number }) => [number, key])).toEqual([
      [1, 'berg2001'],
      [2, 'rominger2012'],
      [3, 'kim2023'],
    ]);
    expect(apparatus.numberOf('rominger2012')).toBe(2);
    expect(apparatus.numberOf('someone1999')).toBeUndefined();
  });

  test('lead back to every mention, and to no place that the page does not have', () => {
    const apparatus = new Apparatus(mentions, ['kim2023']);
    const taken = mentions.map((key) => apparatus.nextPlace(key));
    expect(new Set(taken)).toEqual(new Set(apparatus.list.flatMap(({ places }) => places)));
    expect(apparatus.nextPlace('berg2001')).toBeUndefined();
    expect(apparatus.nextPlace('kim2023')).toBeUndefined();
  });
});
