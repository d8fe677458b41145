/** DWIE: relations between entities over the whole article, from the text alone and with the entities given. */
import { wordsOf } from '../../src/analyse/analyse.js'
import type { RelationWeights } from '../../src/analyse/decode-relations.js'
import { findingsOf } from '../../src/analyse/decode-windows.js'
import { meanOfEnds, type Vectors } from '../../src/analyse/vectors.js'
import type { TokenSpan } from '../../src/model.js'
import { chainsOf } from './chains.js'
import { readingOf, wordKey } from './corpora.js'
import { Counts, precisionAndRecall } from './counts.js'
import { type DwieArticle, dwieArticles } from './dwie.js'
import type { Bench, Task } from './measure.js'

export const relations: Task = {
  name: 'relations',
  async run(bench) {
    const whole = new Counts()
    const given = new Counts()
    for (const article of dwieArticles(bench.part)) {
      const reading = readingOf(article.id, article.text)
      const { words, sentences } = wordsOf(reading)
      const forms = words.map((word) => word.text)
      const { vectors } = await findingsOf(bench.network.scores(forms, sentences), bench.network.files, forms)
      const gold = goldEntities(article, words)
      // What has no mention of its own (a country behind an adjective) cannot be found and is not asked for.
      const facts = article.relations.filter(({ subject, object }) => gold.has(subject) && gold.has(object))
        .map(({ subject, relation, object }) => `${subject} ${relation} ${object}`)
      const weights = bench.network.files.relations
      const score = (entities: readonly Entity[]): string[] =>
        factsOf(entities, { subjects: vectors.relationS, objects: vectors.relationO, weights })
      const missed = given.add(score([...gold].map(([id, spans]) => ({ id: `${id}`, spans }))), facts)
      for (const [kind, keys] of Object.entries(missed)) for (const key of keys) bench.report({ task: 'relations', kind, text: readable(article, key) })
      whole.add(score(await ownEntities(bench, article, gold)), facts)
    }
    return [
      { name: 'DWIE relations', score: 100 * whole.f1, marks: [35, 48, 55], note: precisionAndRecall(whole) },
      { name: 'DWIE relations, entities given', score: 100 * given.f1, note: precisionAndRecall(given) },
    ]
  },
}

/** An entity with its mentions; an own one bears the id of the gold entity that it is, or none. */
interface Entity { readonly id: string; readonly spans: readonly TokenSpan[] }

function goldEntities(article: DwieArticle, words: readonly { start: number; end: number }[]): Map<number, TokenSpan[]> {
  const entities = new Map<number, TokenSpan[]>()
  for (const mention of article.mentions) {
    if (mention.kind === undefined) continue
    const [start = 0, end = 0] = wordKey(words, [mention.start, mention.end]).split('-').map(Number)
    if (end > start) entities.set(mention.entity, [...entities.get(mention.entity) ?? [], { start, end }])
  }
  return entities
}

/** The chains that the analysis makes of its own names, each named after the gold entity it shares most mentions with. */
async function ownEntities(bench: Bench, article: DwieArticle, gold: ReadonlyMap<number, readonly TokenSpan[]>): Promise<Entity[]> {
  const analysis = await bench.analyse(readingOf(article.id, article.text))
  const owner = new Map([...gold].flatMap(([id, spans]) => spans.map(({ start, end }) => [`${start}-${end}`, id] as const)))
  const chains = chainsOf(analysis.mentions.length, analysis.antecedents)
  const clusters = new Map<number, TokenSpan[]>()
  analysis.mentions.forEach((mention, i) => {
    if (mention.form !== 'name' && mention.kind !== 'role') return
    const chain = chains[i] ?? i
    clusters.set(chain, [...clusters.get(chain) ?? [], mention])
  })
  const taken = new Map<string, number>()
  return [...clusters].sort(([, a], [, b]) => b.length - a.length).map(([chain, spans]) => {
    const id = commonest(spans.map(({ start, end }) => owner.get(`${start}-${end}`)))
    const isTaken = id !== undefined && (taken.has(`${id}`) || !taken.set(`${id}`, chain))
    return { id: id === undefined || isTaken ? `own${chain}` : `${id}`, spans }
  })
}

function commonest(ids: readonly (number | undefined)[]): number | undefined {
  const counts = new Map<number, number>()
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
}

interface Scoring { readonly subjects: Vectors; readonly objects: Vectors; readonly weights: RelationWeights }

/** Relations believed of entities: log-sum-exp over their pairs of mentions, less half the logarithm of their number. */
function factsOf(entities: readonly Entity[], { subjects, objects, weights }: Scoring): string[] {
  const width = subjects.width
  const s = entities.map(({ spans }) => meanOfEnds(subjects, spans))
  const o = entities.map(({ spans }) => meanOfEnds(objects, spans))
  const facts: string[] = []
  entities.forEach((subject, i) => entities.forEach((object, j) => {
    if (i === j) return
    const half = 0.5 * Math.log(subject.spans.length * object.spans.length)
    weights.names.forEach((name, r) => {
      if (name === name.toUpperCase()) return // the other corpus' relations
      let sum = 0
      for (let a = 0; a < subject.spans.length; a++) for (let b = 0; b < object.spans.length; b++) {
        let score = weights.bias[r] ?? 0
        for (let k = 0; k < width; k++) score += s[i]![a * width + k]! * o[j]![b * width + k]! * weights.weights[r * width + k]!
        sum += Math.exp(Math.min(60, score))
      }
      if (Math.log(sum) - half > weights.threshold) facts.push(`${subject.id} ${name} ${object.id}`)
    })
  }))
  return facts
}

function readable(article: DwieArticle, key: string): string {
  const [subject = '', relation = '', object = ''] = key.split(' ')
  const named = (id: string): string => {
    const mention = article.mentions.find((m) => `${m.entity}` === id)
    return mention ? article.text.slice(mention.start, mention.end) : id
  }
  return `${article.id}: ${named(subject)} ${relation} ${named(object)}`
}
