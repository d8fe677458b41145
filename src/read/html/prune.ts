/**
 * Cuts from a page what is no part of any article.
 *
 *   in:  the document – "Old bridge to close … We and our partners use cookies … Reader1: I have always said …"
 *   out: the same document without menus, forms, dialogs, comments, share buttons, newsletter boxes, links to other stories
 *
 * What asks for consent, is a dialog, or is a list of comments goes, however long it is, unless the headline or the article stands in it.
 * What is named less plainly but holds a good part of the page's prose stays: some sites name the page so.
 */
import { asksConsent, ENOUGH, isConsent, measure } from './prose.js'
import { bare } from './wording.js'

const ELEMENTS = 'nav, footer, form, button, select, input, textarea, video, audio, canvas, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="search"]'

const BOILERPLATE = new RegExp(
  '(?:^|[\\s_-])(?:comments?|comment-?list|disqus|respond|replies|related|recommended|recirc|more-?(?:stories|from|news|on)|most-?(?:read|popular|viewed)|' +
    'trending|newsletter|subscribe|subscription|sign-?up|share|sharing|social|sharedaddy|addthis|promo|sponsored|advert(?:isement)?|ads?|outbrain|taboola|cookie|consent|paywall|breadcrumbs?|' +
    'tags|author-?(?:bio|box|info)|about-?the-?author|post-?(?:nav|navigation)|pagination|print-?only|sr-only|screen-reader-text|visually-hidden)(?:$|[\\s_-])',
  'i',
)

/** Names that say without doubt that it is no article. */
const NEVER = /^(?:(?:user-?|reader-?|fb-?|article-?|post-?|story-?)?comments?(?:-?(?:list|section|area|thread|threads|container|wrapper|wrap|block|box|feed|region|root|module))?|commentlist|comment-body|disqus(?:_thread|-thread|-comments)?|respond|replies|livefyre.*|(?:onetrust|cmp|gdpr|ccpa|didomi|qc-cmp2?|sp_message|truste|cookiebot|usercentrics|evidon|quantcast|cookie|consent|privacy)-?(?:(?:consent|cookie|privacy|banner|notice|bar|dialog|modal|popup|overlay|wall|message|container|sdk|manager|box|layer|preferences|settings|policy)-?)*|cookieconsent|cookienotice)$/i

/** What holds this share of the page's prose is the article, however it is named. */
const ARTICLE_SHARE = 0.2
/** Prose that is an article, if a short one. */
const SHORT_ARTICLE = 250

/**
 * @param headline what the page's metadata say; without it any first heading may be the one
 * @returns how many other articles, each under a first heading of its own, were cut
 */
export function prune(document: Document, headline = ''): number {
  const { body } = document
  if (!body) return 0
  const told = bare(headline)
  const of = measure(body, (heading) => told === '' || isSame(bare((heading.textContent ?? '').slice(0, 800)), told))
  const most = of(body).prose * ARTICLE_SHARE
  const isArticle = (element: Element): boolean => most > 0 && of(element).prose >= most && !isAside(element)
  const isAside = (element: Element): boolean => isConsent(of(element)) && !asksConsent(headline) && !of(element).hasHeadline
  const holdsArticle = (element: Element): boolean => of(element).hasHeadline || of(element).hasArticle
  for (const element of body.querySelectorAll('dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]')) if (!holdsArticle(element)) element.remove()
  for (const element of body.querySelectorAll(ELEMENTS)) if (!isArticle(element)) element.remove()
  const doubtful = new Set<Element>()
  for (const element of body.querySelectorAll('[class], [id], div, section, aside')) {
    if (/^(?:MAIN|ARTICLE|P|H1)$/.test(element.tagName)) continue
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`.slice(0, 1000)
    const isNever = names.split(/\s+/u).some((name) => NEVER.test(name)) && !holdsArticle(element)
    const isTalk = isAside(element) && !of(element).hasArticle
    if (isNever && !isTalk && of(element).prose >= most) doubtful.add(element)
    else if (isNever || isTalk || (BOILERPLATE.test(names) && !isArticle(element))) element.remove()
  }
  for (const element of teaserLists(body, (container) => of(container).hasHeadline)) element.remove()
  const others = otherPieces(body, (element) => of(element).hasHeadline, (element) => of(element).prose)
  for (const element of others) element.remove()
  // A page of which nothing would be left is named oddly.
  if (doubtful.size > 0 && proseBeside(doubtful, body) >= (of(body).hasHeadline ? ENOUGH : SHORT_ARTICLE)) for (const element of doubtful) element.remove()
  return others.length
}

/** Where the headline stands in one article, those beside it with a first heading of their own are of other stories; entries of a live blog have none. */
function otherPieces(body: Element, hasHeadline: (element: Element) => boolean, proseOf: (element: Element) => number): Element[] {
  const pieces = [...body.querySelectorAll('article')].filter((piece) => !piece.parentElement?.closest('article') && piece.querySelector('h1') !== null)
  return pieces.filter(hasHeadline).length === 1 ? pieces.filter((piece) => !hasHeadline(piece) && proseOf(piece) >= SHORT_ARTICLE) : []
}

/** Three and more beside each other that begin with a heading that is a link, apart from where the headline stands: "School to be built" … */
function teaserLists(body: Element, hasHeadline: (element: Element) => boolean): Element[] {
  const cards = new Map<Element, Set<Element>>()
  if (!hasHeadline(body)) return []
  for (const heading of body.querySelectorAll('h2, h3, h4')) {
    const card = heading.parentElement?.tagName === 'A' ? heading.parentElement.parentElement : heading.parentElement
    const list = card?.parentElement
    if (!card || !list || hasHeadline(list) || !isLinked(heading)) continue
    cards.set(list, (cards.get(list) ?? new Set()).add(card))
  }
  return [...cards].flatMap(([list, found]) => (found.size >= TEASERS && ![...around(list)].some((element) => element !== body && /^(?:MAIN|ARTICLE)$/.test(element.tagName) && hasHeadline(element)) ? [...found] : []))
}

const TEASERS = 3

function* around(element: Element): Iterable<Element> {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) yield outer
}

/** All its words are a link, or within one. */
function isLinked(heading: Element): boolean {
  if (heading.parentElement?.tagName === 'A') return true
  const link = heading.querySelector('a[href]')
  return link !== null && !/^#/.test(link.getAttribute('href') ?? '') && (link.textContent ?? '').trim().length >= (heading.textContent ?? '').trim().length * 0.9
}

function proseBeside(doubtful: ReadonlySet<Element>, body: Element): number {
  let length = 0
  for (const paragraph of body.querySelectorAll('p')) {
    let around: Element | null = paragraph
    while (around && !doubtful.has(around)) around = around.parentElement
    const own = around ? 0 : (paragraph.textContent ?? '').trim().length
    if (own >= ENOUGH) length += own
  }
  return length
}

/** One holds the other, as metadata and headings do. */
function isSame(heading: string, told: string): boolean {
  return heading.length > 8 && (told.includes(heading) || heading.includes(told))
}
