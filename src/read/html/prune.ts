/**
 * Cuts from a page what is no part of any article.
 *
 *   in:  the document
 *   out: the same document without menus, forms, comments, share buttons, newsletter boxes, links to other stories
 *
 * What is named like a comment box but holds a large part of the page's text stays: some sites name the page so.
 */

const ELEMENTS = 'nav, footer, form, button, select, input, textarea, dialog, video, audio, canvas, [hidden], [aria-hidden="true"], [role="navigation"], [role="complementary"], [role="dialog"], [role="search"]'

const BOILERPLATE = new RegExp(
  '(?:^|[\\s_-])(?:comments?|comment-?list|disqus|respond|replies|related|recommended|recirc|more-?(?:stories|from|news|on)|most-?(?:read|popular|viewed)|' +
    'trending|newsletter|subscribe|subscription|sign-?up|share|sharing|social|sharedaddy|addthis|promo|sponsored|advert(?:isement)?|ads?|outbrain|taboola|cookie|consent|paywall|breadcrumbs?|' +
    'tags|author-?(?:bio|box|info)|about-?the-?author|post-?(?:nav|navigation)|pagination|print-?only|sr-only|screen-reader-text|visually-hidden)(?:$|[\\s_-])',
  'i',
)

export function prune(document: Document): void {
  for (const element of document.querySelectorAll(ELEMENTS)) element.remove()
  const { body } = document
  if (!body) return
  const most = textLength(body) * 0.3
  for (const element of [...body.querySelectorAll('[class], [id]')]) {
    if (/^(?:BODY|MAIN|ARTICLE|P|H1|HTML)$/.test(element.tagName)) continue
    const names = `${element.getAttribute('class') ?? ''} ${element.id}`
    if (BOILERPLATE.test(names) && textLength(element) < most) element.remove()
  }
}

function textLength(element: Element): number {
  return (element.textContent ?? '').length
}
