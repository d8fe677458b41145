/**
 * Things from a dump of Wikidata in JSON: one entity a line, in one array or as NDJSON.
 * In: the lines. Out: a row for each item that news may speak of: what English Wikipedia has an article on, or what is of one of some classes;
 * of classes, what they belong to; and of what countries, offices, parties an item names, that their labels are wanted:
 * `{"type":"item","id":"Q58217","labels":{"en":{"value":"Sergey Lavrov"}},…},` → Sergey Lavrov, a person, born 1950, Minister of Foreign Affairs.
 * Lines that are no JSON are passed over where they are few; not handled: lexemes, properties.
 */
import type { Situation } from '../link/entry.js'
import { Problem } from '../problem.js'
import { kindOfRoot } from './classes.js'
import type { Reader } from './reader.js'
import { rowStatement, type Statement } from './statements.js'

/** Lines that are no JSON before it is no dump. */
const MOST_BROKEN = 1000
/** Lines that are read whatever they say, to see that it is a dump. */
const SURELY_READ = 100

export function wikidataReader(path: string): Reader {
  let broken = 0, whole = 0, isCompact = true
  // An entity that is written over many lines is read when its last brace is there.
  let open: string | undefined
  const read = (text: string): Json[] | undefined => {
    const items = parsed(text)
    if (items) whole += items.length
    else broken += 1
    if (broken > MOST_BROKEN || broken > 20 && whole === 0) throw noDump(path, `${broken} of its lines cannot be read`)
    return items
  }
  return {
    read: (line) => {
      if (isCompact && whole + broken > SURELY_READ && !isWorthReading(line)) return []
      const trimmed = line.toString().trim(), text = trimmed.replace(/,$/u, '')
      if (open === undefined && whole === 0 && text === '{') open = ''
      if (open !== undefined) {
        open += trimmed
        return []
      }
      if (text === '[' || text === ']' || text === '') return []
      if (/^\{"\w+": /u.test(text)) isCompact = false
      return (read(text) ?? []).flatMap(statementsOf)
    },
    // The first lines again: after them the rest is looked at as it was.
    isHead: () => whole + broken <= SURELY_READ,
    end: () => {
      const rest = open === undefined || open === '' ? [] : read(open) ?? []
      if (whole === 0) throw noDump(path, 'there is no item in it')
      return rest.flatMap(statementsOf)
    },
    broken: () => broken,
  }
}

function noDump(path: string, why: string): Problem {
  return new Problem('input', `${path} is no dump of Wikidata in JSON: ${why}`, 'Give a file such as latest-all.json.gz from dumps.wikimedia.org, or items a line each.')
}

/** Reading JSON is ten times as slow as looking for words, and of a hundred items ninety have none of these. */
function isWorthReading(line: Buffer): boolean {
  return WORDS.test(line.toString('latin1'))
}

/** Classes of which things are kept that Wikipedia has no article on: people, organisations, companies, towns, countries. */
const KEPT = ['Q5', 'Q43229', 'Q4830453', 'Q515', 'Q6256']
/** One expression over bytes as letters goes through a gigabyte in a second, five times as fast as word by word. */
const WORDS = new RegExp(`"enwiki"|"P279"|"id":"(?:${KEPT.join('|')})"`, 'u')

type Json = Readonly<Record<string, unknown>>

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An item of a line; or those of what Special:EntityData and the API answer. */
function parsed(text: string): Json[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value.filter(isJson)
    if (!isJson(value)) return undefined
    return isJson(value['entities']) ? Object.values(value['entities']).filter(isJson) : [value]
  } catch {
    return undefined
  }
}

/** What an item names of which the label is a fact, in this order: country, office, occupation, party, employer, seat, sport; of others than people their class. */
const FACTS = ['P27', 'P17', 'P39', 'P106', 'P102', 'P108', 'P131', 'P159', 'P641', 'P31']
/** Of each property. */
const MOST_OF_ONE = 4

function statementsOf(item: Json): Statement[] {
  const id = typeof item['id'] === 'string' && /^Q[1-9]\d*$/u.test(item['id']) ? item['id'] : undefined
  const label = wordsIn(item['labels'], 'en')[0] ?? wordsIn(item['labels'], 'mul')[0] ?? wordsIn(item['labels'], 'en-gb')[0]
  if (id === undefined || label === undefined) return []
  const classes = itemsIn(item, 'P31'), kind = classes.map(kindOfRoot).find((each) => each !== undefined)
  const links = isJson(item['sitelinks']) ? item['sitelinks'] : {}
  const title = isJson(links['enwiki']) && typeof links['enwiki']['title'] === 'string' ? links['enwiki']['title'].replace(/\s+/gu, '_') : ''
  const above = itemsIn(item, 'P279')
  if (title === '' && above.length === 0 && !classes.some((one) => KEPT.includes(one))) return []
  const from = yearIn(item, 'P569') ?? yearIn(item, 'P571'), to = yearIn(item, 'P570') ?? yearIn(item, 'P576')
  const situation = situationOf(item, classes)
  const row = rowStatement({
    id, label, title, ...(kind && { kind }), geonames: textIn(item, 'P1566'),
    aliases: [...wordsIn(item['aliases'], 'en'), ...wordsIn(item['aliases'], 'mul'), ...wordsOf(item, 'P1813')],
    prior: Math.round(Math.log2(1 + Object.keys(links).length) * 10) / 10,
    domain: textIn(item, 'P856').replace(/^https?:\/\/(?:www\.)?|\/.*$/gu, ''),
    facts: contentWords(wordsIn(item['descriptions'], 'en')[0] ?? ''), sources: ['wikidata', ...(title === '' ? [] : ['wikipedia'])],
    ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(situation && { situation }),
    ...(kind === undefined && { classes }), ...(title === '' && kind === undefined && { isBare: true }),
  }, id)
  const wanted = FACTS.flatMap((property, at) => itemsIn(item, property).slice(0, MOST_OF_ONE).filter((one) => one !== 'Q5' && one !== id).map((key): Statement => ({ key, sort: 'wanted', text: `${id} ${at}` })))
  const isKept = title !== '' || kind !== undefined || classes.length > 0
  return [row, ...above.map((text): Statement => ({ key: id, sort: 'sub', text })), ...(isKept ? wanted : [])]
}

/** "French politician (born 1950)" → French, politician: words, no sentence. */
function contentWords(description: string): string[] {
  return [...new Set(description.match(/[\p{L}\p{M}'’-]{4,}/gu) ?? [])].filter((word) => !/^(from|with|that|this|born|died|also|which|who|whose|between|since|into|over)$/iu.test(word))
}

function wordsIn(terms: unknown, language: string): string[] {
  const found = isJson(terms) ? terms[language] : undefined
  return (Array.isArray(found) ? found : [found]).flatMap((term: unknown) => isJson(term) && typeof term['value'] === 'string' ? clean(term['value']) : [])
}

/** English texts of a property: short names. */
function wordsOf(item: Json, property: string): string[] {
  return valuesIn(item, property).flatMap((value) => isJson(value) && (value['language'] === 'en' || value['language'] === 'mul') && typeof value['text'] === 'string' ? clean(value['text']) : [])
}

function clean(text: string): string[] {
  const words = text.replace(/[\s|]+/gu, ' ').trim()
  return words === '' ? [] : [words]
}

/** What the best claims of a property say. */
function valuesIn(item: Json, property: string): unknown[] {
  const all = isJson(item['claims']) && Array.isArray(item['claims'][property]) ? (item['claims'][property] as unknown[]).filter(isJson) : []
  const preferred = all.filter((claim) => claim['rank'] === 'preferred'), usual = all.filter((claim) => claim['rank'] !== 'deprecated')
  return (preferred.length > 0 ? preferred : usual).flatMap(({ mainsnak }) => isJson(mainsnak) && isJson(mainsnak['datavalue']) ? [mainsnak['datavalue']['value']] : [])
}

function itemsIn(item: Json, property: string): string[] {
  const ids = valuesIn(item, property).flatMap((value) => isJson(value) ? [typeof value['id'] === 'string' ? value['id'] : `Q${String(value['numeric-id'])}`] : [])
  return ids.filter((id) => /^Q[1-9]\d*$/u.test(id))
}

function textIn(item: Json, property: string): string {
  return valuesIn(item, property).find((value) => typeof value === 'string') as string | undefined ?? ''
}

function yearIn(item: Json, property: string): number | undefined {
  const [value] = valuesIn(item, property)
  const [, year] = isJson(value) && typeof value['time'] === 'string' ? /^([+-]\d{1,6})-/u.exec(value['time']) ?? [] : []
  return year === undefined ? undefined : Number(year)
}

function situationOf(item: Json, classes: readonly string[]): Situation | undefined {
  const [at] = valuesIn(item, 'P625'), [people] = valuesIn(item, 'P1082')
  if (!isJson(at) || typeof at['latitude'] !== 'number' || typeof at['longitude'] !== 'number') return undefined
  const isState = classes.includes('Q6256') || classes.includes('Q3624078')
  if (!isState && !classes.some((id) => kindOfRoot(id) === 'place')) return undefined
  const hundredths = (degrees: number): number => Math.round(degrees * 100) / 100
  return {
    feature: isState ? 'A.PCLI' : classes.some((id) => ['Q10864048', 'Q35657', 'Q82794'].includes(id)) ? 'A.ADM1' : 'P.PPL', country: textIn(item, 'P297'), region: '',
    inhabitants: isJson(people) && typeof people['amount'] === 'string' ? Math.round(Number(people['amount'])) || 0 : 0, lat: hundredths(at['latitude']), long: hundredths(at['longitude']),
  }
}
