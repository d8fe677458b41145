/**
 * Countries that play: "Brazil beat Germany 2-1", "England captain Tom Reed". The occurrences of places go in; out come those
 * that mean a national side, one draft a side, and the rest. A side is no country: it loses a match, and has a coach.
 * Not handled: towns that play, which the analysis takes for clubs, and sides that no word of sport stands beside.
 */
import type { Analysed } from '../model.js'
import { countryNamed } from './countries.js'
import { addPlace, newDraft, type Draft } from './drafts.js'
import type { Occurrence } from './occurrence.js'

const title = /^(captain|skipper|coach|striker|midfielder|defender|goalkeeper|keeper|winger|full-back|fullback|fly-half|scrum-half|prop|hooker|batsman|batter|bowler|all-rounder|seamer|spinner|wicketkeeper|quarterback|manager)$/i
const contest = /^(beat|defeat|thrash|draw|lose|win|play|face|trounce|edge|qualify|crush|stun|eliminate|rout|whitewash|meet|overcome|concede|score|advance|host|down|hammer|demolish|dispatch|upset|hold|outclass|topple|dump|oust)$/
const sport = /^(match|matches|goal|goals|semi-final|semifinal|quarter-final|quarterfinal|qualifier|qualifiers|friendly|wicket|wickets|innings|try|tries|penalty|penalties|half-time|halftime|tournament|cricket|football|rugby|hockey|handball|volleyball|basketball|scored|odi|t20|group)$/i

/** Home nations play on their own. */
const isNation = (name: string): boolean => countryNamed(name) !== undefined || /^(England|Scotland|Wales|Northern Ireland|West Indies|Great Britain)$/.test(name)

export function teamsOf(analysed: Analysed, places: readonly Occurrence[]): { readonly teams: Draft[]; readonly rest: Occurrence[] } {
  const playing = places.filter((each) => isNation(each.text) && (isTitled(analysed, each) || isPlaying(analysed, each)))
  const teams = new Map<string, Draft>()
  for (const each of playing) {
    const name = countryNamed(each.text)?.name ?? each.text
    const draft = teams.get(name) ?? newDraft('organization', name, 'organization')
    draft.type = 'SportsTeam'
    teams.set(name, draft)
    addPlace(draft, { ...each, form: 'name' }, each.text)
  }
  return { teams: [...teams.values()], rest: places.filter((each) => !playing.includes(each)) }
}

/** "England captain Tom Reed"; "the Brazil coach". */
function isTitled({ tokens }: Analysed, { start, end }: Occurrence): boolean {
  const next = tokens[end]
  return next !== undefined && next.sentence === tokens[start]?.sentence && title.test(next.text) && (!/^manager$/i.test(next.text) || /^\p{Lu}/u.test(tokens[end + 1]?.text ?? ''))
}

/** A party to a verb of contest in a sentence with a score or a word of sport. */
function isPlaying({ tokens, sentences }: Analysed, { head, end, start }: Occurrence): boolean {
  const token = tokens[head], sentence = sentences[token?.sentence ?? -1]
  if (!token || !sentence) return false
  const words = tokens.slice(sentence.start, sentence.end)
  const hasScore = words.some(({ text }, i) => /^\d{1,3}[-–]\d{1,3}$/.test(text) || /^\d{1,3}$/.test(text) && /^[-–]$/.test(words[i + 1]?.text ?? '') && /^\d{1,3}$/.test(words[i + 2]?.text ?? ''))
  const isOfSport = hasScore || words.some(({ text }) => sport.test(text)) || /\b(World Cup|Euro \d|Six Nations|Davis Cup|Test match|Nations League|Asian Cup|Copa)\b/.test(words.map(({ text }) => text).join(' '))
  const isAgainst = /^(against|v|vs|over)$/i.test(tokens[start - 1]?.text ?? '')
  const verb = tokens[token.deprel === 'conj' ? tokens[token.head]?.head ?? -1 : token.head]
  const isParty = /^(nsubj|obj|obl:agent|conj)/.test(token.deprel) && verb !== undefined && contest.test(verb.lemma) && !/^['’]s?$/.test(tokens[end]?.text ?? '')
  return isOfSport && (isParty || isAgainst && words.some(({ lemma }) => contest.test(lemma)))
}
