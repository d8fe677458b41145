/**
 * Takes from a page what is nested beyond measure, before a DOM is made of it.
 *
 *   in:  "<div><div><div>…" a thousand times, and a paragraph
 *   out: the same with two hundred of them, the words all there
 *
 * Whoever looks at an element of a DOM looks at what is in it or around it: of a thousand within each other that takes a million steps.
 * Tags of more than so many characters lose their attributes, for the same reason. Names of attributes get small letters.
 */

const DEEPEST = 200
const LONGEST_TAG = 30_000

const TAG = /<(\/?)([a-z][\w-]*)\b([^<>]*)>/gi
/** The parser knows attributes by small letters only, and pages write "dateTime", "itemProp", "CONTENT". */
const CAPITAL = /[A-Z][\w-]*\s*=/
const NAMED = /(?<=^\s*|["'\s])[a-z-]*[A-Z][A-Za-z-]*(?=\s*=\s*["'])/g
/** Two say as much as more, and a row of thousands is gone through again at each of them. */
const BREAKS = /(?:<br\b[^<>]{0,60}>\s*){3,}/gi
/** They have no end, or it is implied by what follows. */
const UNCOUNTED = new Set('area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option html head body'.split(' '))
/** With what they hold of those. */
const LEVELS: Readonly<Record<string, number>> = { table: 4, ul: 2, ol: 2, dl: 2, blockquote: 2 }
/** What stands within a line. */
const INLINE = new Set('a abbr acronym b bdi bdo big cite code em font i kbd label mark q s samp small span strike strong sub sup time tt u var'.split(' '))

export function shallow(html: string): string {
  let depth = 0
  const open: { readonly name: string; readonly isKept: boolean }[] = []
  const count = new Map<string, number>()
  const flat = html.replace(TAG, (tag, slash: string, written: string, attributes: string) => {
    const name = written.toLowerCase()
    const short = attributes.length > LONGEST_TAG ? `<${slash}${written}>` : CAPITAL.test(attributes) ? `<${slash}${written}${attributes.replace(NAMED, (part) => part.toLowerCase())}>` : tag
    if (UNCOUNTED.has(name)) return short
    const instead = INLINE.has(name) ? ' ' : '<br>'
    if (slash === '') {
      const isKept = depth < DEEPEST
      open.push({ name, isKept })
      depth += LEVELS[name] ?? 1
      count.set(name, (count.get(name) ?? 0) + 1)
      return isKept ? short : instead
    }
    // An end without a beginning ends nothing; any other ends what was left open within it, too.
    if ((count.get(name) ?? 0) === 0) return short
    for (let last = open.pop(); last; last = open.pop()) {
      count.set(last.name, (count.get(last.name) ?? 0) - 1)
      depth -= LEVELS[last.name] ?? 1
      if (last.name === name) return last.isKept ? short : instead
    }
    return short
  })
  return flat.replace(BREAKS, '<br><br>')
}
