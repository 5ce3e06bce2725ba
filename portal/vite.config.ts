import react from '@vitejs/plugin-react';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { defineConfig, type HtmlTagDescriptor, type Plugin, type UserConfig } from 'vite';

const brotli = promisify(brotliCompress);

const head = (tag: string, attrs: Record<string, string | boolean>): HtmlTagDescriptor => ({
  tag,
  attrs,
  injectTo: 'head',
});

/** Has the browser fetch the program beside the small first file that asks for the record, not after it. */
const fetchProgramEarly = (): Plugin => ({
  name: 'portage:fetch-program-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      const chunkOf = (module: string) => chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
      const program = chunkOf('/app/main.tsx');
      const early = [program?.fileName, ...(program?.imports ?? [])].filter((file) => file && file !== entry?.fileName);
      const record = ['/patient/patient-page.tsx', '/patient/summary-part.tsx'].map(chunkOf);
      const pages = new Set(record.flatMap((chunk) => (chunk ? [chunk.fileName, ...chunk.imports] : [])));
      for (const file of [entry?.fileName ?? '', ...early]) pages.delete(file ?? '');
      return [
        ...early.map((file) => head('link', { rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
        // Fetched early too, but only where the address asks for a record.
        head('meta', { name: 'patient-page', content: [...pages].map((file) => `/${file}`).join(' ') }),
      ];
    },
  },
});

/** Leaves each file compressed beside it as well as it can be, which takes too long to be done for a request. */
const compressAhead = (): Plugin => ({
  name: 'portage:compress-ahead',
  apply: 'build',
  async writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => /\.(js|css|html)$/.test(file));
    await Promise.all(
      files.map(async (file) => {
        const path = join(dir, file);
        await writeFile(`${path}.br`, await brotli(await readFile(path)));
      }),
    );
  },
});

const REACT = /^react(\/jsx-runtime)?$/;

/**
 * Gives our own modules React as an ES module. As CommonJS each page would need the bundler's interop helpers, which
 * then become a file of their own and a request more before the first page.
 */
const reactAsModule = (): Plugin => ({
  name: 'portage:react-as-module',
  enforce: 'pre',
  apply: 'build',
  resolveId: {
    filter: { id: REACT },
    handler: (id, importer) => (importer?.includes('/portal/src/') ? `\0esm:${id}` : null),
  },
  load: {
    filter: { id: /^\0esm:/ },
    handler(id) {
      const name = id.slice('\0esm:'.length);
      const exported = Object.keys(createRequire(import.meta.url)(name) as object).filter((key) =>
        /^[a-z]\w*$/i.test(key),
      );
      return `import whole from '${name}';\nexport const { ${exported.join(', ')} } = whole;`;
    },
  },
});

export const portalConfig: UserConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), reactAsModule(), fetchProgramEarly(), compressAhead()],
  build: {
    outDir: fileURLToPath(new URL('../.build/portal', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    // Every browser that the program runs in knows how to preload a module.
    modulePreload: { polyfill: false },
    // One small sheet for every page: a second request costs more on a slow line than its bytes.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // However many later pages share parts of it, the first page's program stays two files.
        codeSplitting: {
          groups: [
            { name: 'index', test: /\/portal\/index\.html$/, priority: 4 },
            // What says that somebody was here is three lines that home and the record share.
            { name: 'main', test: /\/(app\/main\.tsx|home\/use-visit\.ts)$/, priority: 3 },
            // What the parts of a record share, but no page: a page that shares its file with others needs the
            // bundler's helpers, which are a file and a request more for everybody's first page.
            {
              name: 'record',
              test: /\/patient\/(?!patient-page|print-sheet|care-team|details|[\w-]+-part)[\w-]+\.tsx?$|\/(card|call-card|red-flag-card|facts|use-copied-text)\.tsx$/,
              priority: 2,
            },
            // And what its parts draw with.
            {
              name: 'drawn',
              test: /\/(trend|trend-words|treatment-row|palliative-stage|timeline-table)\.tsx?$/,
              priority: 2,
            },
          ],
        },
      },
    },
    // An inlined asset is a data: URL, which the content security policy does not admit.
    assetsInlineLimit: 0,
  },
};

export default defineConfig(portalConfig);
