import { describe, expect, test } from 'vitest';
import { faultSentence } from '../../../src/machine/fault.ts';

const fault = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: no`), { code, path });

describe('faults of disks and files are said in a sentence', () => {
  test.each<[string, RegExp]>([
    ['ENOENT', /^There is no file a\.tif\./],
    ['EISDIR', /^a\.tif is a folder/],
    ['EROFS', /cannot be written\.$/],
    ['ENOSPC', /^The disk is full: a\.tif/],
    ['EXDEV', /^a\.tif lies on another disk .* on one disk\.$/],
  ])('%s', (code, sentence) => {
    expect(faultSentence(fault(code, 'a.tif'))).toMatch(sentence);
  });

  test('a file that the error does not name is called what the caller calls it', () => {
    expect(faultSentence(fault('ENOSPC'), 'the image')).toContain('the image could not be written');
  });

  test('the words of a decoder about a full disk are known, other errors are not', () => {
    expect(faultSentence(new Error('write: No space left on device'))).toMatch(/^The disk is full/);
    expect(faultSentence(new Error('a mistake of ours'))).toBeUndefined();
    expect(faultSentence('text')).toBeUndefined();
  });
});
