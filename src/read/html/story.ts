/**
 * Which of the elements of a page that name an author or a day belong to its story.
 *
 *   in:  the page with its headline, and elements of one kind in the order of the page – `<a href="/author/jane-doe">` in a list of columnists,
 *        below the headline, and beside links to other stories
 *   out: the same, the nearest to the headline first; or that one, and those that stand together with it
 *
 * What stands in another <article> than the headline is of another story. Where the headline is no heading of the page, the first is taken.
 */
import { bare } from './wording.js'

/** Above the headline stand menus and lists of authors; what is there must be so many times nearer. */
const ABOVE = 4
/** Characters for each name: more than this, or a heading, is no byline but a list of stories. */
const LONGEST_BYLINE = 250

export interface Story {
  readonly nearestFirst: (elements: Iterable<Element>) => readonly Element[]
  readonly together: (elements: Iterable<Element>) => readonly Element[]
}

/** @param headline as readers see it */
export function storyOf(document: Document, headline: string | undefined): Story {
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
  const nearestFirst = (elements: Iterable<Element>): readonly Element[] => {
    const own = [...elements].filter((element) => !WHOLE.test(element.tagName) && !isElsewhere(element))
    return heading ? own.map((element) => ({ element, far: distance(element) })).sort((a, b) => a.far - b.far).map(({ element }) => element) : own
  }
  const together = (elements: Iterable<Element>): readonly Element[] => {
    const all = nearestFirst(elements)
    const [nearest] = all
    const beside = nearest && heading ? all.filter((element) => (placeOf(element) < placeOf(heading)) === (placeOf(nearest) < placeOf(heading))) : all
    const around = nearest && partAround(nearest, beside)
    return beside.filter((element) => element === nearest || around?.contains(element)).sort((a, b) => placeOf(a) - placeOf(b))
  }
  return { nearestFirst, together }
}

/** Their names speak of the whole page: "post-by-author", "wp-embed-responsive". */
const WHOLE = /^(?:HTML|BODY|MAIN|ARTICLE)$/

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
