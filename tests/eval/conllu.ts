/** CoNLL-U in, documents with their text and the place of every word in it out. */
import type { Span } from '../../src/model.js'
import type { SentenceRange } from '../../src/analyse/windows.js'

export interface UdWord {
  readonly form: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** Word of the document; -1 for a root. */
  readonly head: number
  readonly deprel: string
  /** `start-end` in the text; words of one contraction share their letters out among them. */
  readonly key: string
}

export interface UdDocument {
  readonly id: string
  readonly words: readonly UdWord[]
  readonly sentences: readonly SentenceRange[]
  readonly text: string
  readonly paragraphs: readonly Span[]
}

export function readConllu(file: string): UdDocument[] {
  return file.split(/^(?=# newdoc)/m).filter((part) => part.startsWith('# newdoc')).map(documentOf)
}

function documentOf(part: string): UdDocument {
  const id = /^# newdoc(?: id)?\s*=\s*(.*)$/m.exec(part)?.[1]?.trim() ?? ''
  const words: UdWord[] = []
  const sentences: SentenceRange[] = []
  const paragraphs: { start: number; end: number }[] = []
  let text = ''
  for (const block of part.split(/\n\n+/)) {
    const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split('\t'))
    if (lines.length === 0) continue
    const isNew = /^# newpar/m.test(block) || paragraphs.length === 0
    if (isNew) { text += text === '' ? '' : '\n\n'; paragraphs.push({ start: text.length, end: text.length }) }
    const start = words.length
    text = addSentence(lines, words, text)
    sentences.push({ start, end: words.length })
    const paragraph = paragraphs.at(-1)
    if (paragraph) paragraph.end = text.trimEnd().length
  }
  return { id, words, sentences, text, paragraphs }
}

/** Adds a sentence's words; returns the text so far. */
function addSentence(lines: readonly string[][], words: UdWord[], before: string): string {
  const offset = words.length
  let text = before
  let shared: { until: number; places: Span[] } | undefined
  for (const cells of lines) {
    const [id = '', form = '', lemma = '', upos = '', xpos = '', , head = '', deprel = ''] = cells
    const space = /SpaceAfter=No/.test(cells[9] ?? '') ? '' : ' '
    const range = /^(\d+)-(\d+)$/.exec(id)
    if (range) {
      const [from, to] = [Number(range[1]), Number(range[2])]
      const parts = lines.filter(([other]) => /^\d+$/.test(other ?? '') && Number(other) >= from && Number(other) <= to).map((row) => row[1] ?? '')
      shared = { until: to, places: shareOut(parts, form, text.length) }
      text += form + space
      continue
    }
    if (!/^\d+$/.test(id)) continue
    const place = shared?.places.shift() ?? { start: text.length, end: text.length + form.length }
    if (!shared) text += form + space
    if (shared && Number(id) === shared.until) shared = undefined
    words.push({ form, lemma, upos, xpos, deprel, head: head === '0' ? -1 : offset + Number(head) - 1, key: `${place.start}-${place.end}` })
  }
  return text
}

/** Places of the words of a contraction: one after the other if they spell it, else all of it. */
function shareOut(parts: readonly string[], form: string, start: number): Span[] {
  if (parts.join('') !== form) return parts.map(() => ({ start, end: start + form.length }))
  let at = start
  return parts.map((part) => ({ start: at, end: at += part.length }))
}
