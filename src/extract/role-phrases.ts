/**
 * Reads a title phrase: tokens go in, the title as written and whom it is held for come out.
 * "former Italy Prime Minister" → "Prime Minister", of Italy, former; "Macron’s diplomatic adviser" → "diplomatic adviser",
 * of Macron; "head of the union" → "head", of the union.
 */
import type { Reference, TokenSpan } from '../model.js'
import { complementOf } from './role-complements.js'
import { isKin } from './role-nouns.js'
import type { FoundRole, Scene, Title } from './role-scene.js'

const former = /^(former|ex|ex-|then|then-|late|one-time|onetime|erstwhile|ousted|deposed|outgoing|retired|previous|ex-\p{L}+|then-\p{L}+)$/iu
const formerAlone = /^(former|ex|ex-|one-time|onetime|erstwhile|ousted|deposed|retired|previous|late|then|then-)$/i
/** Words before a title that say how somebody is, not what. */
const idle = /^(the|a|an|this|that|current|incumbent|new|newly|longtime|long-time|veteran|top|renowned|famous|famed|prominent|popular|young|old|controversial|embattled|disgraced|jailed|late|outgoing|first|then|now|accomplished|award-winning|liberal|conservative|far-right|right-wing|left-wing|populist|hardline|influential|powerful|fellow|other|another|local|acclaimed|legendary|billionaire|long-serving|respected|beloved|slain|incoming|\d+-year-old|aged|also|both|own|best|close|leading|key|one|two|three|four|five|some|several|many|most|more|few|all|his|her|its|whose|their|our|my|your|as|so-called|self-proclaimed|self-styled|once|now-\p{L}+|then-\p{L}+|-|–|['’]s?|dead|imprisoned|exiled|lead|main|star|sole|only)$/iu

/**
 * Reads the phrase whose last title noun is `head`, beginning at `start`. Where the words after it belong to the title up to
 * `close` ("Minister for EU Affairs [Omer Celik]"), none of them says whom it is held for.
 */
export function titleFrom(scene: Scene, start: number, head: number, close?: number): Title | undefined {
  const { tokens } = scene.resolved
  let from = start, isFormer = false, of: string | undefined
  for (let i = start; i <= head; i++) {
    const reference = longestAt(scene, i, head)
    const isHolderName = reference && reference.end > head
    // "Iran-born" and "US-backed" say nothing of whom a title is held for.
    if (reference && !isHolderName && /^[-–]$/.test(tokens[reference.end]?.text ?? '') && reference.end + 1 < head) {
      i = reference.end + 1
      from = i + 1
      continue
    }
    if (reference && !isHolderName) {
      // "Holt’s NBC News colleague" is Holt's.
      if (!of || !isKin(tokens[head]?.text ?? '') || scene.kindOf.get(reference.entity) === 'person') of = reference.entity
      i = reference.end - 1
      from = i + 1
      continue
    }
    const word = tokens[i]?.text ?? ''
    // "front-runner": a hyphen without space parts nothing.
    if (/^[-–]$/.test(word) && i > from && tokens[i - 1]?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start) continue
    // "FBI and airport officials": what joins a name to the title is no part of it.
    if (/^(and|&)$/i.test(word) && i === from && i < head) from = i + 1
    if (former.test(word) && i < head) isFormer = true
    // "the ex-president's son" is his son still.
    if (/^['’]s?$/.test(word)) isFormer = false
    // "former player now coach": what somebody is now begins here.
    if (/^now$/i.test(word) && i < head) { isFormer = false; of = undefined }
    if ((idle.test(word) || formerAlone.test(word) || tokens[i]?.upos === 'NUM' || tokens[i]?.upos === 'PUNCT') && i < head) {
      from = i + 1
      // "now - jailed opposition leader": what a hyphen ties together goes together.
      if (/^(now|then|long|award)$/i.test(word) && /^[-–]$/.test(tokens[i + 1]?.text ?? '')) { i += /^(now|then)$/i.test(word) ? 1 : 2; from = i + 1 }
    }
    const possessive = pronounOwner(scene, i)
    if (possessive && i < head) of = possessive
  }
  from = withoutLooseAdjectives(scene, from, head)
  const [end, complement, last] = close === undefined ? complementOf(scene, head) : [close, undefined, close]
  const prefix = /^(ex|then)-(.+)$/i.exec(tokens[from]?.text ?? '')
  if (prefix) isFormer = true
  const text = textOf(scene, from, end)
  if (!/\p{L}/u.test(text)) return undefined
  // "UN coordinator in Myanmar", "US ambassador to China": who sends goes before where to.
  const isWhereTo = of !== undefined && (/^(in|to)$/i.test(tokens[end]?.text ?? '') || /^for$/i.test(tokens[end]?.text ?? '') && scene.kindOf.get(of) === 'organization')
  const held = isWhereTo ? of : complement ?? of
  return { text: prefix ? text.slice(prefix[0].length - (prefix[2]?.length ?? 0)) : text, tokens: { start: from, end }, head, ...(held && { of: held }), isFormer, phrase: { start, end: last } }
}

/** "accomplished author" → "author": adjectives in small letters stay only where they belong to titles. */
function withoutLooseAdjectives({ resolved: { tokens } }: Scene, from: number, head: number): number {
  let start = from
  const isHyphen = (i: number) => /^[-–]$/.test(tokens[i]?.text ?? '') && tokens[i - 1]?.end === tokens[i]?.start && tokens[i]?.end === tokens[i + 1]?.start
  // "self-styled cleric" → "cleric", but "great-granddaughter" is one word.
  while (isHyphen(start + 1) && start + 2 < head && /^\p{Ll}.*ed$/u.test(tokens[start + 2]?.text ?? '')) start += 3
  while (start < head && !isHyphen(start + 1) && /^(ADJ|ADV|VERB)$/.test(tokens[start]?.upos ?? '') && /^\p{Ll}/u.test(tokens[start]?.text ?? '')
    && !/^(deputy|vice|senior|chief|prime|general|artistic|presidential|diplomatic|foreign|military|political|financial|technical|executive|acting|interim|assistant|associate|former|national|federal|regional|supreme|attorney|real|managing|founding|medical|legal|economic|editorial|sporting|human|civil|parliamentary|congressional|gubernatorial|mayoral|vice-presidential|naval|special|permanent|honorary|co-|treating|environmental|musical|creative|commercial|operating|principal|junior|opposition|separatist|rebel|spiritual|religious|climate|undercover|public|private|digital|scientific|academic|corporate|ex-|younger|older|elder|eldest|youngest|twin|leading|visiting|investigative|criminal|international|investment|tribal|military|provincial|municipal|union|ruling|supreme|head|lead|running)$/.test(tokens[start]?.text ?? '')) start += 1
  return start
}

/** The longest reference that begins at a token and ends before the title's head. */
function longestAt(scene: Scene, i: number, head: number): Reference | undefined {
  const isOwner = (each: Reference) => each.form === 'nominal' && /^['’]s?$/.test(scene.resolved.tokens[each.end]?.text ?? '') && each.end - each.start < 4
  return (scene.startingAt.get(i) ?? []).filter((each) => each.end <= head && (each.form === 'name' || each.form === 'adjective' || isOwner(each))).sort((a, b) => b.end - a.end)[0]
}

/** Whom "his" or, inside a quotation, "my" means. */
function pronounOwner(scene: Scene, i: number): string | undefined {
  if (/^my$/i.test(scene.resolved.tokens[i]?.text ?? '')) return speakerAt(scene, i)
  if (/^whose$/i.test(scene.resolved.tokens[i]?.text ?? '')) return antecedentAt(scene, i)
  if (!/^(his|her|its|their)$/i.test(scene.resolved.tokens[i]?.text ?? '')) return undefined
  return (scene.startingAt.get(i) ?? []).find((each) => each.form === 'pronoun')?.entity
}

/** Whom "whose" means: what its clause hangs on, or what stands before its comma. */
function antecedentAt({ resolved: { tokens }, byHead, endingAt }: Scene, i: number): string | undefined {
  let clause = i
  for (let steps = 0; steps < 6 && clause >= 0 && !tokens[clause]!.deprel.startsWith('acl'); steps += 1) clause = tokens[clause]!.head
  const modified = clause >= 0 && tokens[clause]!.deprel.startsWith('acl') ? byHead.get(tokens[clause]!.head)?.entity : undefined
  const before = (endingAt.get(tokens[i - 1]?.text === ',' ? i - 1 : i) ?? []).find(({ form }) => form !== 'adjective')
  return modified ?? before?.entity
}

/** The source of the shortest attribution whose content covers a token. */
function speakerAt({ resolved, byHead }: Scene, i: number): string | undefined {
  const length = (spans: readonly TokenSpan[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const around = resolved.attributions.filter(({ content }) => content.some(({ start, end }) => start <= i && i < end)).sort((a, b) => length(a.content) - length(b.content))
  for (const { source } of around) for (const { start, end } of source) for (let at = end - 1; at >= start; at--) { const found = byHead.get(at); if (found) return found.entity }
  return undefined
}

/** The role, if there is a title; nobody is what he is for himself. */
export const foundRoles = (holder: Reference, title: Title | undefined, isFormer = false): FoundRole[] =>
  title ? [{ holder, title: title.of === holder.entity ? withoutOf(title) : title, isFormer: isFormer || title.isFormer }] : []

function withoutOf(title: Title): Title {
  const { text, tokens, head, isFormer, phrase } = title
  return { text, tokens, head, isFormer, phrase }
}

function textOf({ resolved }: Scene, start: number, end: number): string {
  const from = resolved.tokens[start]?.start ?? 0
  return resolved.text.slice(from, resolved.tokens[end - 1]?.end ?? from).replace(/\s+/g, ' ')
}
