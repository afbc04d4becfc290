import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const client = path.dirname(fileURLToPath(import.meta.url));

/** The browser's side: hashed files under /assets/, listed in dist/client/.vite/manifest.json for the server. */
export default defineConfig({
  root: client,
  base: '/',
  publicDir: path.join(client, 'public'),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: path.resolve(client, '../dist/client'),
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path.join(client, 'main.tsx') },
  },
});
