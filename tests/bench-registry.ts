/**
 * `npm run bench:registry [-- --articles N]`: what it costs to place the named things of one article more.
 *
 *   in:  invented digests: stories of a dozen articles, people by full name and surname, frequent and rare places and bodies
 *   out: a line for each tenth of the articles: milliseconds of processor time an article, memory; then single adds and removals
 */
import { parseArgs } from 'node:util'
import type { Digest, Occurrence } from '../src/merge/digests.js'
import { startRegistry } from '../src/merge/registry.js'
import type { EntityKind } from '../src/model.js'
import { dayOf, often, word } from './bench/invented.js'

const { values } = parseArgs({ options: { articles: { type: 'string', default: '20000' } } })
const articles = Number(values.articles)
const registry = startRegistry()
const processorTime = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

let seed = 1
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff
  return seed / 0x7fff_ffff
}

function digestOf(number: number): Digest {
  const occurrences = new Map<string, Occurrence>()
  const put = (kind: EntityKind, name: string, more: Partial<Occurrence> = {}): void => {
    const key = `${kind}/${name.toLowerCase().replaceAll(' ', '-')}`
    occurrences.set(key, { local: key, kind, key, name, confidence: 0.9, ...more })
  }
  const story = Math.floor(number / 12)
  for (let at = 0; at < 3; at++) {
    const surname = word((story * 31 + at * 17) % 30_000, 3 + story % 2)
    if (random() < 0.5) put('person', `${word((story * 7 + at * 13) % 400, 2)} ${surname}`)
    else if (random() < 0.6) put('person', surname, { isTied: true })
  }
  for (let at = 0; at < 4; at++) put('person', `${word(often(400, random()), 2)} ${word(often(30_000, random()), 3)}`, random() < 0.3 ? { marks: [`title:${['minister', 'singer', 'mayor'][at % 3]}`] } : {})
  for (let at = 0; at < 5; at++) put('place', word(often(5000, random()), 3), { marks: ['class:part'] })
  for (const name of ['Norland', `${word(often(190, random()), 2)}land`]) put('place', name, { type: 'Country', marks: ['class:country'] })
  for (const what of ['Union', 'Bank', 'Works']) put('organization', `${word(often(40_000, random()), 3)} ${what}`)
  return { articleId: `a${number}`, date: dayOf(number), source: `a${number}`, occurrences: [...occurrences.values()] }
}

/** Processor time without that of making the digests. */
function addAll(from: number, to: number): number {
  const digests = Array.from({ length: to - from }, (_, at) => digestOf(from + at))
  const start = processorTime()
  for (const digest of digests) registry.add(digest)
  return processorTime() - start
}

function timesOf(count: number, act: (at: number) => void): string {
  const times = Array.from({ length: count }, (_, at) => {
    const start = performance.now()
    act(at)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return `median ${times[count >> 1]?.toFixed(2)} ms, slowest ${times.at(-1)?.toFixed(2)} ms`
}

let total = 0
for (let tenth = 0; tenth < 10; tenth++) {
  const [from, to] = [Math.floor(articles * tenth / 10), Math.floor(articles * (tenth + 1) / 10)]
  const took = addAll(from, to)
  total += took
  console.log(`${to} articles: ${(took / (to - from)).toFixed(2)} ms each, ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
}
console.log(`all: ${(total / 1000).toFixed(1)} s of processor time; ${registry.replaced().size} ids replaced`)
console.log(`one more: ${timesOf(200, (at) => { registry.add(digestOf(articles + at)) })}`)
console.log(`one less: ${timesOf(50, (at) => { registry.remove(`a${at * 17}`) })}`)
console.log(`written without its digests: ${(JSON.stringify(registry.toJSON()).length / 1e6).toFixed(1)} MB`)
