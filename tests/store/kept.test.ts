import { mkdtempSync, readdirSync, writeFileSync, appendFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { keep, keptPath } from '../../src/store/kept.js'
import { graphFiles } from '../../src/store/load.js'
import { query } from '../../src/store/query.js'
import { harbourText } from '../fixtures/harbour-graph.js'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-kept-'))
const graph = join(folder, 'graph.nq')
writeFileSync(graph, harbourText('n-quads'))

/** The engine has one memory for each thread: what keeps and what reads again are threads of their own. */
function inThread(code: string): Promise<unknown> {
  const isBuilt = process.env.NEWSGRAPH_THREADS === 'built'
  const engine = new URL(isBuilt ? '../../dist/store/engine.js' : '../../src/store/engine.ts', import.meta.url).href
  const worker = new Worker(`import('tsx/esm/api').then(({ register }) => { ${isBuilt ? '' : 'register(); '}return import(${JSON.stringify(engine)}) }).then(({ openStore, reopenStore }) => {
    const { parentPort } = require('node:worker_threads')
    parentPort.postMessage((() => { ${code} })())
  })`, { eval: true })
  return new Promise((resolve, reject) => { worker.once('message', resolve); worker.once('error', reject) })
}

describe('A store that was kept', () => {
  it('answers as before, and takes more', async () => {
    const path = JSON.stringify(join(folder, 'kept.graph')), text = JSON.stringify(harbourText('n-triples'))
    const count = "'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { results_format: 'csv' }"
    const before = await inThread(`const { store, keep } = openStore(); store.load(${text}, { format: 'application/n-triples' }); keep(${path}, { a: 1 }); return [store.size, store.query(${count})]`)
    const after = await inThread(`const { store, about } = reopenStore(${path}); const first = [store.size, store.query(${count})]; store.load('<a:x> <a:y> "z" .', { format: 'text/turtle' }); return { first, about, size: store.size }`)
    expect(after).toEqual({ first: before, about: { a: 1 }, size: (before as [number])[0] + 1 })
  }, 60_000)

  it('is not there for a file that has changed, and gives way to newer ones', async () => {
    process.env.NEWSGRAPH_CACHE = join(folder, 'cache')
    const before = keptPath(await graphFiles([graph]), 'union')
    expect(keptPath(await graphFiles([graph]), 'union')).toBe(before)
    appendFileSync(graph, '<a:a> <a:b> <a:c> .\n')
    expect(keptPath(await graphFiles([graph]), 'union')).not.toBe(before)
    for (let at = 0; at < 6; at += 1) keep(keptPath(await graphFiles([graph]), String(at)), (draft) => writeFileSync(draft, ''))
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(4)
    keep(keptPath(await graphFiles([graph]), 'broken'), () => { throw new Error('the disk is full') })
    expect(readdirSync(join(folder, 'cache'))).toHaveLength(4)
  })
})

describe('Too much', () => {
  it('of an answer is told as such', async () => {
    const files = await graphFiles([graph])
    await expect(query({ files }, 'SELECT ?s { ?s ?p ?o }', { maxRows: 100 })).rejects.toMatchObject({ code: 'query', message: 'The answer has more than 100 rows.' })
    expect(await query({ files }, 'SELECT ?s { ?s ?p ?o } LIMIT 100', { maxRows: 100 })).toMatchObject({ rows: { length: 100 } })
  }, 30_000)
})

it('A question gets every row once, whatever graphs its triples are in, and may ask for graphs', async () => {
  const twice = join(folder, 'twice.nq')
  writeFileSync(twice, '<a:s> <a:p> "o" <g:1> .\n<a:s> <a:p> "o" <g:2> .\n')
  const files = await graphFiles([twice])
  expect(await query({ files }, 'SELECT ?o { ?s ?p ?o }')).toMatchObject({ rows: { length: 1 } })
  expect(await query({ files }, 'SELECT ?g { ?s ?p "o" GRAPH ?g { ?s ?p ?o } }')).toMatchObject({ rows: { length: 2 } })
}, 30_000)
