/**
 * What stands after the last sentence of an article, whatever the format.
 *
 *   in:  a draft whose last block is "… a charge Beijing denies. mg/ng (dpa, AP, Reuters)" or "(Reporting by Jane Doe)"
 *   out: the draft with blocks that end with "… a charge Beijing denies.", and the authors whom the credit names
 *
 * The text stays as it is; only the blocks end earlier.
 */
import type { Block, Span } from '../model.js'
import type { Draft } from './article.js'
import { creditedIn, type Author } from './byline.js'
import { CLOSING_RULES } from './closing-rules.js'
import { trim } from './paragraphs.js'

/** No article ends in more of them. */
const MOST = 8
/** None is longer; in a text without paragraphs the rules would look at all of it, from every space. */
const LONGEST = 1200

export function withClosing(draft: Draft): Draft {
  let { blocks } = draft
  const authors: Author[] = []
  for (let count = 0; count < MOST; count++) {
    const closing = closingOf(draft.text, blocks)
    const rest = closing && withoutEnd(draft.text, blocks, closing.start)
    // Nothing but such lines: then they are the article.
    if (!rest || rest.length === 0) break
    authors.unshift(...creditedIn(draft.text, closing))
    blocks = rest
  }
  return { ...draft, blocks, authors: draft.authors.length > 0 ? draft.authors : authors }
}

function closingOf(text: string, blocks: readonly Block[]): Span | undefined {
  const last = blocks.at(-1)
  if (!last) return undefined
  const from = Math.max(last.start, last.end - LONGEST)
  const words = text.slice(from, last.end)
  // Where the words were cut, nothing begins.
  const starts = CLOSING_RULES.flatMap(({ pattern }) => pattern.exec(words)?.index ?? []).filter((start) => start > 0 || from === last.start)
  return starts.length > 0 ? { start: from + Math.min(...starts), end: last.end } : undefined
}

/** A crosshead without anything below it goes, too. */
function withoutEnd(text: string, blocks: readonly Block[], end: number): Block[] {
  const before = blocks.flatMap((block) => {
    const kept = trim(text, { start: block.start, end: Math.min(block.end, end) })
    return kept.end > kept.start && block.start < end ? [{ ...block, ...kept }] : []
  })
  return before.at(-1)?.kind === 'headline' && before.length > 1 && before.length < blocks.length ? before.slice(0, -1) : before
}
