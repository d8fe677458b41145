/**
 * What people decided, in a file that people read and edit.
 * In: the text of `decisions.txt`, one decision a line, `#` before a remark. Out: the decisions, about things and about claims.
 *
 *   merge person:joe-biden person:joseph-biden
 *   split person:paul-young as person:paul-young-singer in article:76f4…    there, it is somebody else
 *   different person:paul-young person:paul-m-young                         no rule may join them
 *   rename person:joe-biden Joe Biden
 *   drop statement:76f4…-said-3f2a                                          leave the claim out
 *   speaker statement:76f4…-said-3f2a person:mara-lindqvist                 she said it
 *   add person:mara-lindqvist memberOf organization:union in article:76f4… a member of the union      the article says so
 *
 * A line that is taken out again is undone: things are as rules and articles make them. Things are named as the graph names them: `person:joe-biden`, `person/joe-biden`, or the whole IRI.
 */
import type { Decision } from '../merge/decisions.js'
import { Problem } from '../problem.js'

/** What a new file says, so that nobody needs the documentation to use it. */
export const TEMPLATE = `# What people decided about this catalogue, one decision a line.
# It goes before every rule, now and whenever articles are read again.
#
#   merge person:joe-biden person:joseph-biden              # they are one
#   split person:paul-young as person:paul-young-singer in article:0123456789abcdef   # there, it is somebody else
#   different person:paul-young person:paul-m-young         # no rule may join them
#   rename person:joe-biden Joe Biden
#   drop statement:0123456789abcdef-said-1a2b3c4d           # leave the claim out
#   speaker statement:0123456789abcdef-said-1a2b3c4d person:mara-lindqvist
#   add person:mara-lindqvist memberOf organization:union in article:0123456789abcdef a member of the union   # its words
`

type Ids = readonly [string, ...string[]]

/** @param place the file's name, for problems @throws Problem `input` with the line that is not understood */
export function parseDecisions(text: string, base: string, place: string): Decision[] {
  return text.split(/\r?\n/u).flatMap((line, at) => {
    const words = line.replace(/(?:^|\s)#.*$/u, '').trim()
    if (words === '') return []
    const decision = decisionOf(words, base)
    if (!decision) throw notUnderstood(place, at + 1, words)
    return [decision]
  })
}

function decisionOf(line: string, base: string): Decision | undefined {
  const [verb = '', name = '', ...rest] = line.split(/\s+/u)
  const first = idOf(name, base)
  if (first === undefined) return undefined
  if (verb === 'rename') return renamed(first, line)
  if (verb === 'split') return split(first, rest, base)
  if (verb === 'add') return added(first, rest, line, base)
  const others = idsOf(rest, base)
  switch (verb) {
    case 'merge': return others ? { decide: 'merge', things: [first, ...others] } : undefined
    case 'different': return others?.length === 1 ? { decide: 'different', things: [first, others[0]] } : undefined
    case 'drop': return rest.length === 0 ? { decide: 'drop', ...claimIn(first) } : undefined
    case 'speaker': return others ? { decide: 'speaker', ...claimIn(first), speakers: others } : undefined
    default: return undefined
  }
}

/** `statement/76f4…-said-3f2a` → article `76f4…`, claim `said-3f2a`. */
function claimIn(id: string): { readonly article: string; readonly claim: string } {
  const [, article = '', claim = ''] = /^[^/]+\/([^-]+)-(.+)$/u.exec(id) ?? []
  return { article, claim }
}

function renamed(thing: string, line: string): Decision | undefined {
  const label = /^\S+\s+\S+\s+["“]?(.+?)["”]?$/u.exec(line)?.[1]
  return label === undefined ? undefined : { decide: 'rename', thing, label }
}

/** The words after `add A`: `memberOf B in C`, then those of the article. */
function added(subject: string, [predicate = '', name = '', preposition, where = '']: readonly string[], line: string, base: string): Decision | undefined {
  const [object, article] = [idOf(name, base), idOf(where, base)]
  const words = /^(?:\S+\s+){6}["“]?(.+?)["”]?$/u.exec(line)?.[1]
  if (object === undefined || article === undefined || preposition !== 'in' || words === undefined || !/^[a-z][A-Za-z]+$/u.test(predicate)) return undefined
  return { decide: 'add', article: article.replace(/^article\//u, ''), subject, predicate, object, words }
}

/** The words after `split A`: `as B in C D`, or `in C D`. */
function split(thing: string, words: readonly string[], base: string): Decision | undefined {
  const isNamed = words[0] === 'as'
  const newId = isNamed ? idOf(words[1] ?? '', base) : undefined
  const [preposition, ...names] = isNamed ? words.slice(2) : words
  const articles = idsOf(names, base)
  if (preposition !== 'in' || !articles || (isNamed && newId === undefined)) return undefined
  const [first, ...others] = articles.map((id) => id.replace(/^article\//u, ''))
  return first === undefined ? undefined : { decide: 'split', thing, articles: [first, ...others], ...(newId !== undefined && { newId }) }
}

/** Undefined unless there is at least one and each is a name. */
function idsOf(names: readonly string[], base: string): Ids | undefined {
  const [first, ...others] = names.flatMap((name) => idOf(name, base) ?? [])
  return first !== undefined && others.length === names.length - 1 ? [first, ...others] : undefined
}

/** `person:joe-biden`, `person/joe-biden`, `<base>person/joe-biden`, with or without angle brackets → `person/joe-biden`. */
export function idOf(name: string, base: string): string | undefined {
  const bare = name.replace(/^<(.*)>$/u, '$1')
  const local = bare.startsWith(base) ? bare.slice(base.length) : bare.replace(/^([a-z]+):(?!\/\/)/u, '$1/')
  return /^[a-z]+\/[^\s/]+$/u.test(local) ? decoded(local) : undefined
}

function decoded(local: string): string | undefined {
  try {
    return decodeURIComponent(local)
  } catch {
    return undefined
  }
}

function notUnderstood(place: string, line: number, words: string): Problem {
  return new Problem('input', `${place}, line ${line}, is not understood: ${words}`,
    'Write merge, split, different, rename, drop, speaker or add, then names such as person:joe-biden, as at the top of a new file.')
}
