/**
 * Files of any order, sorted by article.
 * In: files in which what belongs to an article lies about, as stores and other tools write them. Out: first what belongs to no
 * article (what things are called and are), then article by article. The quads wait in temporary files; in memory is, for each
 * node of an article, a number that says which.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from 'n3'
import { ng, oa, prov } from '../map/vocab.js'
import { onLeaving } from '../leaving.js'
import { Problem } from '../problem.js'
import { isArticleType, isBelonging, isShared } from './belonging.js'
import { writeAll } from './bytes.js'
import { hashOf } from '../hash.js'
import { readQuads, type GraphFile } from './load.js'
import { nQuad } from './n-quads.js'
import type { ArticlePart } from './parts.js'

/** So much of the files goes into one temporary file, which is then read as a whole. */
const BUCKET = 32 * 1024 * 1024
/** Quads of no article that are handed out together. */
const TOGETHER = 20_000

export async function* regroup(files: readonly GraphFile[]): AsyncGenerator<ArticlePart> {
  const homes = await homesIn(files)
  const size = files.reduce((sum, { path }) => sum + statSync(path).size, 0)
  const buckets = openBuckets(Math.min(200, Math.ceil(size / BUCKET)))
  try {
    for (const file of files) for await (const quads of readQuads(file)) for (const quad of quads) buckets.put(quad, homes.of(quad))
    for (const { path, isCommon } of buckets.close()) yield* isCommon ? common(path) : articles(path, homes)
  } finally {
    buckets.remove()
  }
}

async function* common(path: string): AsyncGenerator<ArticlePart> {
  const quads = (await quadsIn(path)).toSorted(({ subject: { value: a } }, { subject: { value: b } }) => (a < b ? -1 : Number(a > b)))
  for (let start = 0, end = 0; start < quads.length; start = end) {
    end = Math.min(start + TOGETHER, quads.length)
    while (end < quads.length && quads[end]?.subject.value === quads[end - 1]?.subject.value) end += 1
    yield quads.slice(start, end)
  }
}

async function* articles(path: string, homes: Homes): AsyncGenerator<ArticlePart> {
  const parts = new Map<number | undefined, Quad[]>()
  for (const quad of await quadsIn(path)) {
    const home = homes.of(quad), part = parts.get(home)
    if (part) part.push(quad)
    else parts.set(home, [quad])
  }
  yield* parts.values()
}

async function quadsIn(path: string): Promise<Quad[]> {
  const all: Quad[] = []
  for await (const quads of readQuads({ path, format: 'n-quads', name: path })) for (const quad of quads) all.push(quad)
  return all
}

interface Homes {
  /** The article that a quad belongs to. */
  of(quad: Quad): number | undefined
}

/** Which article each node belongs to: it says so, or the node does that it is a part of. */
async function homesIn(files: readonly GraphFile[]): Promise<Homes> {
  const articleOf = new Map<number, number>(), ownerOf = new Map<number, number>(), ofGraph = new Map<number, number>()
  for (const file of files) for await (const quads of readQuads(file)) for (const quad of quads) {
    const { subject, predicate: { value: predicate }, object, graph } = quad
    if (isArticleType(quad)) {
      articleOf.set(hashOf(subject.value), hashOf(subject.value))
      if (graph.value) ofGraph.set(hashOf(graph.value), hashOf(subject.value))
    } else if (isBelonging(quad)) articleOf.set(hashOf(subject.value), hashOf(object.value))
    else if (predicate === prov.used.value && subject.value.includes('/run/')) articleOf.set(hashOf(subject.value), hashOf(object.value))
    else if (owning.has(predicate)) ownerOf.set(hashOf(object.value), hashOf(subject.value))
  }
  const homeOf = (node: string): number | undefined => {
    const hash = hashOf(node)
    return articleOf.get(hash) ?? articleOf.get(ownerOf.get(hash) ?? Number.NaN)
  }
  return {
    of: ({ subject, predicate, object, graph }) => homeOf(subject.value) ?? (predicate.value === ng.evidence.value ? homeOf(object.value) : undefined)
      ?? (graph.value && !isShared(graph.value) ? ofGraph.get(hashOf(graph.value)) : undefined),
  }
}

/** A selector belongs to its evidence, a number to its event. */
const owning = new Set([oa.hasSelector, ng.quantity].map(({ value }) => value))

/** Temporary files, by article, and as many for what belongs to none. */
function openBuckets(count: number) {
  const name = join(tmpdir(), `newsgraph-sort-${process.pid}-${randomUUID().slice(0, 8)}`)
  const buckets = Array.from({ length: 2 * count }, (_, at) => ({ path: `${name}-${at}`, isCommon: at < count, file: 0, waiting: '' }))
  const remove = (): void => { for (const { path } of buckets) rmSync(path, { force: true }) }
  const forget = onLeaving(remove)
  const write = (bucket: (typeof buckets)[number]): void => attempt(bucket.path, () => {
    bucket.file ||= openSync(bucket.path, 'ax', 0o600)
    writeAll(bucket.file, Buffer.from(bucket.waiting))
    bucket.waiting = ''
  })
  return {
    put(quad: Quad, home: number | undefined): void {
      const bucket = buckets[home === undefined ? hashOf(quad.subject.value) % count : count + (home % count)]
      if (!bucket) return
      bucket.waiting += nQuad(quad, true)
      if (bucket.waiting.length > 128 * 1024) write(bucket)
    },
    close() {
      for (const bucket of buckets) {
        if (bucket.waiting) write(bucket)
        if (bucket.file) closeSync(bucket.file)
      }
      return buckets.filter(({ file }) => file)
    },
    remove() {
      remove()
      forget()
    },
  }
}

function attempt(path: string, act: () => void): void {
  try {
    act()
  } catch (cause) {
    throw new Problem('output', `The temporary file ${path} cannot be written`, 'Free some space, or set TMPDIR to a folder that has more.', { cause })
  }
}
