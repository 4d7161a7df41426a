import {
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { addEdition } from '../../src/press/edition.ts';
import { serveSite, type SiteServer } from '../../src/press/server.ts';

/** A copy of the built site, with its pictures in common; what is `changed` gets some text at its end. */
export async function copySite(
  folder: string,
  changed: Record<string, string> = {},
  of: 'root' | 'below' = 'root',
): Promise<void> {
  const site = resolve('.cache/e2e', of);
  const pictures = join(site, 'pyramids');
  cpSync(site, folder, { recursive: true, filter: (path) => path !== pictures });
  mkdirSync(join(folder, 'pyramids'));
  for (const file of readdirSync(pictures))
    linkSync(join(pictures, file), join(folder, 'pyramids', file));
  rmSync(join(folder, 'editions'), { recursive: true });
  for (const [file, text] of Object.entries(changed))
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8') + text);
  await addEdition(folder);
}

/** A host on one port, which can be turned off, and on again with another site of the same base. */
export function openHost(port: number, base = '/') {
  let server: SiteServer | undefined;
  const off = async () => {
    await server?.close();
    server = undefined;
  };
  return {
    address: `http://localhost:${port}${base}`,
    off,
    async on(folder: string) {
      await off();
      const makers = { ask: () => {}, status: () => undefined, failure: () => undefined };
      const site = { pages: folder, pyramids: join(folder, 'pyramids'), base, makers };
      server = await serveSite(site, port, 1);
    },
  };
}
