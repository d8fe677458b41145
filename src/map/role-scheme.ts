/**
 * The roles that people hold in the news, from broad to narrow, and where a title stands among them.
 * In: a title as written. Out: its concept and the broader ones: "Foreign Minister" → foreign minister, minister, official.
 * A title that is not in the scheme stands under the concept of its head noun, "acting head coach" under head coach; a deputy
 * under the next broader one, as a deputy head coach is no head coach. The scheme itself stands in ontology/newsgraph.ttl.
 */
import { kinRoles, roleOutline } from './role-outline.js'

/** A role of the scheme: its name, its other names, and the next broader one. */
export interface SchemeRole { readonly name: string; readonly also: readonly string[]; readonly broader?: SchemeRole }

/** Where a title stands: the role that it names, if the scheme has it, and the chain of roles from there upwards. */
export interface PlacedTitle { readonly own?: SchemeRole; readonly chain: readonly SchemeRole[] }

export const roleScheme: readonly SchemeRole[] = readOutline()

const byName = new Map(roleScheme.flatMap((role) => [role.name, ...role.also].map((name) => [name, role] as const)))

export function placeTitle(title: string): PlacedTitle {
  const name = title.toLowerCase().replace(/\s+/gu, ' ').trim()
  const own = roleNamed(name) ?? roleNamed(unhyphened(name))
  if (own) return { own, chain: upwards(own) }
  const chain = upwards(headOf(name))
  return { chain: /^(?:deputy|vice|assistant|associate)[ -]/u.test(name) && chain.length > 1 ? chain.slice(1) : chain }
}

/** "wife", "his former mother-in-law": a tie of family or household, and no job. */
export function isKin(title: string): boolean {
  return placeTitle(title).chain.some(({ name }) => kinRoles.has(name))
}

/** The longest end of the title, before any "of …", that is a role: "acting head coach of Leeds" → head coach. */
function headOf(name: string): SchemeRole | undefined {
  const phrase = name.replace(/(?<=\S) (?:of|for|at|in|to|on|from|with) .*$/u, '').replace(/-elect$|-designate$/u, '')
  const ends = Array.from(phrase.matchAll(/(?<=^|[ -])[^ -]/gu), ({ index }) => phrase.slice(index))
  return ends.map((end) => roleNamed(end) ?? roleNamed(unhyphened(end))).find((role) => role !== undefined)
}

function unhyphened(name: string): string {
  return name.replaceAll('-', ' ')
}

/** "spokeswoman", "lawyers". */
function roleNamed(name: string): SchemeRole | undefined {
  return byName.get(name) ?? byName.get(name.replace(/s$/u, ''))
}

function upwards(role: SchemeRole | undefined): SchemeRole[] {
  return role ? [role, ...upwards(role.broader)] : []
}

function readOutline(): SchemeRole[] {
  const roles: SchemeRole[] = []
  const open: SchemeRole[] = []
  for (const line of roleOutline.split('\n').filter(Boolean)) {
    const depth = line.search(/\S/u) / 2
    const [name = '', ...also] = line.trim().split(' | ')
    const broader = depth > 0 ? open[depth - 1] : undefined
    const role = { name, also, ...(broader && { broader }) }
    open.length = depth
    open.push(role)
    roles.push(role)
  }
  return roles
}
