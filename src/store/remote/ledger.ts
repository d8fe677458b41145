/**
 * What a store has from us: a hash per graph and per description, kept in the store itself, in the graph of the dataset.
 * In: a store, names. Out: the hashes it holds for them:  <…/graph/76f4…> ng:graphSha256 "9f86…"
 * A hash is written after what it stands for and goes before that changes: whatever was cut off is missing here and sent again.
 */
import { ng } from '../../map/vocab.js'
import type { RemoteStore } from './store.js'
import { iriOf, textOf } from './triples.js'

/** Graphs are whole; of the graphs of entities and of the dataset each node has its own description. */
export type LedgerKind = 'graph' | 'description'

const predicates: Readonly<Record<LedgerKind, string>> = { graph: ng.graphSha256.value, description: ng.descriptionSha256.value }

/** The predicates that are bookkeeping and part of no description. */
export const bookkeeping: readonly string[] = Object.values(predicates)

/** Stores cut long answers off, Virtuoso at 10,000 rows. */
const PAGE = 5000

export class Ledger {
  /** @param within the graph that the hashes stand in */
  constructor(private readonly store: RemoteStore, private readonly within: string, private readonly kind: LedgerKind) {}

  /** The hashes of those names that have one. */
  async read(names: readonly string[]): Promise<Map<string, string>> {
    if (names.length === 0) return new Map()
    return this.#pairs(`VALUES ?name { ${names.map(iriOf).join(' ')} } ${this.#pattern()}`, '')
  }

  /** Call before what they stand for changes. */
  async strike(names: readonly string[]): Promise<void> {
    await this.store.forget(this.within, names, predicates[this.kind])
  }

  /** Call after. */
  async note(hashes: ReadonlyMap<string, string>): Promise<void> {
    await this.store.add(this.within, Array.from(hashes, ([name, hash]) => `${iriOf(name)} ${iriOf(predicates[this.kind])} ${textOf(hash)} .\n`))
  }

  /** How many names start so, without one. */
  async count(start: string, but: string): Promise<number> {
    const [row] = await this.store.rows(`SELECT (COUNT(DISTINCT ?name) AS ?n) { ${this.#pattern()} FILTER(STRSTARTS(STR(?name), ${textOf(start)}) && ?name != ${iriOf(but)}) }`)
    return Number(row?.n?.value ?? 0)
  }

  /** All names that start so, in order, a page at a time. */
  async* names(start: string): AsyncGenerator<string> {
    for (let last = ''; ;) {
      const filter = `FILTER(STRSTARTS(STR(?name), ${textOf(start)}) && STR(?name) > ${textOf(last)})`
      const page = [...(await this.#pairs(`${this.#pattern()} ${filter}`, `ORDER BY STR(?name) LIMIT ${PAGE}`)).keys()]
      yield* page
      if (page.length === 0) return
      last = page.at(-1) ?? last
    }
  }

  #pattern(): string {
    return `GRAPH ${iriOf(this.within)} { ?name ${iriOf(predicates[this.kind])} ?hash }`
  }

  async #pairs(pattern: string, order: string): Promise<Map<string, string>> {
    const rows = await this.store.rows(`SELECT ?name ?hash { ${pattern} } ${order}`)
    return new Map(rows.flatMap(({ name, hash }) => (name && hash ? [[name.value, hash.value] as const] : [])))
  }
}
