import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

/** The API that `vite` forwards to while somebody works on a page. */
const api = process.env['API'] ?? 'http://127.0.0.1:3000';

/** Bootstrap Italia embeds an icon font that we do not use, as a data: URL that the content security policy refuses. */
const withoutEmbeddedFonts: Plugin = {
  name: 'without-embedded-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('bootstrap-italia') && id.endsWith('.css')
      ? { code: code.replace(/@font-face\s*\{[^}]*url\(["']?data:[^}]*\}/g, ''), map: null }
      : null,
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutEmbeddedFonts],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // Inlined assets would be data: URLs, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/status': api } },
});
