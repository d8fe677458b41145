/**
 * How the stores differ: where each takes questions, changes and whole graphs.
 * In: the name of a profile and the store's address. Out: its addresses:
 *   fuseki, http://localhost:3030/news → …/news/sparql, …/news/update, …/news/data?graph=<graph>
 * Left out: anything that SPARQL 1.1 does not say, but for how to ask over all named graphs at once.
 */
import { Problem } from '../../problem.js'

export const profileNames = ['fuseki', 'virtuoso', 'rdf4j', 'oxigraph', 'graphdb', 'qlever', 'blazegraph'] as const
export type ProfileName = (typeof profileNames)[number]

/** Profiles written after the stores' manuals, which no test runs against the store itself. */
export const untested: readonly ProfileName[] = ['graphdb', 'qlever', 'blazegraph']

export interface Addresses {
  readonly query: string
  readonly update: string
  /** The Graph Store Protocol's address of a graph; without it graphs go as SPARQL Update. */
  readonly graph?: (iri: string) => string
  /** Takes quads of many graphs at once, as N-Quads, and adds them to what is there. */
  readonly quads?: string
  /** Sent with every question, so that it is put to all named graphs at once. */
  readonly overAllGraphs: Readonly<Record<string, string>>
  /** The media type that triples are sent as. */
  readonly triples: 'application/n-triples' | 'text/turtle'
  /** Waits to be asked for a password, as digest must. */
  readonly isAskedForPassword: boolean
}

const usual: Pick<Addresses, 'overAllGraphs' | 'triples' | 'isAskedForPassword'> = { overAllGraphs: {}, triples: 'application/n-triples', isAskedForPassword: false }

/** @param to the store as the user names it: its data set, repository or root. @param isKnown whether we have a name and password */
export function addressesOf(profile: ProfileName | 'sparql', to: string, isKnown: boolean): Addresses {
  const root = withoutService(profile, to)
  switch (profile) {
    case 'fuseki': return {
      ...usual, query: `${root}/sparql`, update: `${root}/update`, graph: (iri) => `${root}/data?graph=${encodeURIComponent(iri)}`, quads: `${root}/data`,
      overAllGraphs: { 'default-graph-uri': 'urn:x-arq:UnionGraph' },
    }
    case 'oxigraph': return {
      ...usual, query: `${root}/query`, update: `${root}/update`, graph: (iri) => `${root}/store?graph=${encodeURIComponent(iri)}`, quads: `${root}/store`,
      overAllGraphs: { 'union-default-graph': '' },
    }
    // `/sparql` is for everybody and read-only, if it is there at all; the others ask who is there.
    case 'virtuoso': return {
      ...usual, query: `${root}/sparql${isKnown ? '-auth' : ''}`, update: `${root}/sparql-auth`, graph: (iri) => `${root}/sparql-graph-crud-auth?graph-uri=${encodeURIComponent(iri)}`,
      triples: 'text/turtle', isAskedForPassword: true,
    }
    case 'rdf4j': case 'graphdb': return {
      ...usual, query: root, update: `${root}/statements`, graph: (iri) => `${root}/rdf-graphs/service?graph=${encodeURIComponent(iri)}`, quads: `${root}/statements`,
    }
    case 'qlever': case 'blazegraph': case 'sparql': return { ...usual, query: root, update: root }
  }
}

/** People copy the address of a service as often as that of the store. */
const services: Readonly<Partial<Record<ProfileName | 'sparql', RegExp>>> = {
  fuseki: /\/(?:sparql|query|update|data|get)$/u,
  oxigraph: /\/(?:query|update|store)$/u,
  virtuoso: /\/(?:sparql|sparql-auth|sparql-graph-crud|sparql-graph-crud-auth)$/u,
  rdf4j: /\/(?:statements|rdf-graphs(?:\/service)?)$/u,
  graphdb: /\/(?:statements|rdf-graphs(?:\/service)?)$/u,
}

function withoutService(profile: ProfileName | 'sparql', to: string): string {
  const service = services[profile]
  return service ? to.replace(service, '') : to
}

/** The address of a store, checked. @throws Problem 'usage' when it is none or holds a password */
export function storeAddress(to: string): string {
  const url = URL.canParse(to) ? new URL(to) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Problem('usage', `${to} is no address of a store`, 'Write, for instance, http://localhost:3030/news.')
  }
  if (url.username || url.password) {
    throw new Problem('usage', 'The address of the store holds a name or password', 'Put them in NEWSGRAPH_STORE_USER and NEWSGRAPH_STORE_PASSWORD instead, where no list of processes shows them.')
  }
  if (url.search || url.hash) throw new Problem('usage', `The address of the store goes on after its path: ${to}`, 'Leave out what follows ? or #.')
  return url.href.replace(/\/+$/u, '')
}

/** Tells the store by its address or by what it says of itself. */
export function guessProfile(to: string, headers: Headers): ProfileName | undefined {
  const server = headers.get('server')?.toLowerCase() ?? ''
  if (headers.has('fuseki-request-id')) return 'fuseki'
  if (server.startsWith('oxigraph')) return 'oxigraph'
  if (server.startsWith('virtuoso')) return 'virtuoso'
  if (/\/repositories\/[^/]+/u.test(to)) return 'rdf4j'
  return /\/(?:blazegraph|bigdata)\//u.test(`${to}/`) ? 'blazegraph' : undefined
}
