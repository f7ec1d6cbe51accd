import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

const here = import.meta.dirname;
const output = path.join(here, 'dist');
const pdfjs = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

export default defineConfig({
  root: here,
  logLevel: 'warn',
  plugins: [
    solid(),
    {
      // Character maps, fonts and decoders that pdf.js fetches when a file needs them; without them pages stay empty.
      name: 'copy-pdfjs-data',
      closeBundle: () => {
        for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
          cpSync(path.join(pdfjs, folder), path.join(output, 'pdfjs', folder), { recursive: true });
        }
      },
    },
  ],
  build: { outDir: output, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 1600 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
