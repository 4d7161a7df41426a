import { resolve } from 'node:path';
import { build } from 'vite';

/**
 * Bundles the darkroom and the microscope with their workers, and the phantom, into a folder from
 * which a page imports `darkroom.js`, `microscope.js` and `phantom.js`: what a page of the atlas gets,
 * without the page.
 */
export async function bundleDarkroom(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: resolve('src'),
    base: './',
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: {
        input: {
          darkroom: resolve('src/radiography/darkroom/darkroom.ts'),
          microscope: resolve('src/microscopy/microscope/microscope.ts'),
          phantom: resolve('src/phantom/index.ts'),
        },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
