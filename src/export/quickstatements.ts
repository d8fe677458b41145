/**
 * Statements for Wikidata, in the language of QuickStatements (version 1), with the article as their reference.
 * In: a Telling. Out: `Q3052772⇥P26⇥Q25935⇥S854⇥"https://…"⇥S1476⇥en:"Headline"⇥S577⇥+2022-07-07T00:00:00Z/11⇥S1683⇥en:"the words"`.
 *
 * Only relations that the article itself vouches for, between two things that are proven to be in Wikidata, of a property that Wikidata
 * has the
 * very like of (ontology/wikidata.sssom.tsv), from an article with an address: Wikidata wants to know where something stands. They are
 * proposals: whoever sends them has to look at each.
 */
import { readFile } from 'node:fs/promises'
import { namespaces } from '../map/vocab.js'
import { isFact, type Article, type RelationClaim, type Telling, type Thing } from './model.js'
import type { Chunks, Form } from './piece.js'
import { wikidataId } from './tables.js'

async function* file({ articles }: Telling): Chunks {
  const properties = await propertiesOfWikidata()
  const said = new Set<string>()
  for await (const { claims } of articles())
    for (const claim of claims) {
      const line = claim.kind === 'relation' && isFact(claim) ? lineOf(claim, properties) : undefined
      if (line !== undefined && !said.has(line)) yield line
      if (line !== undefined) said.add(line)
    }
}

export const quickstatements: Form = { file, ending: '.qs.tsv' }

const ALIGNMENT = new URL('../../ontology/wikidata.sssom.tsv', import.meta.url)
/** An alignment that is less sure is no ground to tell others of. */
const SURE = 0.85

/** IRIs of our properties → "P26". */
async function propertiesOfWikidata(): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(ALIGNMENT, 'utf8'))
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map((line) => line.split('\t'))
  return new Map(
    lines.flatMap(([ours = '', , how, theirs = '', , , sure]) => {
      const [, name] = /^ng:(\w+)$/u.exec(ours) ?? [],
        [, property] = /^wdt:(P\d+)$/u.exec(theirs) ?? []
      return name !== undefined && property !== undefined && how === 'owl:equivalentProperty' && Number(sure) >= SURE
        ? [[namespaces.ng + name, property] as const]
        : []
    }),
  )
}

function lineOf(
  { subject, property, object, article, places }: RelationClaim,
  properties: ReadonlyMap<string, string>,
): string | undefined {
  const from = inWikidata(subject),
    to = inWikidata(object),
    term = properties.get(property)
  if (from === undefined || to === undefined || term === undefined || article.url === undefined || !/^https?:\/\//u.test(article.url))
    return undefined
  const quote = places.map(({ exact }) => exact).join(' … ')
  const words = quote === '' ? [] : ['S1683', monolingual(article, quote)]
  return `${[from, term, to, ...referenceTo(article, article.url), ...words].join('\t')}\n`
}

function inWikidata({ sameAs }: Thing): string | undefined {
  return sameAs.map(wikidataId).find((id) => id !== undefined)
}

/** Reference URL, title, publication date. */
function referenceTo(article: Article, url: string): string[] {
  const [, day] = /^(\d{4}-\d{2}-\d{2})/u.exec(article.date ?? '') ?? []
  return [
    'S854',
    `"${oneCell(url).replaceAll('"', '%22').replaceAll(' ', '%20')}"`,
    'S1476',
    monolingual(article, article.headline ?? article.label),
    ...(day === undefined ? [] : ['S577', `+${day}T00:00:00Z/11`]),
  ]
}

/** Texts of Wikidata have at most 1,500 characters. */
const MOST = 1_500

function monolingual({ language = 'en' }: Article, words: string): string {
  const text = oneCell(words)
  const tag = /^[a-z]{2,3}(?:-[a-z]{2,8})?$/iu.test(language) ? language.toLowerCase() : 'en'
  return `${tag}:"${text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text}"`
}

/** Neither a tab, which ends a value, nor a line break or `||`, which end a command, nor a quotation mark, nor a comment. */
function oneCell(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll('"', '”')
    .replace(/\|/gu, '¦')
    .replace(/\/\*|\*\//gu, '/ *')
    .trim()
}
