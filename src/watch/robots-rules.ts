/**
 * What a robots.txt allows us, after RFC 9309.
 *
 *   in:  "User-agent: *\nDisallow: /search\nAllow: /search/about$\nCrawl-delay: 5", and an address
 *   out: the rules that are for us; whether they allow the address: /search?q=ferry no, /search/about yes
 *
 * The group that names us goes before the one for all (*); the longest rule that matches decides, and `allow` where two are as long.
 */

export interface Rules {
  /** "allow /news", "disallow /*.pdf$": as they stand in the file. */
  readonly lines: readonly string[]
  /** Seconds between two requests. */
  readonly crawlDelay?: number
}

interface Group { readonly agents: string[]; readonly lines: string[]; crawlDelay?: number }

export function rulesFor(agent: string, text: string): Rules {
  const groups = groupsIn(text)
  const own = groups.filter(({ agents }) => agents.includes(agent))
  const all = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'))
  const crawlDelay = all.find((group) => group.crawlDelay !== undefined)?.crawlDelay
  return { lines: all.flatMap(({ lines }) => lines), ...(crawlDelay === undefined ? {} : { crawlDelay }) }
}

export function allows({ lines }: Rules, url: URL): boolean {
  const path = normal(url.pathname + url.search)
  let longest = -1
  let isAllowed = true
  for (const line of lines) {
    const [verb, pattern = ''] = line.split(/ (.*)/s)
    if (pattern.length < longest || !matches(normal(pattern), path)) continue
    isAllowed = verb === 'allow' || (pattern.length === longest && isAllowed)
    longest = pattern.length
  }
  return isAllowed
}

function groupsIn(text: string): Group[] {
  const groups: Group[] = []
  let isHead = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const [, field = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const name = field.toLowerCase()
    const said = value.trim()
    if (name === 'user-agent') {
      if (!isHead) groups.push({ agents: [], lines: [] })
      groups.at(-1)?.agents.push(said.toLowerCase().replace(/\/.*$/, ''))
    } else if ((name === 'allow' || name === 'disallow') && said !== '') groups.at(-1)?.lines.push(`${name} ${said}`)
    else if (name === 'crawl-delay' && Number(said) >= 0 && said !== '') Object.assign(groups.at(-1) ?? {}, { crawlDelay: Number(said) })
    if (name !== '') isHead = name === 'user-agent'
  }
  return groups
}

/** The same percent-encoding on both sides: "/é" and "/%c3%a9" are one path. */
function normal(path: string): string {
  return path.replace(/[^\0-\x7F]+/g, (text) => encodeURI(text.toWellFormed())).replace(/%[\da-f]{2}/gi, (code) => code.toUpperCase())
}

/** `*` stands for any characters, `$` at the end for the end; in steps that are at most pattern × path. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$')
  const [first = '', ...rest] = (isWhole ? pattern.slice(0, -1) : pattern).split(/\*+/)
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !isWhole || at === path.length
}
