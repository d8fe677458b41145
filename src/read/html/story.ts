/**
 * Which of the elements of a page that name an author belong to its story.
 *
 *   in:  the page with its headline, and elements of one kind in the order of the page – `<a href="/author/jane-doe">` in a list of columnists,
 *        below the headline, and beside links to other stories
 *   out: the one that stands nearest to the headline, and those that stand together with it
 *
 * What stands in another <article> than the headline is of another story. Where the headline is no heading of the page, the first is taken.
 */
import { bare } from './wording.js'

/** Above the headline stand menus and lists of authors; what is there must be so many times nearer. */
const ABOVE = 4
/** Characters for each name: more than this, or a heading, is no byline but a list of stories. */
const LONGEST_BYLINE = 250

/** @param headline as readers see it */
export function storyOf(document: Document, headline: string | undefined): (elements: readonly Element[]) => readonly Element[] {
  const told = bare(headline ?? '')
  let places: Map<Element, number> | undefined
  const placeOf = (element: Element): number => (places ??= new Map([...document.querySelectorAll('*')].map((each, at) => [each, at]))).get(element) ?? 0
  const heading = told === '' ? undefined : [...document.querySelectorAll('h1')].find(({ textContent }) => isSame(bare((textContent ?? '').slice(0, 800)), told))
  const own = heading?.closest('article')
  const isElsewhere = (element: Element): boolean => {
    const part = own ? element.closest('article') : null
    return part !== null && part !== own && !own?.contains(part) && !part.contains(own ?? null)
  }
  const distance = (element: Element): number => {
    const steps = placeOf(element) - (heading ? placeOf(heading) : 0)
    return steps < 0 ? -ABOVE * steps : steps
  }
  return (elements) => {
    const candidates = elements.filter((element) => !isElsewhere(element))
    const nearest = heading ? candidates.reduce<Element | undefined>((best, element) => (best && distance(best) <= distance(element) ? best : element), undefined) : candidates[0]
    const around = nearest && partAround(nearest, candidates)
    return candidates.filter((element) => element === nearest || around?.contains(element))
  }
}

/** What names the authors of one story: the element's parent's parent, or less where that is more than a byline. */
function partAround(element: Element, candidates: readonly Element[]): Element | undefined {
  const parent = element.parentElement
  return [parent?.parentElement, parent].find((part) => part && isByline(part, candidates)) ?? undefined
}

function isByline(part: Element, candidates: readonly Element[]): boolean {
  const names = candidates.filter((candidate) => part.contains(candidate)).length
  return (part.textContent ?? '').replace(/\s+/g, ' ').length <= LONGEST_BYLINE * (names + 1) && part.querySelector('h2, h3, h4') === null
}

function isSame(heading: string, told: string): boolean {
  return heading === told || (heading.length > 8 && (told.includes(heading) || heading.includes(told)))
}
