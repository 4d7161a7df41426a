/**
 * Says in every page's head which modules its scripts import, so that a browser asks for all of them at
 * once, and lets a bench be set up first. Otherwise it hears of each only when the one before it has come.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { init, parse } from 'es-module-lexer';
import { filesBelow } from '../machine/index.ts';

await init;

/** Reads a module by its path. */
type CodeOf = (module: string) => string | undefined;

const policy = /<meta http-equiv="content-security-policy"[^>]*>/;
/** Asks for pyramids. */
const ahead = /<script data-pyramids="[^>]*>[\s\S]*?<\/script>/;
const script = '<script type="module" src="([^"]+)"></script>';
/** The script that sets up a bench, and the one that says what its panes will be mounted with. */
const benchScripts = new RegExp(`(?<=</atlas-bench>)${script}${script}`);

/** Does so in all pages below `outDir`, which are printed for the `base` path. */
export async function preloadModules(outDir: string, base: string): Promise<void> {
  const files = await filesBelow(outDir);
  const modules = new Map<string, string>();
  for (const file of files.filter((each) => /^_astro\/.*\.js$/.test(each)))
    modules.set(file, await readFile(join(outDir, file), 'utf8'));
  for (const page of files.filter((each) => each.endsWith('.html'))) {
    const path = join(outDir, page);
    const html = await readFile(path, 'utf8');
    const next = withPreloads(withPolicyFirst(html), base, (module) => modules.get(module));
    if (next !== html) await writeFile(path, next);
  }
}

/**
 * The page with its policy before all else, as a browser looks ahead for nothing that stands before one, and
 * then what asks for its pyramids.
 */
export function withPolicyFirst(html: string): string {
  const first = [policy, ahead].map((each) => each.exec(html)?.[0] ?? '').join('');
  const rest = html.replace(policy, '').replace(ahead, '');
  return rest.replace('<meta charset="utf-8">', (charset) => charset + first);
}

/**
 * The page with a link for every module that its scripts need. A bench is set up before the page is laid
 * out: its script stands behind it, so that what it needs has been read by then, and is asked for before the
 * styles. All else on its page comes after, and what its panes are mounted with is run by them alone.
 */
export function withPreloads(html: string, base: string, codeOf: CodeOf): string {
  const [, bench] = benchScripts.exec(html) ?? [];
  const scripts = [...html.matchAll(new RegExp(script, 'g'))].map(([, address = '']) => address);
  const moduleOf = (address: string) => address.slice(base.length);
  const needsOf = (addresses: readonly string[]) =>
    withImports(addresses.filter((each) => each.startsWith(base)).map(moduleOf), codeOf);
  const first = needsOf(bench ? [bench] : []);
  const named = [...first, ...scripts.map(moduleOf)];
  const others = needsOf(scripts).filter((module) => !named.includes(module));
  const links = (modules: readonly string[], priority = '') =>
    modules
      .map((module) => `<link rel="modulepreload" href="${base}${module}"${priority}>`)
      .join('');
  return html
    .replace(benchScripts, '<script type="module" async src="$1"></script>')
    .replace(bench ? ahead : policy, (found) => found + links(first))
    .replace('</head>', `${links(others, bench ? ' fetchpriority="low"' : '')}</head>`);
}

/** The modules, and what they import before they run; what they may import later is left to them. */
function withImports(modules: readonly string[], codeOf: CodeOf): string[] {
  const found = new Set(modules);
  for (const module of found)
    for (const { n, d } of parse(codeOf(module) ?? '')[0])
      if (d === -1 && n) found.add(posix.join(posix.dirname(module), n));
  return [...found];
}
