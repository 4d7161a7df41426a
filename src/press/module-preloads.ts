/**
 * Names in every page's head the modules that its scripts import, so that a browser asks for all of them
 * at once. Otherwise it hears of each only when the one before it has come.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { filesBelow } from '../machine/index.ts';

await init;

/** Adds the links to all pages below `outDir`, which are printed for the `base` path. */
export async function preloadModules(outDir: string, base: string): Promise<void> {
  const files = await filesBelow(outDir);
  const modules = new Map<string, string>();
  for (const file of files.filter((each) => /^_astro\/.*\.js$/.test(each)))
    modules.set(file, await readFile(join(outDir, file), 'utf8'));
  for (const page of files.filter((each) => each.endsWith('.html'))) {
    const path = join(outDir, page);
    const html = await readFile(path, 'utf8');
    const next = withPreloads(html, base, (module) => modules.get(module));
    if (next !== html) await writeFile(path, next);
  }
}

/** The page with a link for every module that its scripts need; `codeOf` reads a module by its path. */
export function withPreloads(
  html: string,
  base: string,
  codeOf: (module: string) => string | undefined,
): string {
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].flatMap(
    ([, address = '']) => (address.startsWith(base) ? [address.slice(base.length)] : []),
  );
  const found = new Set(scripts);
  for (const module of found)
    for (const needed of importsOf(module, codeOf(module) ?? '')) found.add(needed);
  const links = [...found]
    .filter((module) => !scripts.includes(module))
    .map((module) => `<link rel="modulepreload" href="${base}${module}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}

/** What a module imports before it runs; what it may import later is left to it. */
function importsOf(module: string, code: string): string[] {
  return parse(code)[0].flatMap(({ n, d }) =>
    d === -1 && n ? [posix.join(posix.dirname(module), n)] : [],
  );
}
