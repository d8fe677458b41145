/** Builds the viewer's app into one file, dist/view/index.html, whose policy allows its own script and style and nothing else. */

import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Writes the hashes of the inlined script and style into the page's Content-Security-Policy. */
function ownCodeOnly(): Plugin {
  return {
    name: 'own-code-only',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
          const html = String(file.source)
          file.source = html
            .replace("'sha256-script'", () => hashes(html, /<script type="module"[^>]*>([\s\S]*?)<\/script>/g))
            .replace("'sha256-style'", () => hashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g))
        }
      },
    },
  }
}

function hashes(html: string, element: RegExp): string {
  return [...html.matchAll(element)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`).join(' ')
}

export default defineConfig({
  root: folder('./app'),
  // tsc writes the compiled library into the same folder: it must not be emptied.
  build: { outDir: folder('../../dist/view'), emptyOutDir: false, target: 'es2022' },
  plugins: [viteSingleFile(), ownCodeOnly()],
})
