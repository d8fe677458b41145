/**
 * Whether the article itself states a relation: the place in the text where a finding was made goes in, its factuality comes out.
 * What a name with its title shows holds whatever the clause denies or supposes: in "a lack of cards issued by the Paraguayan
 * Indigenous Institute" it is the cards that are lacking. Doubt in the name itself counts: "the alleged leader".
 */
import type { Resolved, Statement } from '../model.js'
import type { Finding } from './relation-rules.js'
import { standing, standingOfName, type Standing } from './said.js'

/** Whether a rule reads relations off names and their titles, not off clauses. */
export const isShownByName = (rule: string): boolean => /^(nationality-of-body|place-in-place|capital-of|relation-from-role|person-of-body)$/.test(rule)

const hedge = /\b(alleged|suspected|supposed|purported|possible|potential|would-be|prospective|likely|self-proclaimed|self-styled)\b/i
const coming = /\b(president|minister|mayor|governor|chancellor|chairman|chairwoman)[- ](elect|designate)\b|\b(incoming|future)\b/i

export function standingOf(resolved: Resolved, statements: readonly Statement[], { rule, evidence, at, isClause }: Finding): Standing {
  if (!isShownByName(rule) || isClause) return standing(resolved, statements, at)
  const words = resolved.text.slice(evidence[0].start, evidence[0].end)
  const stands = standingOfName(resolved, statements, at)
  return hedge.test(words) ? { ...stands, factuality: 'Possible' } : coming.test(words) ? { ...stands, factuality: 'Planned' } : stands
}
