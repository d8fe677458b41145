/**
 * How much of a page's prose every element holds.
 *
 *   in:  the body of a page
 *   out: for each element: characters in paragraphs that are long enough to be prose, how many of them speak of cookies and consent, and
 *        whether the headline stands in it – counted once, from the inside out
 *
 * "We and our partners use cookies to store information on your device" is such a paragraph; one article about cookies is no dialog.
 */

export interface Measure {
  prose: number
  consent: number
  hasHeadline: boolean
  hasArticle: boolean
}

const NOTHING: Readonly<Measure> = { prose: 0, consent: 0, hasHeadline: false, hasArticle: false }
/** Shorter paragraphs are captions and buttons. */
export const ENOUGH = 80

const CONSENT = /\bcookies?\b|\bconsent\b|\bprivacy (?:policy|notice|settings|preferences|choices|cent(?:er|re))|\blegitimate interests?\b|\bpersonal data\b|\bour (?:\d+ )?(?:\w+ )?partners\b|\b(?:vendors|ad(?:vertising)? partners)\b|\bpersonali[sz]ed (?:ads?|advertising|content)\b|\bGDPR\b|\bCCPA\b|\btracking technolog|\bopt[- ]?out\b|\b(?:accept|reject|agree to) all\b|\bon (?:your|a) device\b|\bad(?:vertising)? (?:and content )?measurement\b|\baudience (?:research|insights)\b/giu

/** Does a paragraph ask for consent to be followed? Two such words, or one where "we" speak to "you". */
export function asksConsent(words: string): boolean {
  const found = new Set((words.slice(0, 1500).match(CONSENT) ?? []).map((word) => word.toLowerCase()))
  return found.size > 1 || (found.size === 1 && /\b(?:we|our|us|this (?:web)?site)\b/iu.test(words) && /\byour?\b/iu.test(words))
}

/** Is what an element holds mostly such talk? */
export function isConsent({ prose, consent }: Measure): boolean {
  return consent > 0 && consent >= prose / 2
}

/** Nothing but words and what stands within lines. */
function isPlain(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) if (!INLINE.test(child.tagName)) return false
  return element.firstChild !== null
}

const INLINE = /^(?:A|ABBR|B|BR|CODE|EM|FONT|I|IMG|MARK|Q|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U)$/

/** @param isHeadline told of each h1 */
export function measure(body: Element, isHeadline: (heading: Element) => boolean): (element: Element) => Readonly<Measure> {
  const measures = new Map<Element, Measure>()
  const add = (element: Element, part: Partial<Measure>): void => {
    const own = measures.get(element) ?? { ...NOTHING }
    measures.set(element, {
      prose: own.prose + (part.prose ?? 0), consent: own.consent + (part.consent ?? 0),
      hasHeadline: own.hasHeadline || part.hasHeadline === true, hasArticle: own.hasArticle || part.hasArticle === true,
    })
  }
  const all = [...body.querySelectorAll('*')]
  for (const element of all) {
    const { tagName } = element
    if (tagName === 'P' || ((tagName === 'DIV' || tagName === 'LI') && isPlain(element))) {
      const words = element.textContent?.trim() ?? ''
      if (words.length >= ENOUGH) add(element, { prose: words.length, consent: asksConsent(words) ? words.length : 0 })
    } else if (tagName === 'H1' && isHeadline(element)) add(element, { hasHeadline: true })
    else if (tagName === 'MAIN' || tagName === 'ARTICLE' || element.getAttribute('itemprop') === 'articleBody') add(element, { hasArticle: true })
  }
  // In the order of the page parents come first: backwards, every child is counted before its parent is.
  for (const element of all.reverse()) {
    const own = measures.get(element)
    if (own && element.parentElement) add(element.parentElement, own)
  }
  return (element) => measures.get(element) ?? NOTHING
}
