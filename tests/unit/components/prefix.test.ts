import { expect, test } from 'vitest';
import { withPrefix } from '../../../src/components/prefix.ts';

test('places of a chapter take its name wherever it names them, and others stay', () => {
  const html = [
    '<h2 id="end">End</h2>',
    '<svg aria-labelledby="title text"><title id="title"></title><desc id="text"></desc>',
    '<path marker-end="url(#head)"></path><marker id="head"></marker></svg>',
    '<a href="#end">there</a> <a id="cite-a2012-1" href="#ref-a2012" data-note="ref-a2012">1</a>',
  ].join('');
  expect(withPrefix(html, 'c3')).toBe(
    [
      '<h2 id="c3-end">End</h2>',
      '<svg aria-labelledby="c3-title c3-text"><title id="c3-title"></title><desc id="c3-text"></desc>',
      '<path marker-end="url(#c3-head)"></path><marker id="c3-head"></marker></svg>',
      '<a href="#c3-end">there</a> <a id="cite-a2012-1" href="#ref-a2012" data-note="ref-a2012">1</a>',
    ].join(''),
  );
});
