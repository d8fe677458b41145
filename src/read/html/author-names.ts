/**
 * Names in what a page says about its authors.
 *
 *   in:  "By Jane Doe and John Roe for The Daily Example | 7 July", "https://echo.example/staff/jane-doe", "AOL Staff"
 *   out: ["Jane Doe", "John Roe"], ["Jane Doe"], ["AOL Staff"]
 *
 * Four readings, from sure to unsure; each gives nothing for what it does not know.
 */
import type { Page } from './facts.js'
import { bare, plain } from './wording.js'

const NO_PERSON = /\b(?:news|staff|press|team|editors?|editorial|magazine|times|post|foundation|agency|reuters|associated|desk|writers?|correspondent|reporter|contributors?|twitter|facebook|follow|more|posts|the|view|university|media|network|online|guest|admin|condé nast|by|in|of|for|on|to)\b/i
/** Of a staff, an agency, an institution. */
const ORGANISATION = /\p{L}.* (?:staff|news|press|team|foundation|agency|desk|report|reports|service|editors|editorial|university|institute|association|society|council|department|office|network|media|online|magazine|reporters?|wire)\b|\b(?:associated press|agence france|press association|reuters|staff|news) \p{L}/iu
/** What stands beside names to be clicked on. */
const LABEL = /^(?:show|full|read|see|view|about|contact|e-?mail|follow|visit|share|all|latest|recent|our|sign|log|meet|ask|written|edited) |.* (?:bio|biography|profile|articles?|stories|website|here|newsletters?|podcasts?|images?|photos?|videos?|details|info|updates?|comments?|minutes?|ago)$/i
/** Agencies and broadcasters that sign with one word. */
const AGENCY = /^(?:reuters|bloomberg|ap|afp|upi|pti|ani|ians|dpa|efe|ansa|tass|xinhua|bbc|cnn|npr|pbs)$/i
const NO_PENNAME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|author|anonymous|unknown|none|null|home|about|comments?|share|published|updated|admin\w*|user|staff|editor|contributor)$|\bago$/i
const LONGEST_NAME = 40
/** No list of authors is longer. */
const LONGEST = 1500
const NAME = /^\p{Lu}[\p{L}\p{M}'’.-]*(?: (?:(?:de|del|la|le|van|von|der|den|bin|al|el|da|dos|di|du|ten|ter|zu|y|e) )*(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u
/** What stands behind a name without a mark: "Jane Doe 5 min read", "Jane Doe Updated …", "Jane Doe July 7", "Jane Doe @janedoe", "Jane Doe (Reuters)". */
const BEHIND = /\s+(?:\d|[@([]|(?:published|updated|posted|last|follow|contributors?|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d).*$/iu

/** What stands before a name, and after it: "Analysis by Jane Doe, Chief Political Correspondent". */
const SIGNED = /^(?:(?:written|posted|published|reported|words|story|article|analysis|opinion|review|text|interview|column|commentary|report) )?(?:(?:by)+:? |(?:authors?|words|text|reporter|writer|byline) ?: ?)/i
/** "ByJane Doe", but "Byron Doe". */
const GLUED = /^By(?=\p{Lu}\p{Ll}*[ .])/u
const POST = /,? (?:(?:chief|senior|deputy|assistant|contributing|special|guest|political|politics|business|economics|financial|health|science|technology|tech|sports?|arts|culture|education|environment|home affairs|foreign|diplomatic|world|national|international|local|city|investigative|digital|freelance|data|royal|crime|legal|staff|news) )*(?:correspondent|editor|reporter|writer|columnist|journalist)\b.*$/i

/** "By Jane Doe and John Roe for The Daily Example | 7 July" holds two names, "Doe, Jane" holds one. */
export function personsIn(written: string, { siteNames }: Pick<Page, 'siteNames'>): string[] {
  const words = written.slice(0, LONGEST)
  const reversed = /^(\p{Lu}[\p{L}’'-]+), (\p{Lu}[\p{L}.’'-]+(?: \p{Lu}\.?)?)$/u.exec(plain(words))
  return (reversed ? `${reversed[2]} ${reversed[1]}` : unsigned(words))
    .replace(/ (?:for|from|in|on|at|of|For|From) .*$/, '')
    .replace(POST, '')
    .split(/\s*(?:[,;|•·/–—]|\s-\s|\band\b|\bAnd\b|&|\bwith\b)\s*/)
    .map((name) => name.replace(BEHIND, '').trim())
    .filter((name) => name.length <= LONGEST_NAME && NAME.test(name) && !NO_PERSON.test(name) && !LABEL.test(name) && !siteNames.some((site) => bare(site) === bare(name)))
    .filter((name, _, all) => !isShouted(name) || all.every(isShouted))
}

/** "USA TODAY" behind "Jane Doe" is where she works. */
function isShouted(name: string): boolean {
  return !/\p{Ll}/u.test(name)
}

/** The address of an author's page: ".../staff/jane-doe". */
export function addressed(written: string): string[] {
  const slug = /^https?:\/\/.+\/(?:authors?|staff|people|profiles?|by|contributors?|writers?|reporters?)\/([a-z]+(?:-[a-z]+){1,2})\/?$/.exec(written)?.[1]
  const name = slug?.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash ? ' ' : '') + letter.toUpperCase())
  return name && !NO_PERSON.test(name) ? [name] : []
}

/** "Bebs", "jane doe". */
export function pennameIn(written: string, { siteNames }: Page): string[] {
  const name = unsigned(written)
  const isName = /^\p{L}[\p{L}\p{M}'’.-]+(?: \p{L}[\p{L}\p{M}'’.-]*){0,2}$/u.test(name) && name.length <= 24
  return isName && !NO_PERSON.test(name) && !NO_PENNAME.test(name) && !siteNames.some((site) => bare(site) === bare(name)) ? [name] : []
}

/** "AOL Staff", "Associated Press". */
export function organisationIn(written: string, { siteNames }: Page): string[] {
  const name = unsigned(written)
  if (AGENCY.test(name)) return [name]
  if (name.length > LONGEST_NAME || !/^[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'’.&-]*(?: [\p{L}\p{M}\p{N}'’.&-]+){0,4}$/u.test(name)) return []
  return ORGANISATION.test(name) || siteNames.some((site) => bare(site) === bare(name)) ? [name] : []
}

/** Whatever is said to be an organisation, if it is no address. */
export function bodyIn(written: string): string[] {
  const name = plain(written)
  return name.length <= LONGEST_NAME && /\p{L}{2}/u.test(name) && !/:\/\/|@/.test(name) ? [name] : []
}

function unsigned(written: string): string {
  return plain(written.slice(0, LONGEST))
    .replace(/^(?:posted|published|updated)\b.{0,40}?\bby /i, '')
    .replace(SIGNED, '')
    .replace(GLUED, '')
    .trim()
}
