/**
 * Things from RDF: the files of DBpedia, or any N-Triples and Turtle of things that have labels.
 * In: lines, `<http://dbpedia.org/resource/Sergey_Lavrov> <http://www.w3.org/2002/07/owl#sameAs> <http://www.wikidata.org/entity/Q58217> .` Out: what they say of
 * labels and other names, redirects, disambiguations, types, years, sites, offices and countries, and which ids are one.
 * DBpedia's files named .ttl are N-Triples, and not all of their lines are whole: those are passed over. Turtle with prefixes is read as a whole.
 * Not handled: coordinates, for which GeoNames is better; graphs whose things have no id of Wikidata, GeoNames or DBpedia.
 */
import { EventEmitter } from 'node:events'
import { Parser, type Quad } from 'n3'
import { Problem } from '../problem.js'
import type { Reader } from './reader.js'
import { rowStatement, type Said, type Statement } from './statements.js'

interface Triple {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  /** Of a text; undefined for an IRI. */
  readonly language?: string
}

const MOST_BROKEN = 0.2

export function triplesReader(path: string): Reader {
  let read: ((line: string) => readonly Triple[]) | undefined, broken = 0, count = 0
  return {
    read: (bytes) => {
      const line = bytes.toString(), isNothing = /^\s*(?:#|$)/u.test(line)
      if (isNothing && (read === undefined || read === simple)) return []
      read ??= tripleOf(line) ? simple : whole(path)
      const triples = read(line)
      count += 1
      if (triples.length === 0 && read === simple) broken += 1
      if (broken > 100 && broken > MOST_BROKEN * count) throw new Problem('input', `${path} is neither N-Triples nor Turtle: ${broken} of ${count} lines cannot be read`, 'Check what it is; fetch it again if it came over the net.')
      return triples.flatMap(statementsOf)
    },
    // What came before tells how a line of Turtle is to be read.
    isHead: () => read !== simple,
    broken: () => broken,
    end: () => {
      if (count === 0) throw new Problem('input', `There are no triples in ${path}`, 'Give a file of DBpedia, or other N-Triples or Turtle.')
      return []
    },
  }
}

const simple = (line: string): readonly Triple[] => {
  const triple = tripleOf(line)
  return triple ? [triple] : []
}

/** A line of N-Triples. */
function tripleOf(line: string): Triple | undefined {
  const [, subject = '', predicate = '', iri, text, language = ''] = /^<([^<>\s]+)>\s+<([^<>\s]+)>\s+(?:<([^<>\s]+)>|"((?:[^"\\]|\\.)*)"(?:@([A-Za-z-]+)|\^\^<[^<>\s]+>)?)\s*(?:<[^<>\s]+>\s*)?\.\s*$/u.exec(line) ?? []
  if (iri !== undefined) return { subject, predicate, object: iri }
  return text === undefined ? undefined : { subject, predicate, object: unescaped(text), language }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gu, (_, four: string, eight: string, one: string) => {
    const code = Number.parseInt(four || eight, 16)
    return Number.isNaN(code) ? escapes[one] ?? one : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }) : text
}

/** Turtle: a line may be the middle of something. */
function whole(path: string): (line: string) => readonly Triple[] {
  const lines = new EventEmitter(), found: Triple[] = []
  new Parser({ format: 'text/turtle' }).parse(lines as never, (error: Error | null, quad: Quad | null) => {
    if (error) throw new Problem('input', `${path} is no Turtle: ${error.message.replace(/\s+/gu, ' ').slice(0, 200)}`, 'Mend it, or give N-Triples.', { cause: error })
    if (quad) found.push(tripleFrom(quad))
  })
  return (line) => {
    lines.emit('data', `${line}\n`)
    return found.splice(0)
  }
}

function tripleFrom({ subject, predicate, object }: Quad): Triple {
  return { subject: subject.value, predicate: predicate.value, object: object.value, ...(object.termType === 'Literal' && { language: object.language }) }
}

const RDFS = 'http://www.w3.org/2000/01/rdf-schema#', SKOS = 'http://www.w3.org/2004/02/skos/core#', OWL = 'http://www.w3.org/2002/07/owl#'
const DBO = 'http://dbpedia.org/ontology/', FOAF = 'http://xmlns.com/foaf/0.1/', SCHEMA = 'http://schema.org/'
const LABELS = new Set([`${RDFS}label`, `${SKOS}prefLabel`])
const NAMES = new Set([`${SKOS}altLabel`, `${FOAF}name`, `${FOAF}nick`, `${SCHEMA}name`, `${SCHEMA}alternateName`, `${DBO}alias`, `${DBO}longName`, `${DBO}abbreviation`])
const FROM = new Set(['birthDate', 'birthYear', 'foundingDate', 'foundingYear', 'formationDate', 'formationYear'].map((name) => DBO + name))
const TO = new Set(['deathDate', 'deathYear', 'dissolutionDate', 'dissolutionYear', 'extinctionDate', 'extinctionYear'].map((name) => DBO + name))
const FACTS = new Set(['country', 'nationality', 'office', 'occupation', 'party', 'employer', 'industry', 'sport', 'headquarter', 'locationCountry', 'profession'].map((name) => DBO + name))

function statementsOf({ subject, predicate, object, language }: Triple): Statement[] {
  if (predicate === `${RDFS}subClassOf`) return [{ key: subject, sort: 'sub', text: object }]
  const key = keyOfIri(subject)
  if (key === undefined) return []
  if (language !== undefined) return language === '' || /^(?:en|mul)\b/iu.test(language) ? saidIn(predicate, object.replace(/[\s|]+/gu, ' ').trim()).map((said) => rowStatement(withKey(said, key), key)) : []
  const other = keyOfIri(object)
  switch (predicate) {
    case `${DBO}wikiPageRedirects`: return other === undefined ? [] : [{ key, sort: 'goes', text: other }]
    // What tells namesakes apart is none of them, and its name is one of theirs.
    case `${DBO}wikiPageDisambiguates`: return other === undefined ? [] : [{ key, sort: 'goes', text: '' }, rowStatement({ aliases: [wordsOfTitle(key)], isBare: true }, other)]
    case `${OWL}sameAs`: case `${SKOS}exactMatch`: return other === undefined || other === key ? [] : sameAs(key, other)
    case 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type': return typed(key, object)
    case `${FOAF}homepage`: case `${SCHEMA}url`: return [rowStatement({ isBare: true, domain: object.replace(/^https?:\/\/(?:www\.)?|\/.*$/gu, '') }, key)]
    default: return FACTS.has(predicate) && other !== undefined ? [rowStatement({ isBare: true, facts: [wordsOfTitle(other)] }, key)] : []
  }
}

/** A label names a thing; a source that labels it knows it. */
function saidIn(predicate: string, text: string): Said[] {
  if (text === '') return []
  if (LABELS.has(predicate)) return [{ label: text, sources: ['dbpedia'] }]
  if (NAMES.has(predicate)) return [{ aliases: [text] }]
  const year = /^-?\d{4}/u.exec(text)?.[0]
  return year === undefined ? [] : FROM.has(predicate) ? [{ from: Number(year) }] : TO.has(predicate) ? [{ to: Number(year) }] : []
}

function withKey(said: Said, key: string): Said {
  const ids: Said = key.startsWith('Q') ? { id: key } : key.startsWith('title/') ? { title: key.slice(6) } : { geonames: key.slice(9) }
  return { ...said, ...ids, isBare: true }
}

/** From what is told less to what is known by an id. */
function sameAs(a: string, b: string): Statement[] {
  const [key = '', text = ''] = [a, b].toSorted((one, other) => rankOf(one) - rankOf(other))
  return rankOf(key) === rankOf(text) ? [] : [{ key, sort: 'is', text }]
}

const rankOf = (key: string): number => key.startsWith('Q') ? 2 : key.startsWith('geonames/') ? 1 : 0

/** A class tells a kind, and a word: "Politician". */
function typed(key: string, type: string): Statement[] {
  if (!/^https?:\/\/(?:dbpedia\.org\/ontology|schema\.org|xmlns\.com\/foaf\/0\.1)\/[A-Z]/u.test(type)) return []
  const word = type.slice(type.lastIndexOf('/') + 1).replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').toLowerCase()
  return [rowStatement({ isBare: true, classes: [type.replace(FOAF, SCHEMA)], ...(!/^(?:person|agent|place|thing|organi[sz]ation|work|creative work|event)$/u.test(word) && { facts: [word] }) }, key)]
}

/** `http://dbpedia.org/resource/Sergey_Lavrov` → `title/Sergey_Lavrov`; ids of Wikidata and GeoNames. */
function keyOfIri(iri: string): string | undefined {
  const title = /^https?:\/\/(?:dbpedia\.org\/resource|en\.wikipedia\.org\/wiki)\/(.+)$/u.exec(iri)?.[1]
  if (title !== undefined) return `title/${decoded(title)}`
  const id = /^https?:\/\/(?:www\.)?wikidata\.(?:org\/(?:entity|wiki)|dbpedia\.org\/resource)\/(Q[1-9]\d*)$/u.exec(iri)?.[1]
  const geonames = /^https?:\/\/sws\.geonames\.org\/(\d+)\/?/u.exec(iri)?.[1]
  return id ?? (geonames === undefined ? undefined : `geonames/${geonames}`)
}

function decoded(title: string): string {
  try {
    return decodeURIComponent(title).replace(/[\s|]+/gu, '_')
  } catch {
    return title
  }
}

/** `title/Paris_(disambiguation)` → "Paris". */
export function wordsOfTitle(key: string): string {
  return key.replace(/^title\//u, '').replace(/_\([^)]*\)$/u, '').replaceAll('_', ' ')
}
