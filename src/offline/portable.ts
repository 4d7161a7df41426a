/** The built site → a folder that opens by double click, and the same as a zip. */
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../machine/index.ts';
import { replaceSite } from '../press/replacing.ts';
import { type Choice, choosePictures, type Shown } from './choice.ts';
import { carryModule, moduleScript, runtimeName } from './modules.ts';
import { packFile, shardBytes, shardName } from './pack.ts';
import { convertPage, convertStyle, ownFolder, pageAsData } from './page.ts';
import { startHere } from './start-here.ts';
import { checkPage, checkStyle, sumsOf } from './sums.ts';
import { writeZip } from './zip.ts';

/** By these files the folder of a portable edition is known again. */
const marks = ['START-HERE.txt', 'SHA256SUMS'];

/** What only a server can give: a part of the search engine, and the edition that browsers install. */
const leftOut =
  /^(pagefind\/pagefind-worker\.js|sw\.js|manifest\.webmanifest|offline\/offers\.json|(editions|icons)\/.*)$/;

/** What pages fetch: it is carried in scripts. Pages of cases are fetched too, besides being read. */
const isFetched = (file: string) =>
  /^(pyramids\/.*\.szi|findings\/.*|.*\.json)$/.test(file) ||
  (file.startsWith('pagefind/') && !file.endsWith('.js'));

/** What was made: files and bytes of the folder, pictures in it and left out, and a sentence for people. */
export interface Made {
  readonly files: number;
  readonly bytes: number;
  readonly pictureBytes: number;
  readonly report: string;
}

/** Makes the portable edition of the site in `site` in the folder `out`, and its zip beside it. */
export async function makePortable(site: string, out: string, choice: Choice): Promise<Made> {
  const files = await filesBelow(site).catch((): string[] => []);
  if (!files.includes('index.html'))
    throw new Error(`There is no built site in ${site}. Run "npm run build" first.`);
  const home = await readFile(join(site, 'index.html'), 'utf8');
  if (!home.includes('data-base="/"'))
    throw new Error(
      `The site in ${site} was built for a folder of a host. Build it without ATLAS_BASE.`,
    );

  return replaceSite(
    out,
    async (folder) => {
      const made = await fill(folder, site, files, choice);
      const all = await filesBelow(folder);
      await writeZip(`${out}.zip`, folder, all, 'Microcalcification-Atlas');
      return { ...made, files: all.length, bytes: await sizeOf(folder, all) };
    },
    marks,
  );
}

async function fill(folder: string, site: string, files: readonly string[], choice: Choice) {
  const read = (file: string) => readFile(join(site, file));
  const put = async (file: string, content: string | Uint8Array) => {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  };
  const carried: Record<string, number> = {};
  const carry = async (file: string, bytes: Uint8Array) => {
    carried[file] = bytes.length;
    for (const [at, script] of packFile(file, bytes).entries())
      await put(shardName(file, at), script);
  };

  const known = new Set(files);
  const tops = new Set(files.map((file) => file.split('/')[0] ?? ''));
  const keep = files.find((file) => /^_astro\/keep\.[\w-]+\.js$/.test(file));
  if (!keep)
    throw new Error(`The site in ${site} has no module that keeps the progress. Build it anew.`);
  const others: string[] = [];
  const pictures: string[] = [];
  const shown: Shown[] = [];
  for (const file of files) {
    if (leftOut.test(file)) continue;
    if (file.endsWith('.szi')) pictures.push(file);
    else if (isFetched(file)) await carry(file, await read(file));
    else if (file.endsWith('.html')) {
      const html = (await read(file)).toString();
      await put(file, convertPage(file, html, tops, keep));
      if (file.startsWith('cases/')) await carry(file, Buffer.from(pageAsData(html, tops)));
      shown.push({
        page: dirname(file),
        pictures: [...new Set(html.match(/pyramids\/[\w-]+\.szi/g))],
      });
    } else if (/^(_astro\/.*|pagefind\/pagefind)\.js$/.test(file))
      await put(file, moduleScript(carryModule(file, (await read(file)).toString(), known)));
    else if (file.endsWith('.css'))
      await put(file, convertStyle(file, (await read(file)).toString()));
    else others.push(file);
  }
  for (const file of others) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(site, file), join(folder, file));
  }

  const sizes = new Map<string, number>();
  for (const file of pictures) sizes.set(file, (await read(file)).length);
  const chosen = choosePictures(
    choice,
    shown,
    sizes,
    await sizeOf(folder, await filesBelow(folder)),
  );
  for (const file of chosen) await carry(file, await read(file));
  const stills = await sizeOf(
    site,
    files.filter((file) => /^pyramids\/.*\.jpg$/.test(file)),
  );
  const pictureBytes = stills + [...chosen].reduce((sum, file) => sum + (carried[file] ?? 0), 0);

  const report = reportOf(shown, chosen, pictures);
  await put(
    `${ownFolder}/contents.js`,
    `${runtimeName}.contents(${JSON.stringify(carried)},${shardBytes});\n`,
  );
  await put(
    `${ownFolder}/keeper.html`,
    '<!DOCTYPE html><meta charset="utf-8"><script src="keeper.js"></script>\n',
  );
  for (const name of ['runtime', 'link', 'keeper', 'check'])
    await put(`${ownFolder}/${name}.js`, await classicScript(name));
  await put(`${ownFolder}/check.css`, checkStyle);
  await put('check-this-copy.html', checkPage);
  await put('START-HERE.txt', startHere(report));
  const listed = await filesBelow(folder);
  const sums = await sumsOf(folder, listed);
  await put('SHA256SUMS', sums);
  const byName = Object.fromEntries(
    sums
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  await put(`${ownFolder}/sums.js`, `globalThis.atlasSums=${JSON.stringify(byName)};\n`);
  return { pictureBytes, report };
}

/** A script of this room as browsers take it: without its types. */
async function classicScript(name: string): Promise<string> {
  const text = await readFile(new URL(`./${name}.ts`, import.meta.url), 'utf8');
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(text, { compilerOptions: options }).outputText;
}

/** What went in, by case, in a few lines. */
function reportOf(
  shown: readonly Shown[],
  chosen: ReadonlySet<string>,
  all: readonly string[],
): string {
  const without = shown.filter(
    ({ page, pictures }) =>
      /^(cases|chapters)\/./.test(page) && pictures.some((file) => !chosen.has(file)),
  );
  const head = `In this copy: all pages, and ${chosen.size} of ${all.length} large pictures.`;
  if (without.length === 0) return head;
  const lines = without.map(({ page, pictures }) => {
    const there = pictures.filter((file) => chosen.has(file)).length;
    return `  ${page}: ${there} of ${pictures.length}`;
  });
  return [head, 'Pages that lack some, which they show small:', ...lines].join('\n');
}

async function sizeOf(folder: string, files: readonly string[]): Promise<number> {
  const stats = await Promise.all(files.map((file) => stat(join(folder, file))));
  return stats.reduce((sum, { size }) => sum + size, 0);
}
