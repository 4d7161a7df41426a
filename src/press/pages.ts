import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createIndex, close } from 'pagefind';
import { rendererDigests, rendererVariable } from '../simulation/index.ts';
import { deadLinks } from './links.ts';
import { preloadModules } from './module-preloads.ts';

/** Pagefind ships ready-made dialogs of its own, which this site does not use. */
const unused = /^pagefind-(component-ui|modular-ui|ui|highlight)\.(js|css)$/;

/**
 * Prints the pages of the site into `outDir`, indexes them for search and follows their links. Throws
 * an Error with what Astro said where a page could not be printed, or with the links that lead nowhere.
 */
export async function printPages(
  outDir: string,
  base: string,
  signal: AbortSignal,
): Promise<{ pages: number }> {
  await run(
    'astro',
    ['build', '--silent'],
    { ATLAS_OUT: outDir, ATLAS_BASE: base, [rendererVariable]: rendererDigests() },
    signal,
  );
  await preloadModules(outDir, base);
  const pages = await indexPages(outDir);
  const dead = await deadLinks(outDir, base);
  if (dead.length > 0) {
    const list = dead.map(({ page, link }) => `${page}\n  ${link} leads nowhere`).join('\n');
    throw new Error(`The pages have links that lead nowhere:\n\n${list}`);
  }
  return { pages };
}

async function indexPages(outDir: string): Promise<number> {
  const { index, errors } = await createIndex({ writePlayground: false });
  if (!index) throw new Error(`The search index could not be made: ${errors.join('; ')}.`);
  try {
    const { page_count, errors: faults } = await index.addDirectory({ path: outDir });
    if (faults.length > 0)
      throw new Error(`The search index could not be made: ${faults.join('; ')}.`);
    // Written here: Pagefind answers before the last of its own writes is on the disk.
    const { files, errors: unwritten } = await index.getFiles();
    if (unwritten.length > 0)
      throw new Error(`The search index could not be made: ${unwritten.join('; ')}.`);
    for (const { path, content } of files) {
      if (unused.test(path)) continue;
      const file = join(outDir, 'pagefind', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return page_count;
  } finally {
    await close();
  }
}

/** Runs a tool of the project; what it printed becomes the message of the error if it fails. */
function run(
  tool: string,
  args: string[],
  environment: Record<string, string>,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('exit', (status) =>
      status === 0
        ? resolve()
        : reject(new Error(`The pages could not be printed.\n\n${said.trim()}`)),
    );
  });
}
