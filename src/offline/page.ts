/** A page of the site → the same page opened from a disk: relative addresses, scripts that files may be. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { carryInline } from './modules.ts';

/** Where the edition keeps what is its own. */
export const ownFolder = '_portable';

/** Stands for the root in pages that the runtime hands to `fetch`, which puts the real one there. */
export const rootMark = 'atlas-root:';

/** Converts a page that lies at `path`; `tops` are the names at the root of the site. `keep` is the module of the progress. */
export function convertPage(
  path: string,
  html: string,
  tops: ReadonlySet<string>,
  keep: string,
): string {
  const toRoot = `${posix.relative(posix.dirname(path), '.') || '.'}/`;
  const entries: string[] = [];
  const page = html
    .replace(/<link rel="(?:modulepreload|preload|manifest|apple-touch-icon)"[^>]*>/g, '')
    .replace(/<a [^>]*\sdata-served-only[\s>=][\s\S]*?<\/a>/g, '')
    .replace(/<script type="module" (?:async )?src="\/([^"]+)"><\/script>/g, (_, key: string) => {
      entries.push(key);
      return '';
    });
  const parts = page.split(/(<script(?![^>]*\ssrc=)[^>]*>[\s\S]*?<\/script>)/);
  const converted = parts
    .map((part, at) =>
      at % 2 === 0
        ? relativeAddresses(part, toRoot, tops)
        : part.replace(
            /^(<script[^>]*>)([\s\S]*)(<\/script>)$/,
            (_, open: string, code: string, close: string) =>
              relativeAddresses(open, toRoot, tops) +
              (isCode(open) ? carryInline(code) : code) +
              close,
          ),
    )
    .join('');
  const runtime = `<script src="${toRoot}${ownFolder}/runtime.js" data-entries="${entries.join(' ')}"${html.includes('<astro-island') ? ` data-keep="${keep}"` : ''}></script>`;
  // The runtime comes before all other scripts, and behind the policy that allows it.
  return withPolicy(converted).replace(/<meta charset="utf-8">/, `$&${runtime}`);
}

/** The same page as the runtime hands it to `fetch`: its addresses lead from the root. */
export const pageAsData = (html: string, tops: ReadonlySet<string>) =>
  relativeAddresses(html, rootMark, tops);

/** Makes addresses of files in a stylesheet that lies at `path` relative. */
export const convertStyle = (path: string, css: string) =>
  css.replace(/url\(\/([^)]+)\)/g, (_, file: string) => {
    return `url(${posix.relative(posix.dirname(path), file)})`;
  });

const isCode = (open: string) => !/type="(?!module)/.test(open);

/**
 * Puts `root` in the place of the leading slash of every address of the site, in attributes and in the
 * properties of islands, which are JSON with its quotes escaped. A link to a folder names its page.
 */
function relativeAddresses(html: string, root: string, tops: ReadonlySet<string>): string {
  const address = (whole: string, before: string, path: string, isLink: boolean) => {
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
    const top = file.split('/')[0] ?? '';
    if (top !== '' && !tops.has(top)) return whole;
    const page = isLink && /(^|\/)$/.test(file) ? `${file}index.html` : file;
    return `${before}${root}${page}${rest}`;
  };
  return html
    .replace(/(\s([\w-]+)=")\/(?!\/)([^"]*)/g, (whole, before, name, path) =>
      address(whole, before, path, name === 'href'),
    )
    .replace(/(&quot;)\/(?!\/)((?:(?!&quot;)[^"])*)/g, (whole, before, path) =>
      address(whole, before, path, true),
    );
}

/** Nothing but files of the folder and what the page makes itself; no address of a network at all. */
function withPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  const own = "'self' file: blob:";
  return html.replace(
    /(http-equiv="content-security-policy" content=")([^"]*)/,
    (_, head, policy) => {
      const styles = /style-src ([^;]*)/.exec(policy)?.[1] ?? '';
      return `${head}${[
        `default-src ${own} data:`,
        'connect-src blob: data:',
        `script-src ${own} 'wasm-unsafe-eval' ${[...new Set(hashes)].join(' ')}`,
        `style-src file: ${styles}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ].join(';')}`;
    },
  );
}
