/**
 * Links, end to end: what the product ties to Wikidata in articles whose names people have tied to it, and GeoNames in those of places.
 * Counted are things of an article, not mentions. An entity is judged by the thing that most of its names stand for; one that no annotated name meets is not
 * judged. A thing that the annotators could not tie to anything makes every link of it wrong.
 * Figures are told of articles on which no rule was chosen; what each rule earned is counted on all.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extract } from '../../src/extract/extract.js'
import { openBaseAt } from '../../src/link/kb-disk.js'
import { linkerOf, type LinkMaker } from '../../src/link/link.js'
import { ruleOf } from '../../src/link/rules.js'
import { openBases } from '../../src/linking.js'
import type { Extracted } from '../../src/model.js'
import { resolve } from '../../src/resolve/resolve.js'
import { cached } from './cached.js'
import { readingOf, sampled } from './corpora.js'
import { annotatedVerdicts } from './linking-annotated.js'
import { type GoldDocument, goldSets, type Identity, identities } from './linking-gold.js'
import type { Bench, Row, Task } from './measure.js'

/** A link that was, or would be, made of an entity. */
export interface Verdict { readonly rule: string; readonly isRight: boolean; readonly kind: string }

export const COUNTS = fileURLToPath(new URL('../link-rules.json', import.meta.url))

export const linking: Task = {
  name: 'linking',
  async run(bench) {
    const linker = await linkerFor(bench), analyse = withMemory(bench)
    const rows: Row[] = [], verdicts: Verdict[] = []
    const identity = identities(bench.part)
    for (const { name, told, chosen } of goldSets(bench.part)) {
      const found = await judged(analyse, linker, told, identity, name)
      rows.push(...rowsOf(name, found))
      verdicts.push(...found.verdicts, ...(await judged(analyse, linker, chosen, identity, name)).verdicts)
    }
    verdicts.push(...await annotatedVerdicts(bench.part, linker, identity))
    if (bench.part.split === 'dev' && bench.part.sample === undefined) record(verdicts)
    return rows
  },
}

/** As the product opens its bases; or those alone that are named, to see what they are worth. */
export async function linkerFor({ part: { kb } }: Bench): Promise<LinkMaker> {
  return kb ? linkerOf({ bases: await Promise.all(kb.map((path) => openBaseAt(path))) }) : openBases({ links: true })
}

/** What the model sees is kept, so that rules are measured again in minutes. */
export function withMemory(bench: Bench): Bench {
  return { ...bench, analyse: cached(bench.analyse, bench.network.files.name) }
}

export async function articleOf({ analyse }: Bench, id: string, text: string, date?: string): Promise<Extracted> {
  const reading = { ...readingOf(id, text), ...(date && { date }) }
  return extract(resolve({ ...reading, ...(await analyse(reading)) }))
}

interface Judged { readonly verdicts: readonly Verdict[]; readonly gold: ReadonlyMap<string, number>; readonly found: readonly Verdict[]; readonly unjudged: number }

async function judged(bench: Bench, linker: LinkMaker, documents: readonly GoldDocument[], identity: Identity, corpus: string): Promise<Judged> {
  const verdicts: Verdict[] = [], found: Verdict[] = [], gold = new Map<string, number>()
  let unjudged = 0
  for (const document of sampled(documents, bench.part.sample)) {
    const article = await articleOf(bench, `${corpus} ${document.id}`, document.text, document.date)
    const things = new Map(document.mentions.flatMap(({ target, kind }) => target === null ? [] : [[identity.of(target), kind] as const]))
    for (const kind of things.values()) gold.set(kind, (gold.get(kind) ?? 0) + 1)
    const right = new Map<string, Verdict>()
    for (const { entity, choice, candidates } of await linker.consider(article)) {
      const meant = meantBy(article, entity.id, document)
      if (!choice) continue
      if (meant === undefined) {
        if (ruleOf(choice.rule)) unjudged += 1
        continue
      }
      const { entry } = choice.best
      const isRight = meant.target !== null && identity.isSame(meant.target, entry, meant.also)
      const verdict = { rule: choice.rule, isRight, kind: meant.kind }
      verdicts.push(verdict)
      if (isRight && meant.target !== null) right.set(identity.of(meant.target), better(right.get(identity.of(meant.target)), verdict))
      else if (ruleOf(choice.rule)) bench.report({ task: `linking, ${corpus}`, kind: `${ruleOf(choice.rule)?.tier ?? ''} ${choice.rule}`, text: `${document.id} “${entity.name}” (${entity.kind}) ${entry.id} ${entry.label} [${entry.facts.slice(0, 4).join('|')}], gold ${meant.target ?? 'NIL'}; ${candidates.length} candidates` })
    }
    found.push(...right.values())
  }
  return { verdicts, gold, found, unjudged }
}

/** Of two links of one thing the surer. */
function better(a: Verdict | undefined, b: Verdict): Verdict {
  return a && ruleOf(a.rule)?.tier === 'sameAs' ? a : b
}

/** The thing that most of the entity's names stand for. */
export function meantBy(article: Extracted, entity: string, { mentions, withAdjectives }: GoldDocument): { readonly target: string | null; readonly kind: string; readonly also: string } | undefined {
  const votes = new Map<string, number>()
  for (const reference of article.references) {
    if (reference.entity !== entity || reference.form !== 'name' && !(withAdjectives && reference.form === 'adjective')) continue
    // "Sioux Falls, S.D." is Sioux Falls.
    const comma = article.tokens.findIndex(({ text }, at) => at > reference.start && at < reference.end && text === ',')
    const start = article.tokens[reference.start]?.start ?? 0, end = article.tokens[(comma < 0 ? reference.end : comma) - 1]?.end ?? 0
    const mention = mentions.find((each) => each.start < end && start < each.end && Math.abs(each.end - end) <= 2)
    if (mention) {
      const key = JSON.stringify([mention.target, mention.kind, mention.also ?? ''])
      votes.set(key, (votes.get(key) ?? 0) + 1)
    }
  }
  const [first] = [...votes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!first) return undefined
  const [target = null, kind = '', also = ''] = JSON.parse(first[0]) as [string | null, string, string]
  return { target, kind, also }
}

function rowsOf(name: string, { verdicts, gold, found, unjudged }: Judged): Row[] {
  // Events, awards and the like are tied to nothing: they are no entities of the graph.
  const total = [...gold].reduce((sum, [kind, count]) => kind === 'others' ? sum : sum + count, 0)
  if (total === 0) return []
  const made = verdicts.filter(({ rule }) => ruleOf(rule)), same = made.filter(({ rule }) => ruleOf(rule)?.tier === 'sameAs')
  const foundAll = found.filter(({ rule, kind }) => ruleOf(rule) && kind !== 'others'), foundSame = foundAll.filter(({ rule }) => ruleOf(rule)?.tier === 'sameAs')
  const note = (right: number, all: number): string => `${right} of ${all}`
  const share = (right: number, all: number): number => 100 * right / Math.max(1, all)
  const rightSame = same.filter(({ isRight }) => isRight).length, rightAll = made.filter(({ isRight }) => isRight).length
  const [p, r] = [share(rightAll, made.length), share(foundAll.length, total)]
  const kinds = [...gold].toSorted(([a], [b]) => a < b ? -1 : 1).map(([kind, count]) => {
    const own = made.filter((each) => each.kind === kind)
    return `${kind} P ${share(own.filter(({ isRight }) => isRight).length, own.length).toFixed(0)} R ${share(foundAll.filter((each) => each.kind === kind).length, count).toFixed(0)} of ${count}`
  })
  return [
    { name: `${name} links, sameAs right`, score: share(rightSame, same.length), note: note(rightSame, same.length) },
    { name: `${name} links, sameAs found`, score: share(foundSame.length, total), note: note(foundSame.length, total) },
    { name: `${name} links, all right`, score: p, note: `${note(rightAll, made.length)}; ${unjudged} more stand where nothing is annotated` },
    { name: `${name} links, all found`, score: r, note: kinds.join('; ') },
    { name: `${name} links, F1`, score: 2 * p * r / Math.max(1, p + r) },
  ]
}

/** What was earned by all that was seen alike; the test puts it together by rules, so that a rule may be drawn otherwise without measuring again. */
function record(verdicts: readonly Verdict[]): void {
  const counts: Record<string, [number, number]> = {}
  for (const { rule, isRight } of verdicts) {
    const [right = 0, all = 0] = counts[rule] ?? []
    counts[rule] = [right + Number(isRight), all + 1]
  }
  const sorted = Object.entries(counts).toSorted(([a], [b]) => a < b ? -1 : 1)
  writeFileSync(COUNTS, `{\n${sorted.map(([rule, pair]) => `  ${JSON.stringify(rule)}: ${JSON.stringify(pair)}`).join(',\n')}\n}\n`)
}
