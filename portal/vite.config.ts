import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';

export const portalConfig: UserConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../.build/portal', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    // An inlined asset is a data: URL, which the content security policy does not admit.
    assetsInlineLimit: 0,
  },
};

export default defineConfig(portalConfig);
