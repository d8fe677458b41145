/**
 * Titles that stand beside a person's name: "Culture Minister [Vladimir Medinsky]", "[Vladimir Urin], the general director of
 * …", "A lawyer for Reuters, [David Schulz], said". A name goes in, what it is called comes out.
 * Not handled: titles in another sentence.
 */
import type { Reference, Token } from '../model.js'
import { isNominal } from './role-complements.js'
import { isKin, isReligiousCourtesy, singular } from './role-nouns.js'
import { foundRoles as found, titleFrom } from './role-phrases.js'
import { isNounLike, isTitleHead, type FoundRole, type Scene, type Title } from './role-scene.js'

/** Courtesies between a title and a name: "Minister [Dr.] Hans Schmidt", "dictator [“]Hitler”". */
const courtesy = /^((mr|mrs|ms|miss|dr|prof|sir|lord|dame|sheikh|shaikh|shri|smt|ato|hon|rev|engr|haji|alhaji|datuk|dato)\.?|["“‘'])$/i
/** Ranks are titles by themselves and courtesies after an office: "IISc Director [Professor] Govindan", "army chief [Gen.] Munir". */
const rank = /^(professor|general|colonel|lieutenant|major|brigadier|admiral|marshal|gen\.?|lt\.?|col\.?|prince|princess|maj\.?|brig\.?|adm\.?|capt\.?|sgt\.?|cmdr\.?)$/i
/** Offices that "general" belongs to. */
const generals = /^(secretary|undersecretary|attorney|director|inspector|surgeon|governor|adjutant|auditor|solicitor|consul|comptroller|controller|prosecutor|procurator|commissioner|advocate|accountant|registrar|postmaster|commandant)$/i

/** "Fiorentina captain and defender [Davide Astori]": every title in the words that lead up to the name. */
export function titlesBefore(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  const last = titleEnd(scene, name.start)
  if (tokens[last]?.sentence !== tokens[name.start]?.sentence || last < 0) return []
  const start = phraseStart(scene, name, last)
  if (isPlural(tokens[last]) && isTitleHead(scene, last)) return titlesOfAll(scene, name, start, last)
  const heads = headsBefore(scene, start, last)
  let from = start
  let shared: { of: string; start: number } | undefined
  return heads.flatMap((head, i) => {
    const close = i === heads.length - 1 ? closeOf(scene, from, head, last) : undefined
    const title = titleFrom(scene, from, head, close)
    from = head + 2
    if (!title || !title.of && isReligiousCourtesy(title.text)) return []
    if (title.of && !isKin(tokens[head]?.text ?? '')) shared ??= { of: title.of, start: title.phrase.start }
    const seat = title.of ?? shared ? undefined : seatAfter(scene, name, title.text)
    const of = title.of ?? shared?.of ?? seat?.entity
    const phrase = { start: Math.min(title.phrase.start, title.of ? Infinity : shared?.start ?? Infinity), end: Math.max(title.phrase.end, seat?.end ?? 0) }
    return found(name, of ? { ...title, of, phrase } : title)
  })
}

/** "Senators [Ted Cruz] and [Marco Rubio]": each is one of what the plural says. */
function titlesOfAll(scene: Scene, first: Reference, start: number, head: number): FoundRole[] {
  const { tokens } = scene.resolved
  const names = [first]
  for (let next: Reference | undefined = first; next !== undefined; next = nextName(scene, next.end)) if (next !== first) names.push(next)
  const title = names.length > 1 && !isKin(tokens[head]?.text ?? '') ? titleFrom(scene, start, head) : undefined
  return names.flatMap((name) => found(name, title && { ...title, text: singular(title.text), written: title.text }))
}

const isPlural = (token: Token | undefined): boolean => token !== undefined && /^NNP?S$/.test(token.xpos) && singular(token.text) !== token.text

/** The person named after a comma or "and" that stands at a token. */
function nextName({ resolved: { tokens }, startingAt, kindOf }: Scene, at: number): Reference | undefined {
  const isJoin = (i: number) => /^(,|and|&)$/.test(tokens[i]?.text ?? '')
  const start = isJoin(at) ? at + (isJoin(at + 1) ? 2 : 1) : -1
  return (startingAt.get(start) ?? []).find((each) => each.form === 'name' && kindOf.get(each.entity) === 'person')
}

/** The last token of the title before a name that begins at `start`. */
function titleEnd(scene: Scene, start: number): number {
  const { tokens } = scene.resolved
  const word = (i: number) => tokens[i]?.text ?? ''
  let last = start - 1
  while (last > 0 && courtesy.test(word(last))) last -= 1
  let office = last
  while (office > 0 && (rank.test(word(office)) || courtesy.test(word(office)))) office -= 1
  const isPartOfOffice = /^general$/i.test(word(office + 1)) && generals.test(word(office))
  return office < last && isTitleHead(scene, office) && !isPartOfOffice ? office : last
}

/** Where a title ends that runs up to the name with more words than its complement: "Minister for Women and Equalities [Liz Truss]". */
function closeOf(scene: Scene, start: number, head: number, last: number): number | undefined {
  const title = titleFrom(scene, start, head)
  return head < last && title && /^(of|for)$/i.test(scene.resolved.tokens[head + 1]?.text ?? '') && title.phrase.end !== last + 1 ? last + 1 : undefined
}

/** The state of a legislator, from the brackets after the name: "Sen. Ted Cruz (R-Texas)". */
function seatAfter({ resolved: { tokens }, startingAt, kindOf }: Scene, name: Reference, title: string): Reference | undefined {
  const isTagged = /^[(,]$/.test(tokens[name.end]?.text ?? '') && /^[DRI]$/.test(tokens[name.end + 1]?.text ?? '') && /^[-–]$/.test(tokens[name.end + 2]?.text ?? '')
  if (!isTagged || !/(^| )(sen\.|rep\.|senator|representative|congressman|congresswoman|governor|gov\.)$/i.test(title)) return undefined
  return (startingAt.get(name.end + 3) ?? []).find((each) => each.form === 'name' && kindOf.get(each.entity) === 'place')
}

/** The title nouns of a phrase: its last word, or one whose complement ends it ("mayor of Florence"), and those joined to it by "and". */
export function headsBefore(scene: Scene, start: number, last: number): number[] {
  const { tokens } = scene.resolved
  // "President-elect" ends in what is no title by itself.
  const isElect = /^(elect|designate)$/i.test(tokens[last]?.text ?? '') && /^[-–]$/.test(tokens[last - 1]?.text ?? '') && isTitleHead(scene, last - 2)
  let final = isElect ? last - 2 : isTitleHead(scene, last) && tokens[last]?.xpos !== 'NNS' ? last : -1
  for (let i = last - 1; final < 0 && i >= start; i--) {
    if (!isTitleHead(scene, i)) continue
    if (!/^(of|for)$/i.test(tokens[i + 1]?.text ?? '') || titleFrom(scene, start, i)?.phrase.end !== last + 1 && !(/^(NOUN|PROPN)$/.test(tokens[last]?.upos ?? '') && isNominal(scene, i + 1, last + 1))) return []
    final = i
  }
  if (final < 0) return []
  const heads = [final]
  for (let i = final - 1; i >= start; i--) if (isTitleHead(scene, i) && /^(and|&|,|\/|now)$/.test(tokens[i + 1]?.text ?? '')) heads.unshift(i)
  return heads
}

/** Where the phrase before a name begins: nouns, adjectives, names that own or qualify, "and" between titles. */
export function phraseStart(scene: Scene, name: Reference, last: number): number {
  const { tokens } = scene.resolved
  let start = last + 1
  for (let i = last; i >= 0 && i > last - 14 && tokens[i]?.sentence === tokens[name.start]?.sentence; i--) {
    const { text = '', upos = '' } = tokens[i] ?? {}
    const opened = bracketBefore(scene, i)
    if (opened !== undefined) { i = opened; start = i; continue }
    const person = (scene.endingAt.get(i + 1) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
    const isJoin = /^(and|&)$/i.test(text) || text === ','
    // "planning and science manager" is one title of two fields.
    if (/^(and|&)$/i.test(text) && tokens[i - 1]?.upos === 'NOUN' && tokens[i + 1]?.upos === 'NOUN' && !isTitleHead(scene, i - 1) && !isTitleHead(scene, i + 1)) { start = i; continue }
    // "five Harvel police officers, Governor [Lindt]": others stand before the comma.
    if (text === ',' && isPlural(tokens[i - 1]) && !isPlural(tokens[last])) break
    if (isJoin && (!isTitleHead(scene, i - 1) || !isTitleHead(scene, last))) break
    if (/^(of|for)$/i.test(text) && !isTitleHead(scene, i - 1) && !isInComplement(scene, i)) break
    if (person && /^(and|,|&)$/.test(tokens[i + 1]?.text ?? '')) break
    const isPart = isNounLike(tokens[i]!) || /^(NUM|PART)$/.test(upos) || isJoin || /^(of|for)$/i.test(text) || /^['’]s?$|^[-–[\]]$|^(his|her|its|their|the|a|an|my|our|then|now|former|late)$/i.test(text) || (scene.endingAt.get(i + 1) ?? []).length > 0
      || /^under$/i.test(text) && /^[-–]$/.test(tokens[i + 1]?.text ?? '') || upos === 'VERB' && /^(VBG|VBN)$/.test(tokens[i]?.xpos ?? '') && tokens[i]?.deprel === 'amod'
    if (!isPart) break
    // "the Syrian refugees President Okoro wants to let in": people in small letters are no part of a title in capitals.
    if (tokens[i]?.xpos === 'NNS' && /^\p{Ll}/u.test(text) && /^\p{Lu}/u.test(tokens[i + 1]?.text ?? '') && isTitleHead(scene, i + 1)) break
    start = i
    if (/^(the|a|an|his|her|its|their|my|our)$/i.test(text) && !/^(of|for)$/i.test(tokens[i - 1]?.text ?? '')) break
  }
  return start
}

/** Where the short name of a body in brackets opens: "the National Directorate [(]DINARA) Chief". */
function bracketBefore({ resolved: { tokens }, endingAt, kindOf }: Scene, at: number): number | undefined {
  const open = tokens[at]?.text === ')' ? [at - 2, at - 3, at - 4].find((i) => tokens[i]?.text === '(') : undefined
  const isOfBody = open !== undefined && (endingAt.get(open) ?? []).some((each) => each.form === 'name' && kindOf.get(each.entity) === 'organization')
  return isOfBody ? open : undefined
}

/** Whether "of" carries on the complement of a title before it: "Under-Secretary-General for the Affairs [of] the Grand Mosque". */
function isInComplement(scene: Scene, at: number): boolean {
  const { tokens } = scene.resolved
  for (let i = at - 1; i > at - 7 && i > 0; i--) if (/^(of|for)$/i.test(tokens[i]?.text ?? '')) return isTitleHead(scene, i - 1) && isNominal(scene, i + 1, at)
  return false
}

/** "[Vladimir Urin], 53, the general director of …", "[Jim Clyburn] (D-S.C.), the assistant leader of …". */
export function titlesAfter(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  // "Azii Begum wife of Mohammad Sofi": ties may follow a name without a mark.
  if (isKin(tokens[name.end]?.text ?? '') && /^of$/i.test(tokens[name.end + 1]?.text ?? '')) return titlesFrom(scene, name, name.end)
  for (const mark of marksAfter(scene, name)) {
    const roles = titlesFrom(scene, name, mark + 1)
    if (roles.length > 0) return roles
  }
  return []
}

/** The marks behind which a name's titles may begin: the first after it, and those after an age, a seat, or anything in brackets. */
function marksAfter(scene: Scene, name: Reference): number[] {
  const { tokens } = scene.resolved
  const marks: number[] = []
  for (let at: number | undefined = name.end; at !== undefined && tokens[at]?.sentence === tokens[name.start]?.sentence; at = asideEnd(scene, at)) {
    if (/^[,(–—-]$/.test(tokens[at]?.text ?? '')) marks.push(at)
  }
  return marks
}

/** The end of what may stand between a name and its title: "(D-N.C.)", "(left)", ", 53", ", D-Ore.", "of Leeds". */
function asideEnd(scene: Scene, at: number): number | undefined {
  const { tokens } = scene.resolved
  const word = (i: number) => tokens[i]?.text ?? ''
  const next = (mark: string) => tokens.findIndex((token, i) => i > at && i <= at + 8 && token.text === mark && token.sentence === tokens[at]?.sentence)
  if (word(at) === '(') return next(')') < 0 ? undefined : next(')') + 1
  if (word(at) === ',') {
    const end = next(',')
    const inside = tokens.slice(at + 1, Math.max(at + 1, end)).map((token) => token.text).join('')
    return /^((aged)?\d{1,3}|(aged)?\d+-year-old|[QK]C|[MOC]BE|PhD|[JS]r\.?|[DRI][-–]\p{Lu}[\p{L}.]*)$/iu.test(inside) ? end : undefined
  }
  if (!/^(of|from)$/.test(word(at))) return undefined
  const seat = [at + 1, at + 2].flatMap((i) => scene.startingAt.get(i) ?? []).find((each) => each.form === 'name' && scene.kindOf.get(each.entity) !== 'person')
  return seat && word(seat.end) === ',' ? seat.end : undefined
}

/** The titles of the apposition that begins at a token. */
function titlesFrom(scene: Scene, name: Reference, start: number): FoundRole[] {
  const { tokens } = scene.resolved
  const word = (i: number) => (tokens[i]?.sentence === tokens[name.start]?.sentence ? tokens[i]?.text ?? '' : '')
  const roles: FoundRole[] = []
  let at = start
  for (let steps = 0; steps < 3; steps++) {
    const head = headAfter(scene, at)
    if (head === undefined) break
    const title = titleFrom(scene, at, head)
    if (!title) break
    // "Urin, Culture Minister Medinsky and …": the title belongs to the name that follows.
    if ((scene.startingAt.get(title.phrase.end) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')) break
    roles.push(...found(name, word(start - 1) === '(' ? withBodyBeside(scene, title) : title))
    if (!/^(and|&)$/.test(word(title.phrase.end)) || /^(the|a|an)$/i.test(word(title.phrase.end + 1)) && !isTitleHead(scene, title.phrase.end + 2)) break
    at = title.phrase.end + 1
  }
  return roles.map((role, i) => sharing(scene, role, roles[i + 1]))
}

/** "founder and CEO of [Acme]": what two titles joined by "and" are held for is said once. */
function sharing({ resolved: { tokens } }: Scene, role: FoundRole, next: FoundRole | undefined): FoundRole {
  const isJoined = next !== undefined && role.title.phrase.end + 1 === next.title.tokens.start && !isKin(tokens[role.title.head]?.text ?? '')
  // "Vice Minister of the Environment and director of [Norvex]": the first says what it is of.
  return isJoined && !role.title.of && next.title.of && !/ (?:of|for) /i.test(role.title.text) ? { ...role, title: { ...role.title, of: next.title.of, phrase: { start: role.title.phrase.start, end: next.title.phrase.end } } } : role
}

/** "(co-founder, [Polygon])": in brackets a comma may stand for "of". */
function withBodyBeside(scene: Scene, title: Title): Title {
  const { tokens } = scene.resolved
  if (title.of || tokens[title.phrase.end]?.text !== ',') return title
  const body = (scene.startingAt.get(title.phrase.end + 1) ?? []).find((each) => each.form === 'name' && scene.kindOf.get(each.entity) !== 'person')
  return body && /^[,;)]$/.test(tokens[body.end]?.text ?? '') ? { ...title, of: body.entity, phrase: { start: title.phrase.start, end: body.end } } : title
}

/** The title noun that ends the noun phrase beginning at a token. */
export function headAfter(scene: Scene, at: number): number | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 10; i++) {
    const token = tokens[i]
    if (!token || token.sentence !== tokens[at]?.sentence) return undefined
    if (isTitleHead(scene, i) && !/^NNP?S$/.test(token.xpos) && !/^(NOUN|PROPN)$/.test(/^[-–]$|^['’]s?$/.test(tokens[i + 1]?.text ?? '') ? 'NOUN' : isNounAfter(scene, i) ? 'NOUN' : '')) return i
    const isPart = /^(DET|ADJ|NOUN|PROPN|NUM|PART|ADV)$/.test(token.upos) || /^(his|her|its|their|former|then|acting|interim|[-–]|['’]s?)$/i.test(token.text) || token.upos === 'VERB' && token.deprel === 'amod'
    if (!isPart) return undefined
  }
  return undefined
}

/** Whether another noun carries the phrase on: "leader" in "opposition leader post". */
function isNounAfter(scene: Scene, i: number): boolean {
  const next = scene.resolved.tokens[i + 1]
  return next !== undefined && /^(NOUN|PROPN)$/.test(next.upos) && !(scene.startingAt.get(i + 1) ?? []).some((each) => scene.kindOf.get(each.entity) === 'person')
}

/** "A lawyer for the news outlets, [David Schulz], said", "opposition leader of Russia, [Alexey Navalny]". */
export function titlesInApposition(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  let mark = name.start - 1
  while (mark > 0 && courtesy.test(tokens[mark]?.text ?? '')) mark -= 1
  if (!/^[,–—]$/.test(tokens[mark]?.text ?? '') || tokens[mark]?.sentence !== tokens[name.start]?.sentence) return []
  for (let head = mark - 1; head >= mark - 13 && head >= 0 && tokens[head]?.sentence === tokens[name.start]?.sentence; head--) {
    if (/^(VERB|AUX)$/.test(tokens[head]?.upos ?? '') && tokens[head]?.deprel !== 'amod' || tokens[head]?.upos === 'PUNCT' && !/^[-–]$/.test(tokens[head]?.text ?? '')) return []
    if (!isTitleHead(scene, head)) continue
    if (isPlural(tokens[head])) return []
    const start = phraseStart(scene, { ...name, start: head + 1 }, head)
    const heads = headsBefore(scene, start, head)
    const title = titleFrom(scene, heads.length > 1 ? (heads.at(-2) ?? start) + 2 : start, head)
    const isTied = tokens[name.head]?.deprel === 'appos' && tokens[name.head]?.head === head
    const isClosed = /^[,.–—]$/.test(tokens[name.end]?.text ?? '') || tokens[name.end]?.sentence !== tokens[name.start]?.sentence
    if (!title || !isTied && !(isClosed && isNominal(scene, title.phrase.end, mark))) continue
    // "the minister, Lavrov said": a name that is the subject of what follows is no apposition.
    if (!isTied && /^nsubj/.test(tokens[name.head]?.deprel ?? '') && (tokens[name.head]?.head ?? -1) > name.head) return []
    const others = heads.slice(0, -1).flatMap((each) => found(name, titleFrom(scene, start, each)))
    const of = title.of ?? others.find((each) => each.title.of)?.title.of
    return [...others, ...found(name, of ? { ...title, of } : title)]
  }
  return []
}
