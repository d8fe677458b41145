/**
 * Peoples and parties as actors: "Russians", "Republicans", "African-Americans". The cast goes in; a group is added for each, or referred to again.
 * Not handled: "the French" without a noun.
 */
import type { Mention } from '../model.js'
import { wholeWords } from './borders.js'
import { refer, type Cast } from './cast.js'
import { countryNamed, countryOfDemonym } from './countries.js'
import { newDraft } from './drafts.js'
import { fold } from './name-forms.js'
import { textOf } from './occurrence.js'

const parties = /^(Republicans|Democrats|Conservatives|Tories|Socialists|Liberals|Greens|Communists|Social Democrats|Christian Democrats|Free Democrats|Islamists|Brexiteers|Labourites|Nationalists)$/

/** Whether a name is that of a party's or a faith's people rather than of the party. */
export function isPartyPeople(name: string): boolean { return parties.test(name) }

export function resolvePeoples(cast: Cast): void {
  cast.analysed.mentions.forEach((mention, i) => {
    if (cast.byHead.has(mention.head) || !isPeople(cast, mention)) return
    const span = wholeWords(cast.analysed.tokens, mention)
    const name = textOf(cast.analysed, span).replace(/^(the|fellow) /i, '')
    const known = cast.drafts.find((draft) => draft.isUnnamed && draft.kind === 'group' && fold(draft.name) === fold(name))
    const draft = known ?? newDraft('group', name, countryOfDemonym(name) ? 'nationality' : 'organization', true)
    refer(cast, draft, { ...span, head: mention.head, form: 'nominal', confidence: mention.confidence, mention: i }, name)
  })
}

function isPeople({ analysed }: Cast, mention: Mention): boolean {
  const token = analysed.tokens[mention.head], text = textOf(analysed, mention).replace(/^fellow /i, '')
  if (mention.form !== 'name' || !token || countryNamed(text)) return false
  return isPartyPeople(text) || mention.kind === 'nationality' && token.xpos.endsWith('S') && !/^(compound|amod|flat)/.test(token.deprel)
}
