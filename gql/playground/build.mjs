// Builds dist/, which the Go package beside this file embeds:
//
//   dist/index.html          names the two files below; never cached
//   dist/assets/NAME-HASH.*  the page, its chunks, styles, fonts and the three workers
//   dist/**/*.gz             the same, compressed once, for clients that accept it
//
// The same sources and lock file give the same bytes.
import { readFile, writeFile, rm, mkdir, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import * as esbuild from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const dist = join(root, 'dist');
const assets = join(dist, 'assets');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  outdir: assets,
  metafile: true,
  legalComments: 'linked',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** The name esbuild gave the output of an entry point, without its folder. */
function output({ metafile }, entry) {
  for (const [path, out] of Object.entries(metafile.outputs)) {
    if (out.entryPoint === entry) return basename(path);
  }
  throw new Error(`build.mjs: no output for ${entry}`);
}

await rm(assets, { recursive: true, force: true });
await mkdir(assets, { recursive: true });

// The editors' language services run in workers of their own. Classic scripts: a
// worker then needs nothing but its own address, which the policy `worker-src 'self'` allows.
const workers = {
  editor: 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'node_modules/monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'node_modules/monaco-graphql/esm/graphql.worker.js',
};
const built = await esbuild.build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(workers).map(([name, path]) => [`${name}.worker`, path])),
  entryNames: '[name]-[hash]',
  format: 'iife',
});

const page = await esbuild.build({
  ...common,
  entryPoints: { playground: 'src/main.tsx' },
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  format: 'esm',
  splitting: true,
  jsx: 'automatic',
  loader: { '.ttf': 'file', '.graphql': 'text' },
  define: {
    ...common.define,
    ...Object.fromEntries(
      Object.entries(workers).map(([name, path]) => [`__${name.toUpperCase()}_WORKER__`, JSON.stringify(`./${output(built, path)}`)]),
    ),
  },
});

const script = output(page, 'src/main.tsx');
const style = basename(page.metafile.outputs[`dist/assets/${script}`].cssBundle);
// The editors' styles are part of GraphiQL's; those that come with their chunks are never linked.
for (const path of Object.keys(page.metafile.outputs)) {
  if (path.endsWith('.css') && basename(path) !== style) await rm(join(root, path));
}

const html = (await readFile(join(root, 'src/index.html'), 'utf8')).replaceAll('{{script}}', script).replaceAll('{{style}}', style);
await writeFile(join(dist, 'index.html'), html);
await writeFile(join(dist, 'favicon.svg'), await readFile(join(root, 'src/favicon.svg')));

let plain = 0;
let packed = 0;
const compress = promisify(gzip);
const files = [join(dist, 'index.html'), ...(await readdir(assets)).sort().map((name) => join(assets, name))];
for (const file of files) {
  const body = await readFile(file);
  const gz = await compress(body, { level: 9 });
  plain += body.length;
  packed += gz.length;
  if (gz.length < body.length) await writeFile(`${file}.gz`, gz);
}
console.log(`dist: ${files.length} files, ${(plain / 1e6).toFixed(1)} MB, ${(packed / 1e6).toFixed(1)} MB compressed`);
