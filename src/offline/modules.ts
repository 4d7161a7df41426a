/**
 * ES modules → classic scripts. A browser refuses to import a file from a disk, but takes a module from a
 * Blob: each module becomes a script that hands its text to the runtime, which makes the Blob when the
 * modules it needs are there. The text keeps its meaning (live bindings, `await` at its top, workers).
 */
import { posix } from 'node:path';
import { init, parse } from 'es-module-lexer';

await init;

/** The name under which the runtime is known to the pages of the portable edition. */
export const runtimeName = '__atlas';

/** A module as the runtime takes it: strings of its text, and between them numbers of `needs`. */
export interface CarriedModule {
  readonly key: string;
  /** Keys of the modules that must be there first: those it imports, and the workers it starts. */
  readonly needs: readonly string[];
  readonly text: readonly (string | number)[];
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly put: string | number;
}

/** Takes a module of the site apart. `key` is its path below the root, `files` all paths of the site. */
export function carryModule(key: string, code: string, files: ReadonlySet<string>): CarriedModule {
  const [imports, exports] = parse(code);
  if (code.includes('vite:preloadError')) return preloader(key, exports);
  const needs: string[] = [];
  const need = (wanted: string) => {
    if (!files.has(wanted))
      throw new Error(`${key} needs ${wanted}, which the site does not have.`);
    if (!needs.includes(wanted)) needs.push(wanted);
    return needs.indexOf(wanted);
  };
  const edits = imports.map(({ n, s, e, ss, d }): Edit => {
    if (d === -2) return { from: s, to: e, put: `${runtimeName}.meta(${JSON.stringify(key)})` };
    if (d > -1)
      return { from: ss, to: ss + 6, put: `${runtimeName}.importer(${JSON.stringify(key)})` };
    return { from: s, to: e, put: need(posix.join(posix.dirname(key), n ?? '')) };
  });
  // Workers are named by the address of their file: `new Worker(new URL("/_astro/x.js", …))`.
  for (const found of code.matchAll(/(?<=[`'"])\/([\w./-]+\.js)(?=[`'"])/g))
    if (files.has(found[1] ?? ''))
      edits.push({
        from: found.index,
        to: found.index + found[0].length,
        put: need(found[1] ?? ''),
      });
  return { key, needs, text: edited(code, edits) };
}

/** Rewrites the dynamic imports of a classic script, which stays in its page. */
export function carryInline(code: string): string {
  const edits = parse(code)[0].map(({ ss, d }): Edit => {
    if (d < 0) throw new Error('A script within a page imports a file; only linked scripts may.');
    return { from: ss, to: ss + 6, put: `${runtimeName}.importer("")` };
  });
  return edited(code, edits).join('');
}

/** The script of a module; ASCII alone, whatever the encoding of its reader. */
export const moduleScript = (carried: CarriedModule) =>
  `${runtimeName}.module(${JSON.stringify(carried).replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )});\n`;

/** What loads styles before a module: that of the bundler asks in ways that files do not answer. */
function preloader(key: string, exports: readonly { n: string }[]): CarriedModule {
  const [only, ...more] = exports;
  if (!only || more.length > 0)
    throw new Error(`${key} is not the preloader that the portable edition knows.`);
  return { key, needs: [], text: [`export const ${only.n} = ${runtimeName}.styled;`] };
}

function edited(code: string, edits: readonly Edit[]): (string | number)[] {
  let at = 0;
  const text: (string | number)[] = [];
  for (const { from, to, put } of [...edits].sort((a, b) => a.from - b.from)) {
    text.push(code.slice(at, from), put);
    at = to;
  }
  return [...text, code.slice(at)];
}
