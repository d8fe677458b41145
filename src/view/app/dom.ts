/** Makes elements. Whatever an article says becomes a text node, never markup. */

type Attributes = Readonly<Record<string, string | boolean | number | ((event: Event) => void)>>
type Child = Node | string | null

/** `element('button', { type: 'button', onclick: … }, 'Zoom in')` */
export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else if (value !== false) made.setAttribute(name, value === true ? '' : String(value))
  }
  made.append(...children.filter(child => child !== null))
  return made
}

/** The element of the page with this id. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no element “${id}”.`)
  return found
}

/** A link for http and https addresses; anything else stays text. */
export function outwardLink(address: string, text: string): Node {
  return /^https?:\/\//i.test(address) && URL.canParse(address)
    ? element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text)
    : document.createTextNode(text)
}

/** "4 March 2026", "March 2026"; what is no such date stays as it is. */
export function readableDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T|$)/.exec(iso) ?? []
  if (year === undefined || month === undefined) return iso
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  return date.toLocaleDateString('en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day === undefined ? {} : { day: 'numeric' }) })
}
