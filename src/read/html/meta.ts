/**
 * Meta tags by name.
 *
 *   in:  a document with <meta property="og:title" content="…">
 *   out: look-up by name, whatever attribute (name, property, itemprop) and letter case it was given in
 */

export interface Meta {
  /** The first value that one of the names has, in order of names. */
  first(...names: string[]): string | undefined
  /** Every value of one name. */
  all(name: string): readonly string[]
}

export function metaOf(document: Document): Meta {
  const values = new Map<string, string[]>()
  for (const tag of document.querySelectorAll('meta')) {
    const name = (tag.getAttribute('property') ?? tag.getAttribute('name') ?? tag.getAttribute('itemprop') ?? '').toLowerCase()
    const content = (tag.getAttribute('content') ?? tag.getAttribute('value'))?.trim() ?? ''
    if (name !== '' && content !== '') {
      const all = values.get(name)
      if (all) all.push(content)
      else values.set(name, [content])
    }
  }
  const all = (name: string): readonly string[] => values.get(name) ?? []
  return { all, first: (...names) => names.map((name) => all(name)[0]).find((value) => value !== undefined) }
}
