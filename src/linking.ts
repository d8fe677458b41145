/**
 * The knowledge bases of a run, opened.
 * In: the options. Out: what ties the entities of an article to them: "Sergey Lavrov" → Wikidata's Q58217; nothing with `--no-links`.
 * A base that the user names must be whole. Where the one that comes with newsgraph is not, articles are read all the same, and a note says why they have no links.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { LinkMaker } from './link/link.js'
import type { Extracted, Linked, Linker } from './model.js'
import type { Options } from './options.js'
import { Problem } from './problem.js'

type Wanted = Pick<Options, 'links' | 'kb' | 'decisions' | 'reconcile'>

/** @throws Problem `input` where a base that was named is missing, none, of another version or damaged */
export async function openLinker(wanted: Wanted): Promise<Linker> {
  if (!wanted.links) return async (article) => ({ ...article, links: {} })
  try {
    const { name, link } = await openBases(wanted)
    return async (article) => {
      try {
        return { ...article, links: await link(article), knowledgeBase: name }
      } catch (cause) {
        return withoutLinks(article, cause)
      }
    }
  } catch (cause) {
    if (isNamed(wanted, cause)) throw cause
    return async (article) => withoutLinks(article, cause)
  }
}

/** Names, versions and hashes of the bases that would be asked; undefined for none. @throws Problem `input` as `openLinker` does */
export async function presentBases(wanted: Wanted): Promise<string | undefined> {
  const named = (bases: string | undefined): string | undefined => wanted.reconcile === undefined ? bases : withService(bases, wanted.reconcile)
  if (!wanted.links) return undefined
  try {
    return named((await openBases(wanted)).name)
  } catch (cause) {
    if (isNamed(wanted, cause)) throw cause
    return named(undefined)
  }
}

/** Why there will be no links, though they are wanted. @throws Problem `input` where a base that was named is at fault */
export async function linkTrouble(wanted: Wanted): Promise<Problem | undefined> {
  if (!wanted.links) return undefined
  try {
    await openBases(wanted)
    return undefined
  } catch (cause) {
    if (isNamed(wanted, cause) || !(cause instanceof Problem)) throw cause
    return new Problem(cause.code, `${cause.message}: the graph has no links`, cause.advice, { cause })
  }
}

/** How many namesakes are told of. */
const MOST_NAMESAKES = 12

/** Who else has these names, by the knowledge bases that are there now. @param linked what was linked to, in words that hold the ids @throws Problem `input` where a base that was named is at fault */
export async function namesakesOf(names: readonly string[], linked: readonly string[], wanted: Wanted): Promise<readonly string[]> {
  try {
    const { namesakes } = await openBases(wanted)
    const all = await namesakes(names)
    return all.filter(({ id }) => !linked.some((text) => text.includes(`/${id},`) || text.includes(`/${id}/,`))).slice(0, MOST_NAMESAKES).map(({ id, label, words }) => `${/^\d/u.test(id) ? 'GeoNames ' : ''}${id} ${label}${words === '' ? '' : ` (${words})`}`)
  } catch (cause) {
    if (cause instanceof Problem && !isNamed(wanted, cause)) return []
    throw cause
  }
}

/** By what the files were when they were opened: a run asks for its bases more than once, and opens them once. */
const opened = new Map<string, Promise<LinkMaker>>()

/** @throws Problem `input` where one is missing, none, of another version or damaged */
export async function openBases({ kb = [], decisions }: Wanted): Promise<LinkMaker> {
  const [{ SHIPPED, stateOf }, { companions }] = await Promise.all([import('./link/kb-disk.js'), import('./link/companions.js')])
  // All of the base that comes with newsgraph is in the larger one.
  const { core, names, titles, surnames } = companions(), bases = [...kb, ...(core.length > 0 ? core : [SHIPPED]), ...names]
  const key = JSON.stringify([...bases, '', ...titles, ...surnames, '', ...(decisions === undefined ? [] : [decisions])].map((path) => [path, stateOf(path)]))
  const known = opened.get(key) ?? openAll({ bases, titles, surnames, ...(decisions !== undefined && { decisions }) })
  opened.set(key, known)
  return known
}

interface Paths { readonly bases: readonly string[]; readonly titles: readonly string[]; readonly surnames: readonly string[]; readonly decisions?: string }

async function openAll({ bases, titles, surnames: [surnames], decisions }: Paths): Promise<LinkMaker> {
  const [{ openBaseAt, readTitlesAt }, { linkerOf }] = await Promise.all([import('./link/kb-disk.js'), import('./link/link.js')])
  const decided = decisions === undefined ? undefined : (await import('./link/decided-file.js')).readDecided(decisions)
  const open = []
  for (const path of bases) open.push(await openBaseAt(path))
  const maker = linkerOf({ bases: open, titles: titles.map(readTitlesAt), ...(surnames !== undefined && { surnames: readTitlesAt(surnames) }), ...(decided && { decided }) })
  // What other decisions made is made again.
  return decisions === undefined ? maker : { ...maker, name: `${maker.name}, decisions sha256:${createHash('sha256').update(readFileSync(decisions)).digest('hex').slice(0, 16)}` }
}

/** How a record says that its links rest on a service, too. */
export function withService(bases: string | undefined, address: string): string {
  return [...(bases === undefined ? [] : [bases]), `reconciled by ${address}`].join(', ')
}

/** A file that the user named is at fault. */
function isNamed({ kb = [], decisions }: Wanted, cause: unknown): boolean {
  return cause instanceof Problem && [...kb, ...(decisions === undefined ? [] : [decisions])].some((path) => cause.message.includes(path))
}

function withoutLinks(article: Extracted, cause: unknown): Linked {
  if (!(cause instanceof Problem)) throw cause
  return { ...article, links: {}, notes: [...article.notes, { code: 'no-links', message: cause.message }] }
}
