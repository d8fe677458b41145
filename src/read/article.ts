/**
 * The last step of reading, the same for every format.
 *
 *   in:  a Draft – " date 2022-07-07 Russia on Wednesday slammed …" with its blocks – and what the caller knows
 *   out: a Reading with its hash and id, or a Problem: nothing to read, too long, not English
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Block, Note, Reading } from '../model.js'
import { Problem } from '../problem.js'
import { dateInName } from './dates.js'
import type { Format } from './formats.js'
import { articleId } from './identity.js'
import { entriesOf } from './entries.js'
import { kindsOf } from './kinds.js'
import { languageOf } from './language.js'

/** An article may have this many UTF-16 units: about 160,000 words, a thick book. */
export const LONGEST_ARTICLE = 1_000_000

/** What the reader of a format found; the rest of a Reading follows from it. */
export type Draft = Omit<Reading, 'id' | 'source' | 'textSha256' | 'language'> & {
  /** As the page or file declares it. */
  readonly declaredLanguage?: string
}

/** What the caller knows better than the file. */
export interface ReadOptions {
  /** Publication date, ISO 8601; goes before whatever the file says. */
  readonly date?: string
  /** BCP 47 language of the text; the check for English is left out. */
  readonly language?: string
  /** The form of every input, in place of what its name and text tell. */
  readonly inputFormat?: Format
  readonly hints?: Hints
}

/** What is known about a page from the feed that led to it: it stands where the page itself says nothing. */
export interface Hints {
  readonly title?: string
  /** As the feed writes it. */
  readonly date?: string
  readonly authors?: readonly string[]
  readonly publisher?: string
  /** Where the page was found. A page may name another address as its own only within its site. */
  readonly url?: string
}

/** Where an article was read, and how to name it in a Problem: "news.jsonl", "news.jsonl, line 3". */
interface Origin { readonly source: string; readonly place: string }

export async function finish(raw: Draft, { source, place }: Origin, options: ReadOptions): Promise<Reading> {
  const draft = withWebAddresses(raw)
  const { declaredLanguage, notes, datelinePlace, ...found } = draft
  refuseTooLong(found.text, place)
  const words = found.blocks.filter((block) => /\p{L}/u.test(found.text.slice(block.start, block.end)))
  if (words.length === 0) {
    throw new Problem('input', `No article text was found in ${place}`, 'Check that it holds an article in plain words.')
  }
  const { language, note } = await languageOf(wordsOf(found.text, found.blocks), place, options.language ?? declaredLanguage, options.language !== undefined)
  const textSha256 = bytesToHex(sha256(utf8ToBytes(found.text)))
  const dated = dateOf(found, source, options)
  const kinds = kindsOf(found.text, found.blocks)
  return {
    ...found,
    ...(kinds.some(({ code }) => code === 'live-blog') ? { blocks: entriesOf(found.text, found.blocks, dated.date) } : {}),
    ...dated,
    ...(datelinePlace && !isOwnName(draft) ? { datelinePlace } : {}),
    id: articleId(found.url, textSha256),
    source,
    textSha256,
    language,
    notes: [...notes, ...damageIn(found.text), ...kinds, ...(note ? [note] : []), ...(dated.date ? [] : [UNDATED])],
  }
}

/** What a page, a feed or a record calls an address may be "javascript:alert(1)": of the article and its outlet only those of the web are kept. */
function withWebAddresses({ url, publisher, ...rest }: Draft): Draft {
  const named = publisher && !isWebAddress(publisher.url) ? { name: publisher.name, ...(publisher.span ? { span: publisher.span } : {}) } : publisher
  return { ...rest, ...(url !== undefined && isWebAddress(url) ? { url } : {}), ...(named ? { publisher: named } : {}) }
}

function isWebAddress(address: string | undefined): boolean {
  return address !== undefined && /^https?:\/\/[^\s<>"{}|\\^`]+$/iu.test(address) && URL.canParse(address)
}

/** Some outlets put their own name where the place stands: "ECHO - Russia slammed …". */
function isOwnName({ datelinePlace, publisher, url }: Omit<Draft, 'notes'>): boolean {
  const squeezed = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const own = [publisher?.name, ...(url && URL.canParse(url) ? new URL(url).hostname.split('.') : [])].map((name) => squeezed(name ?? ''))
  return datelinePlace !== undefined && own.includes(squeezed(datelinePlace.name))
}

const UNDATED: Note = {
  code: 'no-date',
  message: 'The article has no date; words such as “on Wednesday” stay unresolved unless a date is given.',
}

/** What no repair can bring back. */
function damageIn(text: string): Note[] {
  const lost = text.match(/\ufffd/g)?.length ?? 0
  return lost === 0 ? [] : [{ code: 'charset-lost', message: `${lost} ${lost === 1 ? 'character is' : 'characters are'} lost and ${lost === 1 ? 'stands' : 'stand'} as “�”.` }]
}

function dateOf(found: Pick<Draft, 'date' | 'dateFrom'>, source: string, options: ReadOptions): Pick<Reading, 'date' | 'dateFrom'> {
  if (options.date !== undefined) return { date: options.date, dateFrom: 'option' }
  if (found.date !== undefined) return { date: found.date, ...(found.dateFrom ? { dateFrom: found.dateFrom } : {}) }
  const named = dateInName(source)
  return named ? { date: named, dateFrom: 'file' } : {}
}

function wordsOf(text: string, blocks: readonly Block[]): string {
  return blocks.map((block) => text.slice(block.start, block.end)).join('\n').slice(0, 20_000)
}

/** Called as soon as the text is there, for what comes after takes time. */
export function refuseTooLong(text: string, place: string): void {
  if (text.length <= LONGEST_ARTICLE) return
  throw new Problem(
    'input',
    `${place} is too long for one article: ${text.length.toLocaleString('en')} characters, the limit is ${LONGEST_ARTICLE.toLocaleString('en')}`,
    'Split it into one file per article, or into JSONL with one article a line.',
  )
}
