import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { devImages } from './src/press/dev-images.ts';

/**
 * What viewer, bench and story begin with is small: each file of its own would weigh more than what is in it. What
 * loads all these stays apart, since pages of prose have it too.
 */
const codeSplitting = {
  groups: [
    { name: 'preload-helper', test: /preload-helper/, priority: 1 },
    {
      name: 'viewing',
      test: /src\/(viewer\/((bench|story)\/element|element|look|icons|length|full-screen|first-tile|opening|ahead|back-off)|pyramid\/(byte-source|szi|dzi|zip-directory)|atlas\/sealed)\.ts$/,
    },
    { name: 'marking', test: /src\/viewer\/bench\/(projection|shown|layer|stated)\.ts$/ },
  ],
};

/** Of the scripts that stand within pages as they are, which Astro does not see. */
const hashes = ['layouts/theme.js', 'viewer/ahead.js'].map((file): `sha256-${string}` => {
  const text = readFileSync(new URL(`./src/${file}`, import.meta.url));
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
});

export default defineConfig({
  base: process.env.ATLAS_BASE ?? '/',
  outDir: process.env.ATLAS_OUT ?? 'dist',
  trailingSlash: 'always',
  integrations: [mdx(), svelte(), devImages()],
  devToolbar: { enabled: false },
  // The workers that render slides are modules, as the pages are.
  vite: {
    worker: { format: 'es' },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
  },
  // Its colours would be inline styles, which the policy below forbids.
  markdown: { syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        // Tiles and stills are drawn from bytes that the page has already fetched.
        "img-src 'self' blob: data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
      // The search engine is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
