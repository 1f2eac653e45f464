import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const threads = ['data-worker', 'job-worker', 'statistics-worker', 'names-worker', 'list-worker'];

/**
 * Prints run on their own page without the bundle: the font files get addresses that never change. One file a weight:
 * a variable font would stand in a PDF as drawings instead of letters.
 */
function printFonts(): Plugin {
  const files = join(root, 'node_modules/@fontsource/noto-sans/files');
  return {
    name: 'kriter:print-fonts',
    generateBundle() {
      for (const file of readdirSync(files)) {
        if (!/^noto-sans-(latin|latin-ext|cyrillic|cyrillic-ext)-(400|600|700)-normal\.woff2$/.test(file)) continue;
        this.emitFile({ type: 'asset', fileName: `print-fonts/${file}`, source: readFileSync(join(files, file)) });
      }
    },
  };
}

const entries = Object.fromEntries(
  [['main', 'electron/main.ts'], ...threads.map((name) => [name, `electron/workers/${name}.ts`])]
    .map(([name, file]) => [name, resolve(root, file ?? '')])
    .filter(([, file]) => existsSync(file ?? '')),
);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      minify: false,
      // Each thread that opens the register would read some hundred small files of these from the disk at every sign-in.
      externalizeDeps: { exclude: ['drizzle-orm', 'zod'] },
      rollupOptions: {
        input: entries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src'),
    plugins: [react(), printFonts()],
    // It knows `composes` of CSS modules, and is what writes the styles of the build in any case.
    css: { transformer: 'lightningcss' },
    build: {
      outDir: resolve(root, 'out/renderer'),
      // Fonts and pictures keep their own addresses: font-src allows no data:.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: resolve(root, 'src/index.html') },
    },
  },
});
