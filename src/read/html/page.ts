/**
 * HTML pages.
 *
 *   in:  the HTML of a news page, broken or not
 *   out: a draft: the article's paragraphs as text, and headline, authors, date, outlet, language from its metadata
 *
 * The text kept is made here: paragraphs parted by blank lines, without the headline, menus, comments and links to
 * other stories.
 */
import type { Draft, Hints } from '../article.js'
import type { Note } from '../../model.js'
import { Problem } from '../../problem.js'
import { withClosing } from '../closing.js'
import { withOpening } from '../opening.js'
import { bodyOf } from './body.js'
import { blocksOf } from './blocks.js'
import { parsePage } from './document.js'
import { factsOf } from './facts.js'
import { belongs } from './wording.js'
import { withHints } from './hints.js'

/** Longer pages are no articles, and would take seconds. */
export const LARGEST_PAGE = 8_000_000

const APART: Note = { code: 'headline-apart', message: 'The text has no word of the headline: what was read may not be the article of the page.' }

const SEVERAL: Note = { code: 'other-articles', message: 'The page has other articles, which were left out: what was read is the one under its headline.' }

export function readPage(html: string, source: string, hints?: Hints): Draft {
  if (html.length > LARGEST_PAGE) {
    throw new Problem('input', `${source} is too large for a web page: ${Math.round(html.length / 1e6)} MB, the limit is ${LARGEST_PAGE / 1e6} MB`, 'Save the article alone.')
  }
  const document = parsePage(html)
  const facts = hints ? withHints(factsOf(document, source, hints), hints) : factsOf(document, source)
  const { lines, otherPieces } = bodyOf(document, facts.linkedBody, facts.headline)
  const { text, blocks } = blocksOf(lines, facts.headline, facts.authors.map(({ name }) => name))
  const { headline, linkedBody: _, declaredLanguage, ...rest } = facts
  return withClosing(withOpening({
    ...rest,
    text,
    blocks,
    ...(headline ? { headline: { name: headline } } : {}),
    ...(declaredLanguage ? { declaredLanguage } : {}),
    notes: [...(belongs(headline, text) ? [] : [APART]), ...(otherPieces > 0 ? [SEVERAL] : [])],
  }))
}
