import { describe, expect, test } from 'vitest';
import { readProse } from '../../../src/atlas/mentions.ts';

describe('prose tells what it mentions', () => {
  test('citations, terms, figures, questions, tables, descriptors and links, each with its line', () => {
    const { mentions, mistakes } = readProse(
      [
        'A claim <Cite id="a2012 b2013" /> about the <Term id="tdlu">TDLU</Term>.',
        '',
        '<Figure case="plate" view="cc" title="T">Reading.</Figure>',
        '',
        '<Question id="q" />',
        '',
        '<RiskTable id="t" />',
        '',
        'See [there](/chapters/x/).',
        '',
        '<Differs sure="high" cite="c2014" review="It says.">',
        '',
        'Others say <Cite id="d2015" />.',
        '',
        '</Differs>',
      ].join('\n'),
      10,
    );
    expect(mistakes).toEqual([]);
    expect(mentions).toEqual([
      { target: 'references', id: 'a2012', line: 10 },
      { target: 'references', id: 'b2013', line: 10 },
      { target: 'glossary', id: 'tdlu', line: 10 },
      { target: 'cases', id: 'plate', view: 'cc', line: 12 },
      { target: 'questions', id: 'q', line: 14 },
      { target: 'evidence', id: 't', line: 16 },
      { target: 'link', id: '/chapters/x/', line: 18 },
      { target: 'references', id: 'c2014', line: 20 },
      { target: 'references', id: 'd2015', line: 22 },
    ]);
  });

  test.each([
    ['an image without a text alternative', '![](a.png)', 'has no text alternative'],
    ['an <img> without a text alternative', '<img src="a.png" />', 'has no text alternative'],
    ['a component that does not exist', '<Citation id="a" />', 'is not a component of the atlas'],
    ['a citation without key', '<Cite />', '<Cite> lacks id="…"'],
    ['a key given as an expression', '<Cite id={key} />', 'needs plain text in id'],
    ['an attribute that does not exist', '<Question id="q" size="2" />', 'has no attribute size'],
    [
      'an unknown grade of certainty',
      '<Differs review="x" sure="sure" cite="a">y</Differs>',
      'expected one of high, moderate, low',
    ],
    [
      'a claim that would break its sentence',
      '<Claim id="a" cite="b">\n  Half of it\n</Claim>\n. More.',
      'would break the sentence',
    ],
    ['text that is not MDX', 'a < b and <Cite', 'cannot be read'],
  ])('%s is a mistake', (_, body, part) => {
    expect(
      readProse(body)
        .mistakes.map(({ message }) => message)
        .join(),
    ).toContain(part);
  });
});
