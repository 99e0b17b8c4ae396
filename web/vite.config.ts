import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API that `vite` forwards to while somebody works on a page. */
const api = process.env['API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/status': api } },
});
