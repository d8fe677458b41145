/**
 * Things from a dump of Wikidata in JSON: one entity a line, in one array.
 * In: the lines. Out: a row for each item that news may speak of: what English Wikipedia has an article on, or what is of one of some classes.
 * `{"type":"item","id":"Q58217","labels":{"en":{"value":"Sergey Lavrov"}},…},` → Sergey Lavrov, a person, born 1950, Minister of Foreign Affairs.
 * Classes and offices are named as far as the dump was seen to name them: none of the labels of other items is looked up. Lines that are no JSON are passed
 * over where they are few; not handled: subclasses of subclasses, lexemes, properties.
 */
import type { EntryKind, Situation } from '../link/entry.js'
import { Problem } from '../problem.js'
import type { Row } from './rows.js'

/** Classes by id that tell what a thing is; what is of none of them is kept for its article, its kind unknown. */
const CLASSES: Readonly<Record<string, EntryKind>> = Object.fromEntries(([
  ['person', 'Q5'],
  ['organization', 'Q43229 Q4830453 Q7278 Q484652 Q327333 Q783794 Q6881511 Q11032 Q1193236 Q1002697 Q41298 Q847017 Q476028 Q15944511 Q3918 Q875538 Q31855 Q163740 Q79913 Q891723 Q192283 Q11033 Q1110794 Q15265344 Q1616075 Q1331793 Q35127 Q192350 Q35749 Q7188 Q2659904 Q4671277 Q22687 Q176799 Q15911314 Q2085381 Q161726 Q245065 Q2920921'],
  ['place', 'Q6256 Q3336843 Q3624078 Q7275 Q515 Q1549591 Q3957 Q532 Q1093829 Q486972 Q5119 Q35657 Q10864048 Q82794 Q23442 Q4022 Q8502 Q23397 Q1248784 Q41176 Q34442 Q5107 Q15284 Q484170 Q123705 Q747074 Q618123 Q2221906 Q56061 Q200250 Q1637706 Q133442'],
  ['work', 'Q11424 Q571 Q7725634 Q5398426 Q482994 Q7889 Q2431196 Q215380 Q105543609 Q47461344 Q3305213 Q7366'],
  ['event', 'Q1190554 Q1656682 Q198 Q178561 Q40231 Q27020041 Q18608583 Q16510064 Q132241 Q124734 Q8065'],
] as const).flatMap(([kind, ids]) => ids.split(' ').map((id) => [id, kind])))

/** Lines in a row, and all in all, that are no JSON before it is no dump. */
const MOST_BROKEN = 1000

export async function* wikidataRows(lines: AsyncIterable<string>, path: string): AsyncGenerator<Row> {
  let broken = 0, whole = 0
  for await (const line of lines) {
    const text = line.endsWith(',') ? line.slice(0, -1) : line
    if (text === '[' || text === ']' || text === '') continue
    // Reading JSON is ten times as slow as looking for words: of a hundred items, ninety have neither.
    if (whole + broken > 100 && !text.includes('"enwiki"') && !/"numeric-id":(?:5|43229|515|6256|4830453)\b/u.test(text)) continue
    const item = parsed(text)
    if (!item) broken += 1
    else whole += 1
    if (broken > MOST_BROKEN || broken > 20 && whole === 0) throw new Problem('input', `${path} is no dump of Wikidata in JSON: ${broken} of its lines cannot be read`, 'Give a file such as latest-all.json.gz from dumps.wikimedia.org.')
    for (const one of item ?? []) {
      const row = rowOf(one)
      if (row) yield row
    }
  }
  if (whole === 0) throw new Problem('input', `There is no item of Wikidata in ${path}`, 'Give a file such as latest-all.json.gz from dumps.wikimedia.org, or the JSON of an item.')
}

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

function rowOf(item: Json): Row | undefined {
  const id = typeof item['id'] === 'string' && /^Q\d+$/u.test(item['id']) ? item['id'] : undefined
  const label = wordsIn(item['labels'], 'en')[0] ?? wordsIn(item['labels'], 'mul')[0] ?? wordsIn(item['labels'], 'en-gb')[0]
  if (id === undefined || label === undefined) return undefined
  const links = isJson(item['sitelinks']) ? item['sitelinks'] : {}
  const title = isJson(links['enwiki']) && typeof links['enwiki']['title'] === 'string' ? links['enwiki']['title'].replaceAll(' ', '_') : ''
  const classes = [...itemsIn(item, 'P31'), ...itemsIn(item, 'P279')]
  const kind = classes.map((each) => CLASSES[each]).find((each) => each !== undefined)
  if (title === '' && kind === undefined) return undefined
  const from = yearIn(item, 'P569') ?? yearIn(item, 'P571'), to = yearIn(item, 'P570') ?? yearIn(item, 'P576')
  const situation = situationOf(item, classes)
  return {
    id, label, title, kind: kind ?? 'unknown', geonames: textIn(item, 'P1566'),
    aliases: [...wordsIn(item['aliases'], 'en'), ...wordsIn(item['aliases'], 'mul')],
    prior: Math.round(Math.log2(1 + Object.keys(links).length) * 10) / 10,
    domain: textIn(item, 'P856').replace(/^https?:\/\/(?:www\.)?|\/.*$/gu, ''),
    facts: contentWords(wordsIn(item['descriptions'], 'en')[0] ?? ''), sources: ['wikidata', ...(title === '' ? [] : ['wikipedia'])],
    ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(situation && { situation }),
  }
}

/** "French politician (born 1950)" → French, politician: words, no sentence. */
function contentWords(description: string): string[] {
  return [...new Set(description.match(/[\p{L}\p{M}'’-]{4,}/gu) ?? [])].filter((word) => !/^(from|with|that|this|born|died|also|which|who|whose|between|since|into|over)$/iu.test(word))
}

function wordsIn(terms: unknown, language: string): string[] {
  const found = isJson(terms) ? terms[language] : undefined
  return (Array.isArray(found) ? found : [found]).flatMap((term: unknown) => isJson(term) && typeof term['value'] === 'string' && term['value'].trim() !== '' ? [term['value'].replace(/[\t\n|]+/gu, ' ').trim()] : [])
}

/** What the best claims of a property say. */
function valuesIn(item: Json, property: string): unknown[] {
  const all = isJson(item['claims']) && Array.isArray(item['claims'][property]) ? (item['claims'][property] as unknown[]).filter(isJson) : []
  const preferred = all.filter((claim) => claim['rank'] === 'preferred'), usual = all.filter((claim) => claim['rank'] !== 'deprecated')
  return (preferred.length > 0 ? preferred : usual).flatMap(({ mainsnak }) => isJson(mainsnak) && isJson(mainsnak['datavalue']) ? [mainsnak['datavalue']['value']] : [])
}

function itemsIn(item: Json, property: string): string[] {
  return valuesIn(item, property).flatMap((value) => isJson(value) ? [typeof value['id'] === 'string' ? value['id'] : `Q${String(value['numeric-id'])}`] : [])
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
  if (!isState && !classes.some((id) => CLASSES[id] === 'place')) return undefined
  const hundredths = (degrees: number): number => Math.round(degrees * 100) / 100
  return {
    feature: isState ? 'A.PCLI' : classes.some((id) => ['Q10864048', 'Q35657', 'Q82794'].includes(id)) ? 'A.ADM1' : 'P.PPL', country: textIn(item, 'P297'), region: '',
    inhabitants: isJson(people) && typeof people['amount'] === 'string' ? Math.round(Number(people['amount'])) || 0 : 0, lat: hundredths(at['latitude']), long: hundredths(at['longitude']),
  }
}
