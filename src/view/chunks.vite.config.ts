/** Builds what only some pages need into files of their own: `--mode ask` dist/view/ask.js, which answers SPARQL, `--mode live` dist/view/live.js, which reads articles. */

import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** A page that is a file may start classic threads only; WebAssembly is in the packages that are installed anyway, and is served or put in from there. */
function withoutWasm(): Plugin {
  return {
    name: 'without-wasm',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const name of Object.keys(bundle)) if (/\.wasm$|\.mjs$/.test(name)) delete bundle[name]
      },
    },
  }
}

export default defineConfig(({ mode }) => ({
  root: folder('..'),
  base: './',
  publicDir: false,
  // In a classic thread there is no such thing; oxigraph's WebAssembly is given to it.
  ...(mode === 'ask' ? { define: { 'import.meta.url': '""' } } : {}),
  build: {
    outDir: folder('../../dist/view'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    copyPublicDir: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      input: { [mode]: folder(`../${mode}-worker.ts`) },
      output: {
        entryFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        codeSplitting: false,
        format: mode === 'ask' ? 'iife' : 'es',
      },
    },
  },
  plugins: [withoutWasm()],
}))
