/**
 * Reads a title phrase: tokens go in, the title as written and whom it is held for come out.
 * "former Italy Prime Minister" → "Prime Minister", of Italy, former; "Macron’s diplomatic adviser" → "diplomatic adviser",
 * of Macron; "head of the union" → "head", of the union.
 */
import type { Reference, Resolved, TokenSpan } from '../model.js'
import { isDoubtful, isTitleNoun } from './role-nouns.js'

/** A title without its holder. */
export interface Title {
  readonly text: string
  readonly tokens: TokenSpan
  readonly head: number
  readonly of?: string
  readonly isFormer: boolean
  /** All tokens that were read, `of` included. */
  readonly phrase: TokenSpan
}

/** The article with quick ways to its references. */
export interface Scene {
  readonly resolved: Resolved
  readonly startingAt: ReadonlyMap<number, readonly Reference[]>
  readonly endingAt: ReadonlyMap<number, readonly Reference[]>
  readonly byHead: ReadonlyMap<number, Reference>
  readonly kindOf: ReadonlyMap<string, string>
  /** Head tokens of what the analysis calls a role. */
  readonly roleHeads: ReadonlySet<number>
}

export function sceneOf(resolved: Resolved): Scene {
  const startingAt = new Map<number, Reference[]>(), endingAt = new Map<number, Reference[]>(), byHead = new Map<number, Reference>()
  for (const each of resolved.references) {
    startingAt.set(each.start, [...startingAt.get(each.start) ?? [], each])
    endingAt.set(each.end, [...endingAt.get(each.end) ?? [], each])
    if (each.form !== 'adjective' && !byHead.has(each.head)) byHead.set(each.head, each)
  }
  const kindOf = new Map(resolved.entities.map((entity) => [entity.id, entity.kind as string]))
  const roleHeads = new Set(resolved.mentions.filter((mention) => mention.kind === 'role').flatMap((mention) => [mention.head, mention.end - 1]))
  return { resolved, startingAt, endingAt, byHead, kindOf, roleHeads }
}

const former = /^(former|ex|ex-|then|then-|late|one-time|onetime|erstwhile|ousted|deposed|outgoing|retired|previous|ex-\p{L}+|then-\p{L}+)$/iu
const formerAlone = /^(former|ex|ex-|one-time|onetime|erstwhile|ousted|deposed|retired|previous|late|then|then-)$/i
/** Words before a title that say how somebody is, not what. */
const idle = /^(the|a|an|this|that|current|incumbent|new|newly|longtime|long-time|veteran|top|renowned|famous|famed|prominent|popular|young|old|controversial|embattled|disgraced|jailed|late|outgoing|first|then|now|accomplished|award-winning|liberal|conservative|far-right|right-wing|left-wing|populist|hardline|influential|powerful|fellow|other|another|local|acclaimed|legendary|billionaire|long-serving|respected|beloved|slain|incoming|\d+-year-old|aged|also|both|own|best|close|leading|key|one|two|three|four|five|some|several|many|most|more|few|all|his|her|its|their|our|my|your|as|so-called|self-proclaimed|self-styled|once|now-\p{L}+|then-\p{L}+|-|–|['’]s?|dead|imprisoned|exiled|lead|main|star|sole|only)$/iu

/** Reads the phrase whose last title noun is `head`, beginning at `start`. */
export function titleFrom(scene: Scene, start: number, head: number): Title | undefined {
  const { tokens } = scene.resolved
  let from = start, isFormer = false, of: string | undefined
  for (let i = start; i <= head; i++) {
    const reference = longestAt(scene, i, head)
    const isHolderName = reference && reference.end > head
    if (reference && !isHolderName) {
      of = reference.entity
      i = reference.end - 1
      from = i + 1
      continue
    }
    const word = tokens[i]?.text ?? ''
    if (former.test(word) && i < head) isFormer = true
    if ((idle.test(word) || formerAlone.test(word) || tokens[i]?.upos === 'NUM' || tokens[i]?.upos === 'PUNCT') && i < head) {
      from = i + 1
      // "now - jailed opposition leader": what a hyphen ties together goes together.
      if (/^(now|then|long|award)$/i.test(word) && /^[-–]$/.test(tokens[i + 1]?.text ?? '')) { i += 2; from = i + 1 }
    }
    const possessive = pronounOwner(scene, i)
    if (possessive && i < head) of = possessive
  }
  from = withoutLooseAdjectives(scene, from, head)
  const [end, complement, last] = complementOf(scene, head)
  const prefix = /^(ex|then)-(.+)$/i.exec(tokens[from]?.text ?? '')
  if (prefix) isFormer = true
  const text = textOf(scene, from, end)
  if (!/\p{L}/u.test(text)) return undefined
  const held = complement ?? of
  return { text: prefix ? text.slice(prefix[0].length - (prefix[2]?.length ?? 0)) : text, tokens: { start: from, end }, head, ...(held && { of: held }), isFormer, phrase: { start, end: last } }
}

/** "accomplished author" → "author": adjectives in small letters stay only where they belong to titles. */
function withoutLooseAdjectives({ resolved: { tokens } }: Scene, from: number, head: number): number {
  let start = from
  while (start < head && /^(ADJ|ADV|VERB)$/.test(tokens[start]?.upos ?? '') && /^\p{Ll}/u.test(tokens[start]?.text ?? '')
    && !/^(deputy|vice|senior|chief|prime|general|artistic|presidential|diplomatic|foreign|military|political|financial|technical|executive|acting|interim|assistant|associate|former|national|federal|regional|supreme|attorney|real|managing|founding|medical|legal|economic|editorial|sporting|human|civil|parliamentary|congressional|gubernatorial|mayoral|vice-presidential|naval|special|permanent|honorary|co-|treating|environmental|musical|creative|commercial|operating|principal|junior|opposition|separatist|rebel|spiritual|religious|climate|undercover|public|private|digital|scientific|academic|corporate|ex-|younger|older|elder|eldest|youngest|twin|leading|visiting|investigative|criminal|international|investment|tribal|military|provincial|municipal|union|ruling|supreme|head|lead)$/.test(tokens[start]?.text ?? '')) start += 1
  return start
}

/** The longest reference that begins at a token and ends before the title's head. */
function longestAt(scene: Scene, i: number, head: number): Reference | undefined {
  return (scene.startingAt.get(i) ?? []).filter((each) => each.end <= head && each.form !== 'pronoun' && each.form !== 'nominal').sort((a, b) => b.end - a.end)[0]
}

/** Whom "his" or, inside a quotation, "my" means. */
function pronounOwner(scene: Scene, i: number): string | undefined {
  if (/^my$/i.test(scene.resolved.tokens[i]?.text ?? '')) return speakerAt(scene, i)
  if (!/^(his|her|its|their)$/i.test(scene.resolved.tokens[i]?.text ?? '')) return undefined
  return (scene.startingAt.get(i) ?? []).find((each) => each.form === 'pronoun')?.entity
}

/** The source of the shortest attribution whose content covers a token. */
function speakerAt({ resolved, byHead }: Scene, i: number): string | undefined {
  const length = (spans: readonly TokenSpan[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const around = resolved.attributions.filter(({ content }) => content.some(({ start, end }) => start <= i && i < end)).sort((a, b) => length(a.content) - length(b.content))
  for (const { source } of around) for (const { start, end } of source) for (let at = end - 1; at >= start; at--) { const found = byHead.get(at); if (found) return found.entity }
  return undefined
}

/** What follows the head: "of state" belongs to the title, "of Fiorentina" says whom it is held for. */
function complementOf(scene: Scene, head: number): [end: number, of: string | undefined, last: number] {
  const { tokens } = scene.resolved
  let end = head + 1
  if (/^(-?elect|-?general|designate)$/i.test(tokens[end]?.text ?? '')) end += 1
  if (/^-$/.test(tokens[end]?.text ?? '') && /^(elect|designate|general)$/i.test(tokens[end + 1]?.text ?? '')) end += 2
  for (let steps = 0; steps < 2; steps++) {
    const preposition = tokens[end]?.text.toLowerCase() ?? ''
    if (!/^(of|for|at|in|with|to|from|on)$/.test(preposition) || tokens[end]?.sentence !== tokens[head]?.sentence) break
    const reference = firstReference(scene, end + 1)
    if (reference && fitsPreposition(scene, preposition, reference)) return [titleEnd(scene, head, end), reference.entity, reference.end]
    const extension = extensionEnd(scene, end)
    if (extension === undefined) break
    end = extension
  }
  return [end, undefined, end]
}

/** "of" and "for" lead to anything, "in" to places, "at" and "with" to bodies: "hurt the nominee with voters" says nothing of him. */
function fitsPreposition({ kindOf }: Scene, preposition: string, { entity, form }: Reference): boolean {
  const kind = kindOf.get(entity) ?? ''
  if (/^(of|for|to)$/.test(preposition)) return true
  return form === 'name' && (preposition === 'in' ? kind === 'place' : /^(at|with|from)$/.test(preposition) && /^(organization|outlet)$/.test(kind))
}

const titleEnd = (_scene: Scene, _head: number, end: number): number => end

/** "secretary [of state]", "minister [for foreign affairs]", "chief [of staff]". */
function extensionEnd({ resolved: { tokens } }: Scene, at: number): number | undefined {
  const words = tokens.slice(at + 1, at + 6).map((token) => token.text.toLowerCase())
  const match = /^(state|staff|staffs|defense|defence|justice|war|police|communications|operations|security|research|mission|faith|(?:the )?(?:foreign|economic|home|internal|european|public|legal|veterans|political|human|civil|national|external|social|military) (?:affairs|relations|security|rights|defense|defence|policy)|(?:the )?(?:interior|treasury|environment|economy|armed forces|board|opposition|economy and finance)|finance|health|education|culture|agriculture|energy|labor|labour|transport|sports?|tourism|trade|commerce|immigration|homeland security)\b/.exec(words.join(' '))
  return match ? at + 1 + match[0].split(' ').length : undefined
}

/** The first thing named in a complement, within a few words and before any verb or mark. */
function firstReference(scene: Scene, at: number): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 7; i++) {
    const here = (scene.startingAt.get(i) ?? []).filter((each) => each.form !== 'pronoun' || /^(his|her|its|their)$/i.test(tokens[i]?.text ?? ''))
    const name = here.filter((each) => each.form === 'name').sort((a, b) => b.end - a.end)[0]
    const whole = here.find((each) => each.form === 'nominal' && each.end - each.start < 8)
    // "the Paraguayan town of Pedro Juan Caballero": the name at the end of the complement, not the adjective in it.
    const adjective = here.find((each) => each.form === 'adjective')
    if (name) return isOnlyNear(scene, at, i) ? undefined : ownedBy(scene, titledPerson(scene, name) ?? name)
    if (adjective) return laterName(scene, adjective.end) ?? adjective
    if (whole && i === at && !laterName(scene, i + 1)) return whole
    if (tokens[i]?.upos === 'VERB' && i === at && /(ed|ing)$/.test(tokens[i]?.text ?? '')) continue
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PART|CCONJ|ADP)$/.test(tokens[i]?.upos ?? '') || tokens[i]?.upos === 'ADP' && !/^of$/i.test(tokens[i]?.text ?? '')) return whole
  }
  return undefined
}

/** "nephew of New Zealand author [Keri Hulme]": the person at the end, not what stands in the title. */
function titledPerson(scene: Scene, name: Reference): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = name.end; i < name.end + 5; i++) {
    const person = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
    if (person) return isTitleHead(scene, i - 1) ? person : undefined
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? '')) return undefined
  }
  return undefined
}

/** "the capital of Amambay" is not Amambay, "the town of Lincang" is Lincang. */
function isOnlyNear({ resolved: { tokens } }: Scene, from: number, at: number): boolean {
  return /^of$/i.test(tokens[at - 1]?.text ?? '') && at - 2 >= from && /^(NOUN|PROPN)$/.test(tokens[at - 2]?.upos ?? '')
    && !/^(city|town|village|state|province|region|district|county|island|republic|country|kingdom|department|municipality|university|bank|ministry)$/i.test(tokens[at - 2]?.text ?? '')
}

/** "director of Russia's Bolshoi Theater" is director of the theatre. */
function ownedBy(scene: Scene, name: Reference): Reference {
  const { tokens } = scene.resolved
  if (!/^['’]s?$/.test(tokens[name.end]?.text ?? '')) return name
  for (let i = name.end + 1; i < name.end + 5 && /^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? ''); i++) {
    const next = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name')
    if (next) return next
  }
  return name
}

function laterName(scene: Scene, at: number): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 5; i++) {
    const name = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name')
    if (name) return name
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? '') && !/^of$/i.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

/** Whether a token can head a title here. */
export function isTitleHead(scene: Scene, i: number): boolean {
  const token = scene.resolved.tokens[i]
  if (!token || !/^(NOUN|PROPN|ADJ)$/.test(token.upos)) return false
  if (isDoubtful(token.text)) return scene.roleHeads.has(i) || /^\p{Lu}/u.test(token.text) || token.upos === 'NOUN'
  return isTitleNoun(token.text)
}

function textOf({ resolved }: Scene, start: number, end: number): string {
  const from = resolved.tokens[start]?.start ?? 0
  return resolved.text.slice(from, resolved.tokens[end - 1]?.end ?? from).replace(/\s+/g, ' ')
}
