import { describe, expect, test } from 'vitest';
import { parseMdx, parseYaml } from '../../../src/atlas/document.ts';

describe('a content file knows on which line each field stands', () => {
  const yaml =
    'title: A\nviews:\n  - kind: cc\n    title: First\n  - kind: mlo\n    title: Second\n';
  test.each([
    [['title'], 1],
    [['views', 1, 'title'], 6],
    [['views', 0], 3],
    [['views', 1, 'missing'], 5],
    [['nothing'], 1],
  ])('%j stands on line %i', (path, line) => {
    expect(parseYaml('x.yaml', yaml).lineOf(path)).toBe(line);
  });

  test('lines of front matter count from the top of the file', () => {
    const document = parseMdx('x.mdx', '---\ntitle: A\norder: 1\n---\n\n# Prose\n');
    expect(document.lineOf(['order'])).toBe(3);
    expect(document.bodyLine).toBe(5);
    expect(document.body).toBe('\n# Prose\n');
  });

  test('a file with Windows line ends is read alike', () => {
    const document = parseMdx('x.mdx', '---\r\ntitle: A\r\norder: 1\r\n---\r\nProse\r\n');
    expect(document.data).toEqual({ title: 'A', order: 1 });
    expect(document.bodyLine).toBe(5);
  });

  test('JSON is read as well, with lines', () => {
    expect(parseYaml('x.json', '[\n  {"id": "a"},\n  {"id": "b"}\n]').lineOf([1, 'id'])).toBe(3);
  });

  test('a file that does not parse says where', () => {
    const { problems, data } = parseYaml('x.yaml', 'title: A\nviews: [1, 2\nsummary: B\n');
    expect(data).toBeUndefined();
    expect(problems[0]).toMatchObject({ file: 'x.yaml', line: expect.any(Number) });
    expect(problems[0]?.message).toContain('cannot be read');
  });

  test('prose without front matter is told so', () => {
    expect(parseMdx('x.mdx', '# Hello').problems[0]?.message).toContain('front matter');
  });
});
