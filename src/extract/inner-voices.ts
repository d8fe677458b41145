/**
 * Whom a pronoun that reports within somebody's words stands for.
 * In: drafts of statements. Out: the same; such a pronoun is never the one who speaks around it, but whom that one speaks of:
 * "“[He] told me, ‘Never,’” Lima said of [Okoro]" → Okoro. A draft whose speaker could only be that one loses it.
 * Not handled: whom the words themselves name ("“I met Okoro. He said, ‘Never,’” …") – resolve finds those.
 */
import type { Article } from './article.js'
import type { Draft } from './drafts.js'
import { isConsistent, isInWords } from './last-speaker.js'
import { subjectsAbove } from './speakers.js'

/** The drafts with whom pronouns within somebody's words stand for; without those that nobody else can have said. */
export function withInnerVoices(article: Article, drafts: readonly Draft[]): readonly Draft[] {
  const { tokens } = article.resolved
  return drafts.map((draft) => {
    const pronoun = isInWords(article, draft) ? subjectsAbove(article, draft.cue!.head).find((each) => /^(?:he|she|they)$/iu.test(tokens[each]!.text)) : undefined
    const outer = pronoun === undefined ? undefined : drafts.find((each) => each !== draft && each.speakers.length > 0 && each.tokens.includes(draft.cue!.head))
    if (outer === undefined || pronoun === undefined) return draft
    const of = spokenOf(article, outer)
    if (of !== undefined && isConsistent(article, of, tokens[pronoun]!.text)) return { ...draft, speakers: [of] }
    return { ...draft, speakers: draft.speakers.filter((each) => !outer.speakers.includes(each)) }
  })
}

/** "Lima said [of Mayor Okoro]": whom somebody speaks of, by the order of words. */
function spokenOf({ resolved }: Article, { cue }: Draft): string | undefined {
  const { tokens, references, entities } = resolved
  const at = cue === undefined ? undefined : [1, 2, 3].map((step) => cue.head + step).find((each) => /^(?:of|about)$/iu.test(tokens[each]?.text ?? ''))
  if (at === undefined) return undefined
  const named = references.filter(({ start, form }) => start > at && start <= at + 5 && form === 'name').sort((a, b) => a.start - b.start)
  return named.find(({ start, entity }) => entities.some(({ id, kind }) => id === entity && kind === 'person')
    && tokens.slice(at + 1, start).every(({ upos }) => /^(DET|ADJ|NOUN|PROPN|PRON|PART)$/u.test(upos)))?.entity
}
