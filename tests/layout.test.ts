import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'

const STAGES = ['read', 'analyse', 'resolve', 'extract', 'link', 'merge', 'map', 'store', 'view', 'serve']
/** What belongs to no stage, and the names of the vocabulary and of nodes, which whoever handles graphs needs. */
const SHARED = new Set(['src/model.ts', 'src/problem.ts', 'src/map/vocab.ts', 'src/map/namespaces.ts', 'src/map/schemes.ts', 'src/map/iri.ts', 'src/hash.ts', 'src/leaving.ts', 'src/sounds.ts', 'src/days.ts', 'src/thread.ts'])

const files = globSync('src/**/*.ts')

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) => normalize(join(dirname(file), path ?? '')).replace(/\.js$/, '.ts'))
}

describe('the folders of src', () => {
  it.each(STAGES)('%s imports the model, problems and itself, no other stage', (stage) => {
    const foreign = files.filter((file) => file.startsWith(`src/${stage}/`)).flatMap((file) =>
      importsOf(file).filter((path) => !path.startsWith(`src/${stage}/`) && !SHARED.has(path)).map((path) => `${file} → ${path}`))
    expect(foreign).toEqual([])
  })

  it('leave the order of the stages to build.ts, which has under 40 lines', () => {
    const lines = readFileSync('src/build.ts', 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeLessThan(40)
  })

  it('open connections to the outside from watch alone, and where the user names a store or a service; the browser fetches the model and the knowledge base from its own site, and stores are named by the user', () => {
    const opens = files.filter((file) => /'node:(?:https?|http2|net|tls|dgram|dns)'|(?<![.\w])fetch\(|\bWebSocket\b/.test(readFileSync(file, 'utf8')))
    expect(opens.filter((file) => !/^src\/(?:watch|serve|view|store\/remote|reconcile)\//.test(file))).toEqual(['src/analyse/model-web.ts', 'src/link/kb-web.ts'])
  })

  it('have a header in every file', () => {
    expect(files.filter((file) => !/^(?:#!.*\n)?(?:\/\*\*|\/\/)/.test(readFileSync(file, 'utf8')))).toEqual([])
  })
})
