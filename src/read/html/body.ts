/**
 * The article within a page.
 *
 *   in:  the document of a page, which is taken apart, and the body that its JSON-LD gives
 *   out: the article's lines, best first guess by Readability – "Russia on Wednesday slammed …"; and how many other articles the page has
 *
 * Readability sometimes takes a box for the article. So its result is held against the element that the page marks as
 * article body, the one with most paragraphs, and JSON-LD; much more prose there means that it was wrong.
 */
import { Readability } from '@mozilla/readability'
import { linesOf, type Line } from './lines.js'
import { measure } from './prose.js'
import { prune } from './prune.js'
import { bare, belongs } from './wording.js'

const MARKED = '[itemprop="articleBody"], [class*="article-body"], [class*="articleBody"], [class*="article__body"], [class*="entry-content"], [class*="post-content"], [class*="story-body"], [class*="article-content"]'
/** So many times more prose than Readability found. */
const MUCH_MORE = 1.6
/** So many times more that no cause explains why it was left: a list of thirty things, each in a box of its own, of which it took the opening. */
const FAR_MORE = 10
/** What holds this share of a page's prose holds the article. */
const MOST = 0.8
/** Characters of prose that are no article yet. */
const SCRAP = 700

type Measures = ReturnType<typeof measure>

export function bodyOf(document: Document, linkedBody: string | undefined, headline?: string): { readonly lines: Line[]; readonly otherPieces: number } {
  const otherPieces = prune(document, headline)
  const others = [mostProse(document.querySelectorAll(MARKED)), densest(document)].flatMap((element) => (element ? [linesOf(element)] : []))
  if (linkedBody) others.push(linesOfText(linkedBody))
  const best = others.reduce<Line[]>((longest, lines) => (proseIn(lines) > proseIn(longest) * 1.1 ? lines : longest), [])
  const of = measure(document.body, () => false)
  const around = headed(document, headline, of)
  const core = coreOf(document, of)
  const readable = readableLines(document)
  const found = isMissed(readable, best) ? best : proseIn(core) > proseIn(readable) * FAR_MORE ? core : readable
  // What shares no word with the headline is of another story, if what stands below the headline does.
  const isElsewhere = around.length > 0 && proseIn(around) > 0 && !belongs(headline, wordsOf(found)) && belongs(headline, wordsOf(around))
  return { lines: isElsewhere ? around : found, otherPieces }
}

/** What stands in the same main part or article as the headline; else in the smallest part around it that holds a sentence. */
function headed(document: Document, headline: string | undefined, of: Measures): Line[] {
  const told = bare(headline ?? '')
  const heading = told === '' ? undefined : [...document.querySelectorAll('h1')].find(({ textContent }) => bare((textContent ?? '').slice(0, 800)) === told)
  const part = heading?.closest('article') ?? heading?.closest('main')
  if (part || !heading) return part ? linesOf(part) : []
  for (let around = heading.parentElement; around && around !== document.body; around = around.parentElement) {
    if (of(around).prose > 0) return linesOf(around)
  }
  return []
}

function wordsOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n')
}

function readableLines(document: Document): Line[] {
  try {
    const article = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true, charThreshold: 250 }).parse()
    return article?.content ? linesOf(article.content) : []
  } catch {
    // Readability stumbles over some damaged pages.
    return []
  }
}

/** Did Readability take another element than the article, or a scrap of it? What it left of the right one it left for cause. */
function isMissed(readable: readonly Line[], best: readonly Line[]): boolean {
  if (proseIn(best) <= proseIn(readable) * MUCH_MORE) return false
  if (proseIn(best) > proseIn(readable) * FAR_MORE) return true
  const within = new Set(best.map(({ text }) => text))
  const shared = readable.filter(({ text }) => within.has(text))
  return proseIn(shared) < Math.max(SCRAP, proseIn(readable) / 2)
}

function mostProse(elements: Iterable<Element>): Element | undefined {
  let best: Element | undefined
  let most = 0
  for (const element of elements) {
    const length = element.textContent?.length ?? 0
    if (length > most) [best, most] = [element, length]
  }
  return best
}

/** The parent of the paragraphs with most prose. */
function densest(document: Document): Element | undefined {
  const proseOf = new Map<Element, number>()
  for (const paragraph of document.querySelectorAll('p')) {
    const parent = paragraph.parentElement
    const length = paragraph.textContent?.trim().length ?? 0
    if (parent && length >= 80) proseOf.set(parent, (proseOf.get(parent) ?? 0) + length)
  }
  return [...proseOf].sort((a, b) => b[1] - a[1])[0]?.[0]
}

/** The lines of the smallest element that holds most of what the page has in sentences. */
function coreOf(document: Document, of: Measures): Line[] {
  let core: Element = document.body
  for (let next: Element | undefined = core; next; next = [...core.children].find((child) => of(child).prose >= of(document.body).prose * MOST)) core = next
  return of(core).prose > 0 ? linesOf(core) : []
}

function linesOfText(body: string): Line[] {
  return body.split(/\n+/).map((line) => ({ text: line.trim(), linked: 0, kind: 'paragraph' as const })).filter(({ text }) => text !== '')
}

/** Characters in lines that read like sentences. */
function proseIn(lines: readonly Line[]): number {
  return lines.filter((line) => line.text.length >= 60 && line.linked < line.text.length / 2 && /[.!?]["”’)]*/.test(line.text)).reduce((sum, line) => sum + line.text.length, 0)
}
