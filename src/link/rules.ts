/**
 * The rules of linking: what each is worth, and so whether it says `owl:sameAs` or `skos:closeMatch`.
 * In: what was seen (choose.ts): `person-full-only-three`. Out: the rule, `person`, its tier and its measured precision; nothing for what is a guess.
 *
 * The precision is what `npm run eval -- --only linking` counted on the developers' articles; tests/link-rules.json keeps the counts, and a test holds that
 * every rule that says `sameAs` is right at least 95 times in 100 by the lower bound of a 95 % interval.
 */

export interface Rule { readonly name: string; readonly tier: 'sameAs' | 'closeMatch'; readonly confidence: number }

const SAME = 'sameAs', CLOSE = 'closeMatch'

/** The first that fits. */
const RULES: readonly (Rule & { readonly seen: RegExp })[] = [
  { name: 'state', tier: SAME, confidence: 0.98, seen: /^state-(?:full|single|acronym|other)-(?:only|clear)-(?:two|three)$/u },
  { name: 'person', tier: SAME, confidence: 0.98, seen: /^person-full-(?:only|clear)-(?:two|three)$/u },
  { name: 'place', tier: CLOSE, confidence: 0.87, seen: /^place-(?:full|single)-(?:only|clear)-(?:two|three)$/u },
  { name: 'town', tier: CLOSE, confidence: 0.95, seen: /^town-(?:full|single)-(?:(?:only|clear)-three|clear-two)$/u },
  { name: 'outlet', tier: SAME, confidence: 0.99, seen: /^outlet-(?:full|single|acronym)-(?:only|clear)-(?:two|three)$/u },
  { name: 'organisation', tier: SAME, confidence: 0.98, seen: /^organization-(?:full|single|acronym)-only-three$/u },
  { name: 'state-in-sport', tier: CLOSE, confidence: 0.82, seen: /^sport-(?:state|town|place|region)-\w+-(?:only|clear)-(?:two|three)$/u },
  { name: 'person-in-sport', tier: CLOSE, confidence: 0.9, seen: /^sport-person-(?:title|full-(?:only|clear)-(?:one|two|three))$/u },
  { name: 'body-in-sport', tier: CLOSE, confidence: 0.8, seen: /^sport-(?:organization|outlet)-\w+-(?:only|clear)-(?:two|three)$/u },
  { name: 'continent', tier: SAME, confidence: 0.99, seen: /^continent-/u },
  { name: 'state-among-others', tier: CLOSE, confidence: 0.82, seen: /^state-\w+-close-(?:two|three)$/u },
  { name: 'person-one-witness', tier: CLOSE, confidence: 0.85, seen: /^person-full-only-one$/u },
  { name: 'person-one-word', tier: CLOSE, confidence: 0.9, seen: /^person-single-(?:only|clear)-(?:two|three)$/u },
  { name: 'person-by-title', tier: CLOSE, confidence: 0.87, seen: /^person-title$/u },
  { name: 'place-among-others', tier: CLOSE, confidence: 0.94, seen: /^place-(?:full|single)-(?:close-(?:two|three)|only-one)$/u },
  { name: 'region', tier: CLOSE, confidence: 0.83, seen: /^region-\w+-(?:only|clear)-three$/u },
  { name: 'town-among-others', tier: CLOSE, confidence: 0.82, seen: /^town-(?:full|single)-(?:close-(?:two|three)|only-two)$/u },
  { name: 'outlet-one-witness', tier: CLOSE, confidence: 0.97, seen: /^outlet-(?:full|single|acronym)-only-one$/u },
  { name: 'organisation-two-witnesses', tier: CLOSE, confidence: 0.94, seen: /^organization-(?:full|single|acronym)-only-two$|^organization-\w+-clear-(?:two|three)$/u },
  { name: 'organisation-one-witness', tier: CLOSE, confidence: 0.92, seen: /^organization-full-only-one$/u },
  { name: 'work', tier: CLOSE, confidence: 0.9, seen: /^work-\w+-(?:only|clear)-(?:one|two|three)$/u },
  { name: 'unknown-kind', tier: CLOSE, confidence: 0.89, seen: /^unknown-full-only-(?:one|two|three)$/u },
]

export function ruleOf(seen: string): Rule | undefined {
  return RULES.find((rule) => rule.seen.test(seen))
}

/** All, for measuring. */
export const rules: readonly Rule[] = RULES
