import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = globSync('src/phantom/**/*.ts').sort();
const sources = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

describe('the room of the phantom', () => {
  it('is not empty', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  it.each(sources)('$file uses only arithmetic that every engine does alike', ({ text }) => {
    const allowed = /^Math\.(sqrt|floor|ceil|round|abs|min|max|imul|PI|SQRT2|SQRT1_2)$/;
    const used = withoutComments(text).match(/Math\.\w+/g) ?? [];
    expect(used.filter((name) => !allowed.test(name))).toEqual([]);
    expect(withoutComments(text)).not.toMatch(/[\w)\]] \*\* /);
  });

  it.each(sources)('$file asks no clock, no chance and no machine', ({ text }) => {
    const outside =
      /\b(Date|performance|process|window|document|navigator|toLocale\w*|Intl|crypto)\b[.(]/;
    expect(withoutComments(text)).not.toMatch(outside);
  });

  it.each(sources)('$file imports its own room and the lexicon only', ({ text }) => {
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');
    expect(imported.filter((from) => !/^(\.\.\/)*\.*\/?[\w/.-]+\.ts$/.test(from))).toEqual([]);
    const upwards = imported.filter((from) => /^(\.\.\/)+(?!lexicon)\w+\//.test(from));
    const inRoom = /^\.\.\/(solid|distribution|calcification)\//;
    expect(upwards.filter((from) => !inRoom.test(from))).toEqual([]);
    const lexicon = imported.filter((from) => from.includes('lexicon'));
    expect(lexicon.filter((from) => !/lexicon\/(index|schema)\.ts$/.test(from))).toEqual([]);
  });
});
