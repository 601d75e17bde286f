import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
// Where `cargo dev js` puts the package, unless the environment names another place.
const library = resolve(process.env.WORTHWHILE_JS ?? resolve(root, 'target/js/worthwhile'));
if (!existsSync(library)) throw new Error(`There is no package in ${library}. \`cargo dev js\` builds it.`);

export default defineConfig({
  // Relative, so that the folder works wherever it is put.
  base: './',
  resolve: {
    alias: [
      { find: /^worthwhile$/, replacement: resolve(library, 'index.js') },
      { find: /^worthwhile\/(.*)$/, replacement: `${library}/$1` },
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: resolve(root, 'target/page'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { fs: { allow: [root, library] } },
});
