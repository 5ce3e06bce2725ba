import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** Has the browser fetch the program beside the small first file that asks for the record, not after it. */
const fetchProgramEarly = (): Plugin => ({
  name: 'portage:fetch-program-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const chunks = Object.values(bundle ?? {}).filter((output) => output.type === 'chunk');
      const entry = chunks.find(({ isEntry }) => isEntry);
      const program = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/app/main.tsx'));
      const files = [program?.fileName, ...(program?.imports ?? [])].filter(
        (file) => file && file !== entry?.fileName && !entry?.imports.includes(file),
      );
      return files.map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
});

export const portalConfig: UserConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), fetchProgramEarly()],
  build: {
    outDir: fileURLToPath(new URL('../.build/portal', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    // One small sheet for every page: a second request costs more on a slow line than its bytes.
    cssCodeSplit: false,
    // An inlined asset is a data: URL, which the content security policy does not admit.
    assetsInlineLimit: 0,
  },
};

export default defineConfig(portalConfig);
