import mdx from '@astrojs/mdx';
import svelte from '@astrojs/svelte';
import { defineConfig } from 'astro/config';
import { devImages } from './src/press/dev-images.ts';

export default defineConfig({
  base: process.env.ATLAS_BASE ?? '/',
  outDir: process.env.ATLAS_OUT ?? 'dist',
  trailingSlash: 'always',
  integrations: [mdx(), svelte(), devImages()],
  devToolbar: { enabled: false },
  // The workers that render slides are modules, as the pages are.
  vite: { worker: { format: 'es' } },
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
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
});
