/**
 * A SPARQL store somewhere else: asked, and its graphs replaced, added to and dropped.
 * In: its address and profile. Out: rows of questions; graphs there, whole.
 *   await store.replaceAll([{ name: '…/graph/76f4…', lines }, …])  → DROP SILENT GRAPH of all, POST …/data of the quads
 *   await store.replace('…/graph/76f4…', lines)   → PUT …/data?graph=… , or DROP SILENT GRAPH and INSERT DATA where that is all it takes
 */
import { Problem } from '../../problem.js'
import type { Row } from '../query-result.js'
import type { Credentials } from './credentials.js'
import { Endpoint, type Answer, type EndpointOptions } from './endpoint.js'
import { addressesOf, guessProfile, profileNames, storeAddress, type Addresses, type ProfileName } from './profiles.js'
import { iriOf } from './triples.js'

export interface StoreOptions extends EndpointOptions {
  /** Which store it is; without it, it is asked. */
  readonly profile?: ProfileName | undefined
  readonly credentials?: Credentials | undefined
}

/** A named graph, and its triples as N-Triples. */
export interface WholeGraph { readonly name: string; readonly lines: readonly string[] }

/** Characters in one request of quads. */
const LARGEST_BODY = 8 * 1024 * 1024

/** Triples in one INSERT DATA; stores parse it whole. */
const CHUNK = 5000

export interface AskOptions {
  readonly accept: string
  /** What stands outside GRAPH is looked for in all named graphs. */
  readonly isOverAllGraphs?: boolean
  /** Status codes that the caller looks at. */
  readonly alsoFine?: readonly number[]
}

export class RemoteStore {
  constructor(readonly profile: ProfileName | 'sparql', readonly address: string, readonly addresses: Addresses, private readonly endpoint: Endpoint) {}

  /** The rows of a SELECT. */
  async rows(sparql: string): Promise<readonly Row[]> {
    const { text } = await this.ask(sparql, { accept: 'application/sparql-results+json' })
    const answer = parsed(text) as { results?: { bindings?: Row[] } } | undefined
    if (answer?.results?.bindings) return answer.results.bindings
    throw new Problem('store', `What answers at ${this.address} is no SPARQL store`, `Check the address and --profile (taken: ${this.profile}).`)
  }

  /** A question as it stands. */
  ask(sparql: string, { accept, isOverAllGraphs = false, alsoFine = [] }: AskOptions): Promise<Answer> {
    const body = new URLSearchParams({ query: sparql, ...(isOverAllGraphs ? this.addresses.overAllGraphs : {}) }).toString()
    return this.endpoint.send({ method: 'POST', url: this.addresses.query, headers: { accept, 'content-type': 'application/x-www-form-urlencoded' }, body, alsoFine })
  }

  async update(sparql: string): Promise<void> {
    await this.endpoint.send({ method: 'POST', url: this.addresses.update, headers: { 'content-type': 'application/sparql-update' }, body: sparql })
  }

  /** Afterwards the graph is these triples, whatever it was. */
  async replace(graph: string, lines: readonly string[]): Promise<void> {
    if (this.addresses.graph) return this.#send('PUT', this.addresses.graph(graph), lines)
    const [first = [], ...rest] = chunks(lines)
    await this.update(`DROP SILENT GRAPH ${iriOf(graph)} ;\n${insertion(graph, first)}`)
    for (const chunk of rest) await this.update(insertion(graph, chunk))
  }

  /** Each of the graphs is these triples afterwards; in a request or two for all, where the store takes quads: every request ends with a wait for its disk. */
  async replaceAll(graphs: readonly WholeGraph[]): Promise<void> {
    const { quads } = this.addresses
    if (quads === undefined || graphs.length < 2) {
      for (const { name, lines } of graphs) await this.replace(name, lines)
      return
    }
    await this.update(graphs.map(({ name }) => `DROP SILENT GRAPH ${iriOf(name)}`).join(' ;\n'))
    for (const body of bodies(graphs)) await this.endpoint.send({ method: 'POST', url: quads, headers: { 'content-type': 'application/n-quads' }, body })
  }

  async add(graph: string, lines: readonly string[]): Promise<void> {
    for (const chunk of chunks(lines)) {
      await (this.addresses.graph ? this.#send('POST', this.addresses.graph(graph), chunk) : this.update(insertion(graph, chunk)))
    }
  }

  async drop(graph: string): Promise<void> {
    await this.update(`DROP SILENT GRAPH ${iriOf(graph)}`)
  }

  /** Takes what a graph says of these subjects out of it: all, or with one predicate. */
  async forget(graph: string, subjects: readonly string[], predicate?: string): Promise<void> {
    if (subjects.length === 0) return
    const pattern = `GRAPH ${iriOf(graph)} { ?s ${predicate === undefined ? '?p' : iriOf(predicate)} ?o }`
    await this.update(`DELETE { ${pattern} } WHERE { VALUES ?s { ${subjects.map(iriOf).join(' ')} } ${pattern} }`)
  }

  /** Empties a graph but for some predicates. */
  async clear(graph: string, { but }: { readonly but: readonly string[] }): Promise<void> {
    const pattern = `GRAPH ${iriOf(graph)} { ?s ?p ?o }`
    await this.update(`DELETE { ${pattern} } WHERE { ${pattern} FILTER(?p NOT IN (${but.map(iriOf).join(', ')})) }`)
  }

  async #send(method: 'PUT' | 'POST', url: string, lines: readonly string[]): Promise<void> {
    await this.endpoint.send({ method, url, headers: { 'content-type': this.addresses.triples }, body: lines.join('') })
  }
}

/** @throws Problem 'store' when nothing answers or it is not clear what, 'usage' when the address is none */
export async function openStore(to: string, { profile, ...options }: StoreOptions = {}): Promise<RemoteStore> {
  const address = storeAddress(to)
  const known = profile ?? await profileAt(address, options)
  if (!known) throw new Problem('store', `It is not clear which store answers at ${address}`, `Say it with --profile: ${profileNames.join(', ')}.`)
  return storeAt(known, address, options)
}

/** A store to ask only; one that nobody knows takes questions where it is said to be, as SPARQL's protocol has it. */
export async function openForQuestions(to: string, { profile, ...options }: StoreOptions = {}): Promise<RemoteStore> {
  const address = storeAddress(to)
  return storeAt(profile ?? await profileAt(address, options) ?? 'sparql', address, options)
}

function storeAt(profile: ProfileName | 'sparql', address: string, options: EndpointOptions): RemoteStore {
  const addresses = addressesOf(profile, address, options.credentials !== undefined)
  return new RemoteStore(profile, address, addresses, new Endpoint(address, { ...options, isAskedForPassword: addresses.isAskedForPassword }))
}

async function profileAt(address: string, options: EndpointOptions): Promise<ProfileName | undefined> {
  const any = Array.from({ length: 400 }, (_, at) => at + 200)
  const { headers } = await new Endpoint(address, options).send({ method: 'GET', url: `${address}?query=ASK%7B%7D`, alsoFine: any })
  return guessProfile(address, headers)
}

function insertion(graph: string, lines: readonly string[]): string {
  return `INSERT DATA { GRAPH ${iriOf(graph)} {\n${lines.join('')}} }`
}

/** "s p o ." of a graph → "s p o g .", many in a body. */
function* bodies(graphs: readonly WholeGraph[]): Generator<string> {
  let body = ''
  for (const { name, lines } of graphs) {
    const end = `${iriOf(name)} .\n`
    for (const line of lines) {
      body += line.slice(0, -2) + end
      if (body.length < LARGEST_BODY) continue
      yield body
      body = ''
    }
  }
  if (body !== '') yield body
}

function chunks(lines: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, at) => lines.slice(at * CHUNK, (at + 1) * CHUNK))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
