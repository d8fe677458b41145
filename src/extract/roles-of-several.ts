/**
 * Titles of several people at once: "Olga Reyes and Karl Brandt, the ministers of finance and defence, resigned" → Reyes is minister of
 * finance, Brandt of defence. The article goes in; one role a person comes out, in the order in which people and fields are named.
 * Not handled: more people than fields, and titles that stand in another sentence.
 */
import type { Reference } from '../model.js'
import { isTitleNoun, singular } from './role-nouns.js'
import type { FoundRole, Scene } from './role-scene.js'

/** Members of a list that commas and "and" join, between two tokens. */
function listed(tokens: Scene['resolved']['tokens'], start: number, end: number): { start: number; end: number }[] | undefined {
  const parts: { start: number; end: number }[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    const isBreak = at === end || /^(?:,|and|&)$/i.test(tokens[at]?.text ?? '')
    if (!isBreak) continue
    if (at > from) parts.push({ start: from, end: at })
    from = at + 1
  }
  return parts.length > 1 ? parts : undefined
}

/** The plural title at a token with what it is of: "ministers of [finance], [defence] and [health]". */
function fieldsAt({ resolved: { tokens } }: Scene, noun: number): { fields: { start: number; end: number }[]; end: number } | undefined {
  const token = tokens[noun]
  if (token === undefined || token.xpos !== 'NNS' || !isTitleNoun(token.text) || !/^(?:of|for)$/i.test(tokens[noun + 1]?.text ?? '')) return undefined
  let end = noun + 2
  while (end < noun + 16 && tokens[end]?.sentence === token.sentence && (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[end]!.upos) || isJoint(tokens, end))) end++
  const fields = listed(tokens, noun + 2, end)
  return fields === undefined ? undefined : { fields, end }
}

/** A comma or "and" between two nouns. */
const isJoint = (tokens: Scene['resolved']['tokens'], at: number): boolean =>
  /^(?:,|and|&)$/i.test(tokens[at]?.text ?? '') && (/^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.upos ?? '') || /^and$/i.test(tokens[at + 1]?.text ?? '')) && !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')

/** The names of people that a list consists of, beginning or ending at a token. */
function peopleFrom({ resolved: { tokens, references }, kindOf }: Scene, at: number, step: 1 | -1): Reference[] {
  const found: Reference[] = []
  const next = () => references.find((each) => each.form === 'name' && kindOf.get(each.entity) === 'person' && (step === 1 ? each.start === at : each.end === at))
  for (let name = next(); name !== undefined; name = next()) {
    found.push(name)
    at = step === 1 ? name.end : name.start
    let steps = 0
    while (steps < 2 && /^(?:,|and|&)$/i.test(tokens[step === 1 ? at : at - 1]?.text ?? '')) { at += step; steps++ }
    if (steps === 0) break
  }
  return step === 1 ? found : found.reverse()
}

export function titlesOfSeveral(scene: Scene): FoundRole[] {
  const { tokens, text } = scene.resolved
  return tokens.flatMap((_, noun): FoundRole[] => {
    const found = fieldsAt(scene, noun)
    if (found === undefined) return []
    const before = /^(?:the|,|–|—|-)$/i.test(tokens[noun - 1]?.text ?? '') ? (/^the$/i.test(tokens[noun - 1]!.text) ? noun - 2 : noun - 1) : -1
    const after = /^(?:,|–|—|-)$/.test(tokens[found.end]?.text ?? '') ? peopleFrom(scene, found.end + 1, 1) : []
    const people = after.length > 0 ? after : before >= 0 && /^[,–—-]$/.test(tokens[before]?.text ?? '') ? peopleFrom(scene, before, -1) : []
    if (people.length !== found.fields.length) return []
    return people.map((holder, index) => {
      const field = found.fields[index]!
      const words = text.slice(tokens[field.start]!.start, tokens[field.end - 1]!.end)
      const title = { text: `${singular(tokens[noun]!.text)} of ${words}`, tokens: { start: noun, end: found.end }, head: noun, isFormer: false, phrase: { start: noun, end: found.end } }
      return { holder, title, isFormer: /^(?:former|ex)$/i.test(tokens[noun - 1]?.text ?? '') }
    })
  })
}
