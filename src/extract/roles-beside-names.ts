/**
 * Titles that stand beside a person's name: "Culture Minister [Vladimir Medinsky]", "[Vladimir Urin], the general director of
 * …", "A lawyer for Reuters, [David Schulz], said". A name goes in, what it is called comes out.
 * Not handled: titles in another sentence.
 */
import type { Reference } from '../model.js'
import { foundRoles as found, titleFrom } from './role-phrases.js'
import { isTitleHead, type FoundRole, type Scene } from './role-scene.js'

/** "Fiorentina captain and defender [Davide Astori]": every title in the words that lead up to the name. */
export function titlesBefore(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  let last = name.start - 1
  // "Minister Dr. Hans Schmidt", "dictator 'Hitler'": courtesies and quote marks stand between title and name.
  while (last > 0 && /^((mr|mrs|ms|dr|prof|sir|lord)\.?|["“‘'])$/i.test(tokens[last]?.text ?? '')) last -= 1
  if (tokens[last]?.sentence !== tokens[name.start]?.sentence || last < 0) return []
  const start = phraseStart(scene, name, last)
  const heads = headsBefore(scene, start, last)
  let from = start
  let shared: string | undefined
  return heads.flatMap((head) => {
    const title = titleFrom(scene, from, head)
    from = head + 2
    shared ??= title?.of
    return found(name, title && !title.of && shared ? { ...title, of: shared } : title)
  })
}

/** The title nouns of a phrase: its last word, or one whose complement ends it ("mayor of Florence"), and those joined to it by "and". */
function headsBefore(scene: Scene, start: number, last: number): number[] {
  const { tokens } = scene.resolved
  // "President-elect" ends in what is no title by itself.
  const isElect = /^(elect|designate)$/i.test(tokens[last]?.text ?? '') && /^[-–]$/.test(tokens[last - 1]?.text ?? '') && isTitleHead(scene, last - 2)
  let final = isElect ? last - 2 : isTitleHead(scene, last) && tokens[last]?.xpos !== 'NNS' ? last : -1
  for (let i = last - 1; final < 0 && i >= start; i--) {
    if (!isTitleHead(scene, i)) continue
    if (!/^(of|for)$/i.test(tokens[i + 1]?.text ?? '') || titleFrom(scene, start, i)?.phrase.end !== last + 1) return []
    final = i
  }
  if (final < 0) return []
  const heads = [final]
  for (let i = final - 1; i >= start; i--) if (isTitleHead(scene, i) && /^(and|&|,|\/)$/.test(tokens[i + 1]?.text ?? '')) heads.unshift(i)
  return heads
}

/** Where the phrase before a name begins: nouns, adjectives, names that own or qualify, "and" between titles. */
export function phraseStart(scene: Scene, name: Reference, last: number): number {
  const { tokens } = scene.resolved
  let start = last + 1
  for (let i = last; i >= 0 && i > last - 14 && tokens[i]?.sentence === tokens[name.start]?.sentence; i--) {
    const { text = '', upos = '' } = tokens[i] ?? {}
    const person = (scene.endingAt.get(i + 1) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
    const isJoin = /^(and|&)$/i.test(text) || text === ','
    // "planning and science manager" is one title of two fields.
    if (/^(and|&)$/i.test(text) && tokens[i - 1]?.upos === 'NOUN' && tokens[i + 1]?.upos === 'NOUN' && !isTitleHead(scene, i - 1) && !isTitleHead(scene, i + 1)) { start = i; continue }
    if (isJoin && (!isTitleHead(scene, i - 1) || !isTitleHead(scene, last))) break
    if (/^(of|for)$/i.test(text) && !isTitleHead(scene, i - 1)) break
    if (person && /^(and|,|&)$/.test(tokens[i + 1]?.text ?? '')) break
    const isPart = /^(NOUN|PROPN|ADJ|NUM|PART)$/.test(upos) || isJoin || /^(of|for)$/i.test(text) || /^['’]s?$|^[-–]$|^(his|her|its|their|the|a|an|my|our|then|now|former|late)$/i.test(text) || (scene.endingAt.get(i + 1) ?? []).length > 0
      || upos === 'VERB' && /^(VBG|VBN)$/.test(tokens[i]?.xpos ?? '') && tokens[i]?.deprel === 'amod'
    if (!isPart) break
    start = i
    if (/^(the|a|an|his|her|its|their|my|our)$/i.test(text) && !/^(of|for)$/i.test(tokens[i - 1]?.text ?? '')) break
  }
  return start
}

/** "[Vladimir Urin], 53, the general director of …", "[Renzi], a former mayor of Florence and leader of …". */
export function titlesAfter(scene: Scene, name: Reference): FoundRole[] {
  const { tokens } = scene.resolved
  const word = (i: number) => (tokens[i]?.sentence === tokens[name.start]?.sentence ? tokens[i]?.text ?? '' : '')
  let at = name.end
  if (!/^[,(–—-]$/.test(word(at))) return []
  at += 1
  if (/^\d+$/.test(word(at)) && word(at + 1) === ',') at += 2
  const roles: FoundRole[] = []
  for (let steps = 0; steps < 3; steps++) {
    const head = headAfter(scene, at)
    if (head === undefined) break
    const title = titleFrom(scene, at, head)
    if (!title) break
    // "Urin, Culture Minister Medinsky and …": the title belongs to the name that follows.
    if ((scene.startingAt.get(title.phrase.end) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')) break
    roles.push(...found(name, title))
    if (!/^(and|&)$/.test(word(title.phrase.end)) || /^(the|a|an)$/i.test(word(title.phrase.end + 1)) && !isTitleHead(scene, title.phrase.end + 2)) break
    at = title.phrase.end + 1
  }
  return roles
}

/** The title noun that ends the noun phrase beginning at a token. */
export function headAfter(scene: Scene, at: number): number | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 10; i++) {
    const token = tokens[i]
    if (!token || token.sentence !== tokens[at]?.sentence) return undefined
    if (isTitleHead(scene, i) && token.xpos !== 'NNS' && !/^(NOUN|PROPN)$/.test(/^[-–]$|^['’]s?$/.test(tokens[i + 1]?.text ?? '') ? 'NOUN' : isNounAfter(scene, i) ? 'NOUN' : '')) return i
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
  if (!/^[,–—]$/.test(tokens[name.start - 1]?.text ?? '') || tokens[name.start - 1]?.sentence !== tokens[name.start]?.sentence) return []
  for (let head = name.start - 2; head >= name.start - 14 && head >= 0 && tokens[head]?.sentence === tokens[name.start]?.sentence; head--) {
    if (/^(VERB|AUX)$/.test(tokens[head]?.upos ?? '') && tokens[head]?.deprel !== 'amod' || tokens[head]?.upos === 'PUNCT' && !/^[-–]$/.test(tokens[head]?.text ?? '')) return []
    if (!isTitleHead(scene, head)) continue
    const start = phraseStart(scene, { ...name, start: head + 1 }, head)
    const heads = headsBefore(scene, start, head)
    const title = titleFrom(scene, heads.length > 1 ? (heads.at(-2) ?? start) + 2 : start, head)
    const isTied = tokens[name.head]?.deprel === 'appos' && tokens[name.head]?.head === head
    const isClosed = /^[,.–—]$/.test(tokens[name.end]?.text ?? '') || tokens[name.end]?.sentence !== tokens[name.start]?.sentence
    if (!title || !isTied && !(isClosed && title.phrase.end === name.start - 1)) continue
    // "the minister, Lavrov said": a name that is the subject of what follows is no apposition.
    if (!isTied && /^nsubj/.test(tokens[name.head]?.deprel ?? '') && (tokens[name.head]?.head ?? -1) > name.head) return []
    const others = heads.slice(0, -1).flatMap((each) => found(name, titleFrom(scene, start, each)))
    const of = title.of ?? others.find((each) => each.title.of)?.title.of
    return [...others, ...found(name, of ? { ...title, of } : title)]
  }
  return []
}
