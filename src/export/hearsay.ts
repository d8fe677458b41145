/**
 * Roles that stand only in what somebody said.
 * In: the claims of an article. Out: the same; “‘the dictator Ovan Brask,’ said Dahl” → the role of Brask is "reported", according to
 * Dahl's
 * statement. The graph keeps such a role as the title that it is; elsewhere it would be read as a fact.
 */
import type { Claim, Place, StatementClaim } from './model.js'

export function withHearsay(claims: readonly Claim[]): Claim[] {
  const statements = claims.filter((claim) => claim.kind === 'statement')
  return claims.map((claim) => {
    if (claim.kind !== 'role' || claim.places.length === 0) return claim
    const said = statements.find((statement) =>
      claim.places.every((place) => contentOf(statement).some((content) => isWithin(place, content))),
    )
    if (!said) return claim
    return {
      ...claim,
      status: claim.status === 'asserted' ? 'reported' : claim.status,
      accordingTo: { iri: said.iri, label: said.label, speakers: said.speakers },
    }
  })
}

/** Where what was said stands; the other words of a statement are those of who tells it. */
function contentOf({ text, places }: StatementClaim): Pick<Place, 'start' | 'end'>[] {
  const said = oneLine(text)
  return places.flatMap(({ start, end, exact }) => {
    if (said.includes(oneLine(exact))) return [{ start, end }]
    const at = exact.indexOf(text)
    if (at < 0) return []
    const from = start + Array.from(exact.slice(0, at)).length
    return [{ start: from, end: from + [...text].length }]
  })
}

function isWithin(inner: Place, outer: Pick<Place, 'start' | 'end'>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
