/**
 * Analysed articles written by hand. In: one sentence a line, a blank line between paragraphs, words as
 * `form/UPOS/relation/head` or with their lemma `form/UPOS/relation/head/lemma`, heads counted from 1, 0 for the root.
 * A word that is followed by no space in the text ends in `+`. Out: what resolve would give for it.
 */
import type { Attribution, Block, Entity, EntityKind, Reference, Resolved, Sentence, Time, Token } from '../../src/model.js'

interface Extras {
  /** Forms of each entity; one word each, which stands for itself as head. */
  readonly entities?: Readonly<Record<string, readonly string[]>>
  readonly times?: Readonly<Record<string, string>>
  readonly attributions?: readonly Attribution[]
  readonly headline?: boolean
}

export function tree(written: string, { entities = {}, times = {}, attributions = [], headline = false }: Extras = {}): Resolved {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  const blocks: Block[] = []
  let text = ''
  for (const paragraph of written.trim().split(/\n\s*\n/u)) {
    if (text !== '') text = `${text.trimEnd()}\n\n`
    const blockStart = text.length
    for (const line of paragraph.trim().split('\n')) {
      const first = tokens.length
      for (const word of line.trim().split(/\s+/u)) {
        const [form = '', upos = 'X', deprel = 'dep', head = '0', lemma] = word.startsWith('//') ? ['/', ...word.slice(2).split('/')] : word.split('/')
        const isGlued = form.length > 1 && form.endsWith('+')
        const shown = isGlued ? form.slice(0, -1) : form
        tokens.push({
          text: shown, lemma: lemma ?? shown.toLowerCase(), upos, xpos: pennTag(upos, shown), deprel,
          head: head === '0' ? -1 : first + Number(head) - 1, sentence: sentences.length, start: text.length, end: text.length + shown.length,
        })
        text += isGlued ? shown : `${shown} `
      }
      sentences.push({ start: first, end: tokens.length, block: blocks.length })
    }
    blocks.push({ kind: headline && blocks.length === 0 ? 'headline' : 'paragraph', start: blockStart, end: text.trimEnd().length })
  }
  const references = Object.entries(entities).flatMap(([entity, forms]) => referencesTo(tokens, entity, forms))
  return {
    id: 'a', source: '-', text: text.trimEnd(), textSha256: '', blocks, authors: [], language: 'en', notes: [], tokens, sentences,
    mentions: [], antecedents: [], attributions, triggers: [], happenings: [], titles: [], meanings: [], relationCandidates: [], model: 'none',
    entities: Object.entries(entities).map(([id, [name = id]]): Entity => ({
      id, kind: id.split('/')[0] as EntityKind, name, names: [name], isUnnamed: false, confidence: 1, evidence: [{ start: 0, end: 1 }],
    })),
    references: references.sort((a, b) => a.start - b.start), entityOf: [], times: timesIn(tokens, times),
  }
}

const pennTag = (upos: string, form: string): string => {
  if (upos !== 'VERB' && upos !== 'AUX') return upos === 'PRON' ? 'PRP' : 'NN'
  return form.endsWith('ing') ? 'VBG' : 'VBD'
}

function referencesTo(tokens: readonly Token[], entity: string, forms: readonly string[]): Reference[] {
  return tokens.flatMap((token, at) => forms.includes(token.text)
    ? [{ start: at, end: at + 1, head: at, form: token.upos === 'PRON' ? 'pronoun' as const : token.upos === 'PROPN' ? 'name' as const : 'nominal' as const, entity }] : [])
}

function timesIn(tokens: readonly Token[], times: Readonly<Record<string, string>>): Time[] {
  return tokens.flatMap((token, at) => times[token.text] === undefined ? [] : [{ tokens: { start: at, end: at + 1 }, from: times[token.text]! }])
}
