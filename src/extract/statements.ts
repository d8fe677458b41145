/**
 * Who said what to whom, when, where and through which outlet.
 * In: a resolved article. Out: statements in order of text – "“We win,” the captain told Radio Vitosha on Monday." →
 * direct, speaker: the captain, addressee and medium: Radio Vitosha, date: that Monday, content: `We win`.
 *
 * Candidates come from the model's attributions and from rules over the dependency tree (clauses.ts, phrases.ts); those
 * of one cue are one statement. Quotations left over go to the cue beside them, or carry on what was said before
 * (quoting.ts); what has none goes to whom a colon or the sentence before names (uncued.ts). What nobody is named for is no statement. Free indirect speech is left out.
 */
import type { Resolved, Statement } from '../model.js'
import type { Article } from './article.js'
import { articleOf } from './article.js'
import { statementIds } from './claim-ids.js'
import type { Draft } from './drafts.js'
import { draftsOf, startOfCue, withoutRepeats } from './drafts.js'
import { answers } from './interviews.js'
import { withPronouns } from './last-speaker.js'
import { withInnerVoices } from './inner-voices.js'
import { blockAt, handedOn, nested } from './passages.js'
import { withRunOns } from './quoting.js'
import { evidenceOf, sourceOf } from './sources.js'
import { surroundingsOf } from './surroundings.js'
import { charactersOf } from './syntax.js'
import { withUncued } from './uncued.js'

export { placeOccasions } from './passages.js'

export function statements(resolved: Resolved): Statement[] {
  const article = articleOf(resolved)
  const spoken = withPronouns(article, withRunOns(article, withPronouns(article, withInnerVoices(article, draftsOf(article)))))
  const drafts = withoutRepeats(article, [...withUncued(article, spoken), ...answers(article)])
  const inOrder = drafts.sort((a, b) => a.spans[0].start - b.spans[0].start || startOfCue(article, a) - startOfCue(article, b))
  const idOf = statementIds(resolved.text)
  return handedOn(resolved, nested(inOrder.map((draft) => statementOf(article, draft, idOf)))).map((statement) => inEntry(resolved, statement))
}

/** What an entry of a live blog reports without a day was said when it was written. */
function inEntry({ blocks }: Resolved, statement: Statement): Statement {
  const time = statement.date === undefined ? blocks[blockAt(blocks, statement.content[0].start)]?.time : undefined
  return time === undefined ? statement : { ...statement, date: time }
}

function statementOf(article: Article, draft: Draft, idOf: ReturnType<typeof statementIds>): Statement {
  const { resolved } = article
  const { cue, speakers, form, spans } = draft
  const around = surroundingsOf(article, cue, draft.tokens, speakers)
  const medium = draft.medium ?? around.medium
  const sources = speakers.map((speaker) => sourceOf(article, cue?.head ?? draft.tokens[0]!, draft.tokens, speaker))
  const antecedent = sources.find((each) => each.antecedent !== undefined)?.antecedent
  const cueSpan = cue === undefined ? undefined : charactersOf(resolved.tokens, cue.span)
  return {
    kind: 'statement', id: idOf(cueSpan, spans), form, speakers, content: spans, speechAct: cue?.sense.act ?? 'say',
    ...around, ...(medium === undefined ? {} : { medium }), ...(cueSpan === undefined ? {} : { cue: cueSpan }),
    confidence: draft.confidence, rule: draft.rule,
    evidence: evidenceOf(spans, cueSpan, sources.flatMap((each) => each.words ?? [])), ...(antecedent === undefined ? {} : { antecedent }),
  }
}
