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
  { name: 'state', tier: SAME, confidence: 0.99, seen: /^state-(?:full|single|acronym|other)-(?:(?:only|clear)-(?:two|three)|close-three)$/u },
  { name: 'town', tier: SAME, confidence: 0.98, seen: /^town-(?:full|single)-(?:only|clear)-three$|^(?:abroad-)?metropolis-(?:full|single)-(?:only|clear)-(?:two|three)$/u },
  { name: 'place', tier: SAME, confidence: 0.98, seen: /^(?:(?:place|continent)-(?:full|single)-(?:only|clear)-(?:two|three)|region-(?:full|single)-(?:only|clear)-three)$/u },
  { name: 'person', tier: SAME, confidence: 0.99, seen: /^person-full-(?:(?:only|clear)-(?:two|three)|close-three)$/u },
  { name: 'person-by-title', tier: SAME, confidence: 0.97, seen: /^person-title-few$/u },
  { name: 'outlet', tier: SAME, confidence: 0.99, seen: /^outlet-(?:full|single|acronym)-(?:only-(?:one|two|three)|clear-(?:two|three))$/u },
  { name: 'organisation', tier: SAME, confidence: 0.98, seen: /^organization-(?:full|single|acronym)-(?:only|clear)-(?:two|three)$/u },
  { name: 'union', tier: CLOSE, confidence: 0.75, seen: /^union-/u },
  { name: 'seat', tier: CLOSE, confidence: 0.9, seen: /^seat-\w+-(?:only|clear)-(?:one|two|three)$/u },
  { name: 'state-in-sport', tier: CLOSE, confidence: 0.82, seen: /^sport-(?:state|town|metropolis|place|region|district|nation)-\w+-(?:only|clear)-(?:two|three)$/u },
  { name: 'person-in-sport', tier: CLOSE, confidence: 0.87, seen: /^sport-person-(?:title(?:-few|-some)?|full-(?:only|clear)-(?:one|two|three))$/u },
  { name: 'body-in-sport', tier: CLOSE, confidence: 0.95, seen: /^sport-(?:organization|outlet)-\w+-(?:only|clear)-(?:two|three)$/u },
  { name: 'state-among-others', tier: CLOSE, confidence: 0.85, seen: /^state-\w+-close-two$/u },
  { name: 'nation', tier: CLOSE, confidence: 0.8, seen: /^nation-\w+-(?:only|clear)-(?:two|three)$/u },
  { name: 'region-among-others', tier: CLOSE, confidence: 0.82, seen: /^region-(?:full|single)-(?:close-(?:two|three)|(?:only|clear)-two)$|^district-(?:full|single)-(?:(?:only|clear)-(?:two|three)|close-three)$/u },
  { name: 'town-among-others', tier: CLOSE, confidence: 0.89, seen: /^metropolis-(?:full|single)-(?:close-(?:one|two|three)|(?:only|clear)-one)$|^town-(?:full|single)-(?:only|clear)-two$|^village-(?:full|single)-(?:only|clear)-(?:two|three)$/u },
  { name: 'place-elsewhere', tier: CLOSE, confidence: 0.98, seen: /^(?:away|alone)-(?:state|nation|town|metropolis)-\w+-(?:only|clear)-(?:two|three)$|^abroad-town-\w+-(?:only|clear)-two$/u },
  { name: 'place-among-others', tier: CLOSE, confidence: 0.88, seen: /^place-(?:full|single)-(?:close-(?:two|three)|only-one)$/u },
  { name: 'person-among-others', tier: CLOSE, confidence: 0.95, seen: /^person-other-only-(?:two|three)$/u },
  { name: 'person-one-witness', tier: CLOSE, confidence: 0.81, seen: /^person-full-only-one$/u },
  { name: 'person-one-word', tier: CLOSE, confidence: 0.9, seen: /^person-single-(?:only|clear)-(?:two|three)$/u },
  { name: 'person-by-shared-title', tier: CLOSE, confidence: 0.85, seen: /^person-title(?:-some)?$/u },
  { name: 'body-of-state', tier: CLOSE, confidence: 0.9, seen: /^(?:organization|unknown)-composed-(?:title|(?:only|clear)-(?:none|one|two|three))$/u },
  { name: 'outlet-by-title', tier: CLOSE, confidence: 0.8, seen: /^outlet-title$/u },
  { name: 'organisation-among-others', tier: CLOSE, confidence: 0.97, seen: /^organization-(?:full|single|acronym)-(?:clear-one|close-(?:two|three))$/u },
  { name: 'organisation-one-witness', tier: CLOSE, confidence: 0.93, seen: /^organization-full-only-one$/u },
  { name: 'organisation-by-title', tier: CLOSE, confidence: 0.76, seen: /^organization-title-long$/u },
  { name: 'place-by-title', tier: CLOSE, confidence: 0.77, seen: /^place-title$/u },
  { name: 'work', tier: CLOSE, confidence: 0.9, seen: /^work-\w+-(?:only|clear)-(?:one|two|three)$/u },
  { name: 'unknown-kind', tier: CLOSE, confidence: 0.88, seen: /^unknown-full-only-(?:none|one|two|three)$|^unknown-single-only-two$/u },
]

export function ruleOf(seen: string): Rule | undefined {
  return RULES.find((rule) => rule.seen.test(seen))
}

/** All, for measuring. */
export const rules: readonly Rule[] = RULES
