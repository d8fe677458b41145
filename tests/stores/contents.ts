/**
 * What a store holds, read by SPARQL, without the bookkeeping of pushes.
 * In: a store. Out: by graph its triples as sorted lines, in the forms that every store gives back alike.
 */
import { DataFactory } from 'n3'
import type { ResultTerm } from '../../src/store/query-result.js'
import { openStore, type RemoteStore } from '../../src/store/remote/store.js'
import { bookkeeping } from '../../src/store/remote/ledger.js'
import { triplesOf } from '../../src/store/remote/triples.js'
import type { RunningServer } from './servers.js'

export function storeOf({ to, profile, credentials }: RunningServer): Promise<RemoteStore> {
  return openStore(to, { profile, credentials, timeoutMs: 60_000 })
}

export async function contents(store: RemoteStore, base: string): Promise<Record<string, string[]>> {
  const graphs = new Map<string, string[]>()
  for (const { g } of await store.rows(`SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "${base}")) }`)) {
    if (!g) continue
    const rows = await store.rows(`SELECT ?s ?p ?o { GRAPH <${g.value}> { ?s ?p ?o } }`)
    const quads = rows.flatMap(({ s, p, o }) => (s && p && o && !bookkeeping.includes(p.value) ? [DataFactory.quad(DataFactory.namedNode(s.value), DataFactory.namedNode(p.value), termOf(o))] : []))
    if (quads.length > 0) graphs.set(g.value, triplesOf(quads))
  }
  return Object.fromEntries(graphs)
}

function termOf({ type, value, datatype, ...rest }: ResultTerm) {
  if (type === 'uri') return DataFactory.namedNode(value)
  if (type === 'bnode') return DataFactory.blankNode(value)
  const language = rest['xml:lang']
  if (language) return DataFactory.literal(value, language)
  return DataFactory.literal(plainNumber(value, datatype), datatype === undefined ? undefined : DataFactory.namedNode(datatype))
}

/** Virtuoso gives the boolean true as 1. */
function plainNumber(value: string, datatype = ''): string {
  return datatype.endsWith('#boolean') ? String(value === '1' || value === 'true') : value
}
