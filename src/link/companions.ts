/**
 * Packages that know more than newsgraph brings itself, where they are installed.
 * In: nothing. Out: paths: of newsgraph-kb-core, all of the knowledge base, and newsgraph-kb-titles, which names are titles of Wikipedia,
 * which other names lead to them, and which surnames many bear.
 * In a checkout they lie beside the program; elsewhere they are looked for as any package is.
 */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const CHECKOUT = fileURLToPath(new URL('../../packages/', import.meta.url))

export function companions(): { readonly core: readonly string[]; readonly names: readonly string[]; readonly titles: readonly string[]; readonly surnames: readonly string[] } {
  return {
    core: fileOf('newsgraph-kb-core', 'core.kb'),
    names: fileOf('newsgraph-kb-titles', 'names.kb'),
    titles: fileOf('newsgraph-kb-titles', 'titles.list'),
    surnames: fileOf('newsgraph-kb-titles', 'surnames.list'),
  }
}

function fileOf(name: string, file: string): string[] {
  return [join(CHECKOUT, name), installed(name)].flatMap((folder) => folder === undefined ? [] : [join(folder, file)]).filter((path) => existsSync(path)).slice(0, 1)
}

function installed(name: string): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
