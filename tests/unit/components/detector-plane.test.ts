import { expect, test } from 'vitest';
import { isDetectorPlane } from '../../../src/components/detector-plane.ts';

test.each([
  ['a mammogram', 'cc', 'imported', true],
  ['a magnification view', 'magnification-ml', 'imported', true],
  ['a drawn magnification view', 'magnification-cc', 'drawn', false],
  ['a simulated mammogram', 'mlo', 'simulated', true],
  ['a simulated magnification view', 'magnification-cc', 'simulated', false],
  ['a specimen radiograph', 'specimen-radiograph', 'imported', false],
  ['a slide', 'histology', 'imported', false],
] as const)('the scale of %s', (_, kind, origin, atDetector) => {
  expect(isDetectorPlane(kind, origin)).toBe(atDetector);
});
