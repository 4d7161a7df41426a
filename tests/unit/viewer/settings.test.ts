import { expect, test } from 'vitest';
import { readSettings } from '../../../src/viewer/settings.ts';

const needed = { pyramid: '/p/1.szi', view: 'histology', name: 'Histology' };

test('the attributes of the element become settings', () => {
  expect(
    readSettings({ ...needed, atDetector: 'true', umPerPixel: '0.499', rotation: '' }),
  ).toEqual({
    ...needed,
    atDetector: true,
    umPerPixel: 0.499,
    rotation: true,
  });
});

test.each([undefined, '', '0', '-1', 'abc', 'Infinity'])(
  'a pixel size of %j means that there is no physical scale',
  (umPerPixel) => {
    expect(readSettings({ ...needed, umPerPixel })).not.toHaveProperty('umPerPixel');
  },
);

test.each(['pyramid', 'view', 'name'])('a missing data-%s is said', (key) => {
  expect(() => readSettings({ ...needed, [key]: '' })).toThrow(`needs the attribute data-${key}`);
});
