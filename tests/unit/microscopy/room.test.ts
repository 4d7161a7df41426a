import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const files = globSync('src/microscopy/**/*.ts').sort();
/** What each engine may compute in its own way, or what is not the same twice. */
const forbidden =
  /Math\.(?!abs|min|max|floor|ceil|round|sqrt|imul|PI\b|LN2\b|SQRT2\b|SQRT1_2\b)\w+|\*\*[^/*]|\bDate\b|\bperformance\b|\bprocess\.|'node:|\bdocument\b|toLocale/g;

it('the microscope uses nothing that differs between engines, machines or runs', () => {
  const found = files.flatMap((file) => {
    const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    return [...code.matchAll(forbidden)].map(([words]) => `${file}: ${words}`);
  });
  expect(files.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
