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

/** The address that most later documents begin with is no sentence of news. */
function documentOf({ id, topic, subtopic, tokens, sentence, mentions }: EcbRecord): StoryDocument {
  const isAddress = subtopic.endsWith('plus') && /^(?:https?|www)/u.test(tokens[0] ?? '')
  const kept = tokens.map((_, at) => !isAddress || sentence[at] !== 0)
  const places: { start: number; end: number }[] = []
  let text = ''
  let isOpen = false
  for (const [at, token] of tokens.entries()) {
    if (!kept[at]) { places.push({ start: 0, end: 0 }); continue }
    const word = token.replace(/^``$|^''$/u, '"')
    const isNew = text !== '' && sentence[at] !== sentence[at - 1]
    if (isNew) isOpen = false
    const isClosing = word === '"' && isOpen
    const isGlued = /^(?:[.,;:!?%)\]}]|n['’]t|['’](?:s|re|ve|d|ll|m|S)?)$/u.test(word) || isClosing || /[$([{£€]$/u.test(text) || (isOpen && text.endsWith('"'))
    if (text !== '') text += isNew ? '\n' : isGlued ? '' : ' '
    if (word === '"') isOpen = !isOpen
    places.push({ start: text.length, end: text.length + word.length })
    text += word
  }
  const found = mentions.flatMap(({ type, tokens: at, chain, scope }) => {
    const [first, last] = [places[at[0] ?? 0], places[at.at(-1) ?? 0]]
    const isWanted = chain && scope === 'cross' && KINDS.test(type) && first && last && last.end > 0
    return isWanted ? [{ start: first.start, end: last.end, thing: chain }] : []
  })
  return { id, story: topic, text, mentions: found }
}
