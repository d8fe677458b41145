/**
 * Second names that the text gives: "Phone, also known as Peng Jiashing", "the 'Queen of Soul,' Aretha Franklin". The drafts of people go in; drafts that the text
 * equates become one.
 */
import type { Analysed } from '../model.js'
import type { Draft } from './drafts.js'

const equating = /^,? ?\(?(?:who is |who was |who's )?(?:also|better|commonly|formerly|previously|widely|popularly|otherwise)? ?(?:known|born|nicknamed|called|dubbed|aka|a\.k\.a\.|alias|né|née|real name|whose real name (?:is|was))(?: (?:as|by (?:his|her) (?:nickname|pseudonym|stage name|nom de guerre)))?:? ["“‘']?(?:the )?$/i

export function joinAliases({ text, tokens }: Analysed, people: Draft[]): Draft[] {
  const starts = new Map(people.flatMap((draft) => draft.places.map((place) => [place.start, draft] as const)))
  const gone = new Set<Draft>()
  const pairs: [Draft, Draft][] = []
  for (const draft of people) {
    for (const place of draft.places) {
      for (let next = place.end + 1; next < place.end + 10; next++) {
        const other = starts.get(next)
        if (!other || other === draft || gone.has(other) || gone.has(draft)) continue
        const between = text.slice(tokens[place.end - 1]?.end ?? 0, tokens[next]?.start ?? 0)
        if (equating.test(between.trimStart() || 'x')) { pairs.push([draft, other]); gone.add(other) }
        else if (/^\p{L}+ of /u.test(draft.name) && /^["“‘']$/.test(tokens[place.start - 1]?.text ?? '') && /^,?["”’'],? $/.test(between)) { pairs.push([other, draft]); gone.add(draft) }
        break
      }
    }
  }
  for (const [draft, other] of pairs) absorb(draft, other)
  return people.filter((draft) => !gone.has(draft))
}

function absorb(into: Draft, other: Draft): void {
  into.places.push(...other.places)
  for (const [name, count] of other.names) into.names.set(name, (into.names.get(name) ?? 0) + count)
  into.gender ??= other.gender
}
