// Builds the page: one folder with an HTML file, a script and a style sheet, no server needed.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const page = join(here, 'made');

export async function make() {
  await mkdir(page, { recursive: true });
  await build({
    entryPoints: [join(here, 'src/page.jsx')],
    outfile: join(page, 'page.js'),
    bundle: true,
    minify: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.json': 'json' },
  });
  for (const name of ['index.html', 'page.css']) {
    await copyFile(join(here, 'src', name), join(page, name));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await make();
  console.log(join(page, 'index.html'));
}
