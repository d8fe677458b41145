/**
 * Places that stand for their teams: "Moldova 1 Estonia 2", "Essex made 532".
 * In: an article and a place of it. Out: whether the name means who plays: in a report of sport, unless most of its places in the text are where something is ("in
 * Essex", "Durham, England", "(Switzerland)"). A team is not the place, so it is tied to nothing.
 * Not handled: towns that play in an article that is of sport only in a line or two.
 */
import type { Entity, Extracted, Reference } from '../model.js'

const word = /^(?:match|matches|goal|goals|semi-?finals?|quarter-?finals?|finals|qualifiers?|friendly|wickets?|innings|overs|tries|penalty|half-?time|tournament|cricket|football|soccer|rugby|hockey|handball|volleyball|basketball|baseball|tennis|golf|athletics|cycling|scored?|scorers?|league|cup|championships?|standings|seeded|coach|midfielder|striker|goalkeeper|defender|batsman|bowler|referee|pts|attendance|medal|olympics?|olympic|umpire|scoreboard|scoreless|unbeaten|squad|team-?mates?|captain|skipper|stumps|playoffs?|relegat(?:ed|ion)|squash|snooker|boxing|boxer|sprinter|marathon|medall?ists?|prix)$/iu

/** How agencies head their reports: "SOCCER - Moldova beat Estonia". */
const heading = /^(?:CRICKET|SOCCER|FOOTBALL|RUGBY|TENNIS|GOLF|SQUASH|BOXING|BASKETBALL|BASEBALL|(?:ICE )?HOCKEY|NHL|NBA|NFL|CYCLING|ATHLETICS|SWIMMING|SKIING|BADMINTON|VOLLEYBALL|HANDBALL|MOTOR RACING|MOTORCYCLING|YACHTING|ROWING|CHESS|SNOOKER|OLYMPICS?)\b[^.\n]{0,40}? [-–:] /u

/** Of all sentences, how many must speak of sport. */
const REPORT = 0.3

export function isOfSport({ text, tokens, sentences, references, entities }: Extracted): boolean {
  if (heading.test(text)) return true
  if (sentences.length === 0) return false
  const places = new Set(entities.filter(({ kind }) => kind === 'place').map(({ id }) => id))
  const ends = new Set(references.filter(({ entity, form }) => form === 'name' && places.has(entity)).map(({ end }) => end))
  const sporting = sentences.filter(({ start, end }) => {
    const words = tokens.slice(start, end)
    return words.some(({ text }, at) => word.test(text) || /^\d{1,3}[-–]\d{1,3}$/u.test(text) || ends.has(start + at) && isScore(text, words[at + 1]?.text))
  })
  return sporting.length / sentences.length >= REPORT
}

/** "Moldova 1", "Essex 326-9": a number behind the name of a place that counts nothing. */
function isScore(text: string, next: string | undefined): boolean {
  return /^\d{1,3}$/u.test(text) && !/^(?:%|percent|per|million|billion|years?|days?|miles?|km|people)$/iu.test(next ?? '')
}

/** @param isSport whether the article is a report of sport */
export function standsForTeam(article: Extracted, { id, kind }: Entity, isSport: boolean): boolean {
  if (!isSport || kind !== 'place') return false
  const named = article.references.filter(({ entity, form }) => entity === id && form === 'name')
  return named.length > 0 && 2 * named.filter((reference) => isWhere(article, reference)).length < named.length
}

/** Behind a preposition of place, between commas or brackets, before a comma and a larger place. */
function isWhere({ tokens }: Extracted, { start, end }: Reference): boolean {
  const before = tokens[start - 1]?.text ?? '', next = tokens[end]?.text ?? ''
  return /^(?:in|at|near|from|to|around|outside|across|through|throughout)$/iu.test(before) || /^[,(]$/u.test(before) && /^[).,]$/u.test(next)
}
