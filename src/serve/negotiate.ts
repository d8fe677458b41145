/**
 * Which form of an answer a client wants.
 * In: an Accept header, "text/csv;q=0.5, application/sparql-results+xml", and what is on offer. Out: the offer that it likes best, or none.
 */

interface Range {
  readonly type: string
  readonly quality: number
}

/** @param offers media types, the best first, with what each stands for */
export function negotiate<Form>(
  accept: string | undefined,
  offers: Readonly<Record<string, Form>>,
): { readonly type: string; readonly form: Form } | undefined {
  const ranges = rangesOf(accept?.trim() || '*/*')
  const rated = Object.entries(offers)
    .map(([type, form]) => ({ type, form, quality: qualityOf(type, ranges) }))
    .filter(({ quality }) => quality > 0)
  return rated.toSorted((a, b) => b.quality - a.quality)[0]
}

function rangesOf(accept: string): Range[] {
  return accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase())
    const quality = parameters.map((parameter) => /^q=([\d.]+)$/u.exec(parameter)?.[1]).find((value) => value !== undefined)
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 }
  })
}

/** The most exact range counts: `text/csv` before `text/*` before `*` + `/*`. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  for (const wanted of [type, `${type.slice(0, type.indexOf('/'))}/*`, '*/*']) {
    const range = ranges.find((candidate) => candidate.type === wanted)
    if (range) return range.quality
  }
  return 0
}
