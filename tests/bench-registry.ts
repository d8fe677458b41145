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

const { values } = parseArgs({ options: { articles: { type: 'string', default: '20000' } } })
const articles = Number(values.articles)
const registry = startRegistry()
const processorTime = (): number => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

let seed = 1
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) & 0x7fff_ffff
  return seed / 0x7fff_ffff
}

/** A number below `most`; small ones come far more often, as in the news. */
function often(most: number): number {
  return Math.floor(most ** random()) - 1
}

const syllables = 'ba be bo da de di fa fi ga go ha he ji ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi wa za ze'.split(' ')
function word(number: number, length: number): string {
  let rest = (number + 7) * 7919 % 6_700_417
  let made = ''
  for (let at = 0; at < length; at++) {
    made += syllables[rest % syllables.length] ?? ''
    rest = Math.floor(rest / syllables.length) + number * 31
  }
  return made.charAt(0).toUpperCase() + made.slice(1)
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
  for (let at = 0; at < 4; at++) put('person', `${word(often(400), 2)} ${word(often(30_000), 3)}`, random() < 0.3 ? { marks: [`title:${['minister', 'singer', 'mayor'][at % 3]}`] } : {})
  for (let at = 0; at < 5; at++) put('place', word(often(5000), 3), { marks: ['class:part'] })
  for (const name of ['Norland', `${word(often(190), 2)}land`]) put('place', name, { type: 'Country', marks: ['class:country'] })
  for (const what of ['Union', 'Bank', 'Works']) put('organization', `${word(often(40_000), 3)} ${what}`)
  const date = new Date(Date.UTC(2020, 0, 1) + Math.floor(number / 60) * 86_400_000).toISOString().slice(0, 10)
  return { articleId: `a${number}`, date, source: `a${number}`, occurrences: [...occurrences.values()] }
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
