import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '../../..');
// Where `cargo dev js` puts the package, unless the environment names another place.
const library = resolve(process.env.WORTHWHILE_JS ?? resolve(root, 'target/js/worthwhile'));
if (!existsSync(library)) throw new Error(`There is no package in ${library}. \`cargo dev js\` builds it.`);

/** Writes the service worker, with the names of all files of this build. */
const offline = {
  name: 'offline',
  generateBundle(_, bundle) {
    // The library names its schemas, which the page never reads.
    for (const name of Object.keys(bundle)) if (name.endsWith('.json')) delete bundle[name];
    const files = ['./', './icon.svg', ...Object.keys(bundle).filter((name) => name !== 'index.html').map((name) => `./${name}`)];
    const page = Object.values(bundle).map((own) => own.code ?? own.source);
    const build = page.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex').slice(0, 12);
    const code = readFileSync(resolve(import.meta.dirname, 'src/offline.js'), 'utf8');
    const source = code.replace("['./']", JSON.stringify(files)).replace('BUILD', build);
    this.emitFile({ type: 'asset', fileName: 'offline.js', source });
  },
};

export default defineConfig({
  // Relative, so that the folder works wherever it is put.
  base: './',
  plugins: [offline],
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
