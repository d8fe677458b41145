/**
 * ECB+ documents: their words made into text again, and the people and organisations that are the same across documents.
 * In: a split. Out: documents by topic ("34": two happenings of one kind), each with the places of a chain's mentions in UTF-16 units.
 */
import { type Part, records } from './corpora.js'
import type { StoryDocument } from './stories.js'

interface EcbRecord {
  id: string
  topic: string
  subtopic: string
  tokens: string[]
  sentence: number[]
  mentions: { type: string; tokens: number[]; chain: string | null; scope?: string }[]
}

/** Countries as actors and people who stand for bodies are left out: the graph has other nodes for them. */
const KINDS = /^HUMAN_PART_(?:PER|ORG)$/

export function ecbDocuments(part: Part): StoryDocument[] {
  return records<EcbRecord>(part, `ecbplus/${part.split === 'dev' ? 'dev' : 'train'}.jsonl.gz`).map(documentOf)
}

function documentOf(record: EcbRecord): StoryDocument {
  const { text, places } = written(record)
  const found = record.mentions.flatMap(({ type, tokens: at, chain, scope }) => {
    const [first, last] = [places[at[0] ?? 0], places[at.at(-1) ?? 0]]
    const isWanted = chain && scope === 'cross' && KINDS.test(type) && first && last && last.end > 0
    return isWanted ? [{ start: first.start, end: last.end, thing: chain }] : []
  })
  return { id: record.id, story: record.topic, text, mentions: found }
}

/** What a document's text is made of. */
interface Words { readonly subtopic: string; readonly tokens: readonly string[]; readonly sentence: readonly number[] }

interface Written { readonly text: string; readonly places: readonly { readonly start: number; readonly end: number }[] }

/**
 * The words as a text, a sentence a line, and where each word lies in it; `isJoined` tells of further words that follow without a space.
 * The address that most later documents begin with is no sentence of news: its words lie at 0.
 */
export function written({ subtopic, tokens, sentence }: Words, isJoined: (at: number) => boolean = () => false): Written {
  const isAddress = subtopic.endsWith('plus') && /^(?:https?|www)/u.test(tokens[0] ?? '')
  const places: { start: number; end: number }[] = []
  let text = ''
  let isOpen = false
  for (const [at, token] of tokens.entries()) {
    if (isAddress && sentence[at] === 0) { places.push({ start: 0, end: 0 }); continue }
    const word = token.replace(/^``$|^''$/u, '"')
    const isNew = text !== '' && sentence[at] !== sentence[at - 1]
    if (isNew) isOpen = false
    if (text !== '') text += isNew ? '\n' : isGlued(text, word, isOpen) || isJoined(at) ? '' : ' '
    if (word === '"') isOpen = !isOpen
    places.push({ start: text.length, end: text.length + word.length })
    text += word
  }
  return { text, places }
}

/** Full stops, the rest of "don't", and what stands inside brackets and quotation marks. */
function isGlued(text: string, word: string, isOpen: boolean): boolean {
  return /^(?:[.,;:!?%)\]}]|n['’]t|['’](?:s|re|ve|d|ll|m|S)?)$/u.test(word) || (word === '"' && isOpen)
    || /[$([{£€]$/u.test(text) || (isOpen && text.endsWith('"'))
}
