/**
 * Cuts from a page what is no part of any article.
 *
 *   in:  the document
 *   out: the same document without menus, forms, comments, share buttons, newsletter boxes, links to other stories
 *
 * What is named like a comment box but holds a good part of the page's prose stays: some sites name the page so.
 */

const ELEMENTS = 'nav, footer, form, button, select, input, textarea, dialog, video, audio, canvas, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="dialog"], [role="search"]'

const BOILERPLATE = new RegExp(
  '(?:^|[\\s_-])(?:comments?|comment-?list|disqus|respond|replies|related|recommended|recirc|more-?(?:stories|from|news|on)|most-?(?:read|popular|viewed)|' +
    'trending|newsletter|subscribe|subscription|sign-?up|share|sharing|social|sharedaddy|addthis|promo|sponsored|advert(?:isement)?|ads?|outbrain|taboola|cookie|consent|paywall|breadcrumbs?|' +
    'tags|author-?(?:bio|box|info)|about-?the-?author|post-?(?:nav|navigation)|pagination|print-?only|sr-only|screen-reader-text|visually-hidden)(?:$|[\\s_-])',
  'i',
)

/** What holds this share of the page's prose is the article, however it is named. */
const ARTICLE_SHARE = 0.2

export function prune(document: Document): void {
  const { body } = document
  if (!body) return
  const most = proseLength(body) * ARTICLE_SHARE
  const isArticle = (element: Element): boolean => most > 0 && proseLength(element) >= most
  for (const element of body.querySelectorAll(ELEMENTS)) if (!isArticle(element)) element.remove()
  for (const element of body.querySelectorAll('[class], [id]')) {
    if (/^(?:MAIN|ARTICLE|P|H1)$/.test(element.tagName)) continue
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (BOILERPLATE.test(names) && !isArticle(element)) element.remove()
  }
}

/** Characters in paragraphs that are long enough to be prose. */
function proseLength(element: Element): number {
  let length = 0
  for (const paragraph of element.querySelectorAll('p')) {
    const own = paragraph.textContent?.trim().length ?? 0
    if (own >= 80) length += own
  }
  return length
}
