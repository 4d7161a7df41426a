import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/atlas/check.ts';
import { editorSchemas } from '../../../src/atlas/json-schema.ts';
import { listProblems } from '../../../src/atlas/problem.ts';

const chapter = 'chapters/radiological-classification.mdx';
let folder: string;
let roots: { book: string; local: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atlas-content-'));
  roots = { book: join(folder, 'content'), local: join(folder, 'local') };
  await cp('content', roots.book, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** What the check says after a file of the book was changed. */
async function problemsAfter(file: string, change: (text: string) => string): Promise<string> {
  const path = join(roots.book, file);
  await writeFile(path, change(await readFile(path, 'utf8').catch(() => '')));
  return listProblems((await checkContent(roots)).problems);
}

describe('the content check', () => {
  test('finds nothing wrong with the book', async () => {
    expect(listProblems((await checkContent(roots)).problems)).toBe('');
  });

  test('names file and line of what a lesson asks for and is not there', async () => {
    const stops =
      '  - { kind: title, title: T }\n  - { kind: view, case: recalled-at-57, view: ml }';
    const told = await problemsAfter(
      'lessons/x.yaml',
      () => `title: T\nsummary: S\nstops:\n${stops}`,
    );
    expect(told).toMatch(
      /lessons\/x\.yaml:5\n {2}the view of the case `recalled-at-57` `ml` is not known/,
    );
  });

  test.each([
    ['an unknown citation key', '<Cite id="nobody1900" />', 'the reference `nobody1900`'],
    ['a citation key with a slip', '<Cite id="romminger2012" />', 'did you mean `rominger2012`?'],
    ['an unknown glossary term', '<Term id="no-such-term">x</Term>', 'the glossary term'],
    ['an unknown case', '<Figure case="no-such" view="cc" title="T">x</Figure>', 'the case'],
    [
      'a view that the case lacks',
      '<Figure case="morphology-plate" view="mlo" title="T">x</Figure>',
      'the view of the case `morphology-plate`',
    ],
    ['a number without a claim', 'In 77% of women.', 'the number 77 has no source'],
    [
      'a claim whose id is taken',
      '<Claim id="twin" cite="berg2001">1%</Claim> <Claim id="twin" cite="berg2001">2%</Claim>',
      'the claim `twin` is already taken',
    ],
    [
      'a claim of an unknown confidence',
      '<Claim id="odd" cite="berg2001" confidence="sure">1%</Claim>',
      'expected one of verified, review, awaiting-review',
    ],
    ['an unknown question', '<Question id="no-such" />', 'the question'],
    ['a descriptor with a slip', '<Descriptor id="amorphus" />', 'did you mean `amorphous`?'],
    ['a dead internal link', '[x](/chapters/no-such/)', 'leads nowhere'],
    ['a link that is not rooted', '[x](no-such)', 'must begin with /'],
    ['a missing text alternative', '![](/x.png)', 'no text alternative'],
  ])('stops at %s and names the line', async (_, prose, part) => {
    const before = (await readFile(join(roots.book, chapter), 'utf8')).trimEnd();
    const told = await problemsAfter(chapter, () => `${before}\n\n${prose}\n`);
    expect(told).toContain(part);
    expect(told).toContain(`${chapter}:${before.split('\n').length + 2}\n`);
  });

  test('stops at a ledger of claims that differs from the text', async () => {
    const told = await problemsAfter('evidence/claims.json', (text) => text.replace('13%', '31%'));
    expect(told).toContain('the ledger differs from the text');
  });

  test('stops at an image file that is not there', async () => {
    const told = await problemsAfter('cases/morphology-plate.yaml', (text) =>
      text.replace(/image: .*/, 'image: images/lost.tif'),
    );
    expect(told).toContain('the image file images/lost.tif is not in');
  });

  test.each([
    ['count: 1000', '`count` must be a whole number from 1 to 400; found 1000.'],
    ['lesion: scar', '`lesion` must be one of columnar-cell-change'],
    ['seed: one', '`seed` must be a whole number from 0 to 4294967295; found "one".'],
    ['shape: odd', '`shape` is no field of a recipe; its fields are seed,'],
  ])('stops at a recipe with %s, and names line and range', async (line, sentence) => {
    const head = 'title: T\nsummary: S\norigin: { kind: simulated, source: Us, licence: MIT }\n';
    const fields = ['seed: 1', 'morphology: amorphous'].filter(
      (field) => field.split(':')[0] !== line.split(':')[0],
    );
    const told = await problemsAfter(
      'cases/simulated.yaml',
      () => `${head}recipe:\n  ${fields.join('\n  ')}\n  ${line}\nviews:\n  - kind: cc\n`,
    );
    expect(told).toContain(
      `cases/simulated.yaml:${5 + fields.length}\n  in the recipe, ${sentence}`,
    );
    expect(told.split('\n\n')).toHaveLength(1);
  });

  test('stops at a file name that cannot be an address', async () => {
    const told = await problemsAfter('questions/My Question.yaml', () => 'kind: single-choice\n');
    expect(told).toContain('the name `My Question` must be lower-case');
  });

  test('stops at a case of the department that takes the name of one of the book', async () => {
    await cp(join(roots.book, 'cases'), join(roots.local, 'cases'), { recursive: true });
    const { problems } = await checkContent(roots);
    expect(listProblems(problems)).toContain('is already taken by');
  });

  test('tells all problems at once', async () => {
    const told = await problemsAfter(
      chapter,
      (text) => `${text}\n<Cite id="x1" />\n\n<Cite id="x2" />\n`,
    );
    expect(told).toContain('`x1`');
    expect(told).toContain('`x2`');
  });
});

describe('the schema files for editors', () => {
  test.each([...editorSchemas()])(
    '%s is fresh (else run `npm run atlas -- schemas`)',
    async (name, text) => {
      expect(await readFile(join('content/schemas', name), 'utf8')).toBe(text);
    },
  );
});
