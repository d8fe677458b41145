/**
 * Articles described in schema.org's JSON-LD, in a page or as a file of its own.
 *
 *   in:  parsed JSON: one object, an array, an `@graph`, or any nesting of them
 *   out: one record for each NewsArticle, BlogPosting, … – { headline, datePublished, authors: ["Jane Doe"], … }
 *
 * Authors and publishers may be given by `@id`; they are looked up in the same JSON.
 */

export interface LinkedArticle {
  readonly headline?: string
  readonly datePublished?: string
  readonly dateModified?: string
  readonly authors: readonly string[]
  /** Those of them that are said to be organisations. */
  readonly authorBodies: readonly string[]
  readonly publisher?: { readonly name: string; readonly url?: string }
  readonly body?: string
  readonly url?: string
  readonly language?: string
}

type Node = Readonly<Record<string, unknown>>

const ARTICLE = /^(?:https?:\/\/schema\.org\/|schema:)?(?:[A-Z]\w*Article|Article|BlogPosting|SocialMediaPosting|LiveBlogPosting|Report|Review|Recipe|HowTo|CreativeWork|DiscussionForumPosting|WebPage|MedicalWebPage|NewsItem)$/
const DEPTH = 12

/** Every article node in the order of the JSON; true articles before mere web pages. */
export function linkedArticles(value: unknown): LinkedArticle[] {
  const nodes = nodesIn(value, DEPTH)
  const known = new Map(nodes.flatMap((node) => (typeof node['@id'] === 'string' && Object.keys(node).length > 1 ? [[node['@id'], node] as const] : [])))
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
  return [...articles.filter((node) => !isPage(node)), ...articles.filter(isPage)].map((node) => articleOf(node, known))
}

function isPage(node: Node): boolean {
  return typesOf(node).every((type) => type.endsWith('WebPage'))
}

/** Is this value, or what is in it, schema.org JSON-LD at all? */
export function isLinked(value: unknown): boolean {
  return nodesIn(value, 3).some((node) => '@type' in node || '@graph' in node)
}

function nodesIn(value: unknown, depth: number): Node[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => nodesIn(item, depth - 1))
  const node = value as Node
  return [node, ...Object.values(node).flatMap((inner) => nodesIn(inner, depth - 1))]
}

function typesOf(node: Node): string[] {
  return texts(node['@type'])
}

function articleOf(node: Node, known: ReadonlyMap<string, Node>): LinkedArticle {
  const { name: publisher, url: site } = named(node['publisher'] ?? node['sourceOrganization'], known)[0] ?? {}
  const headline = texts(node['headline'])[0] ?? texts(node['name'])[0]
  const datePublished = texts(node['datePublished'])[0] ?? texts(node['dateCreated'])[0]
  const dateModified = texts(node['dateModified'])[0]
  const body = texts(node['articleBody'])[0] ?? texts(node['text'])[0]
  const url = texts(node['url'])[0] ?? texts(node['mainEntityOfPage'])[0] ?? texts(node['@id'])[0]
  const language = texts(node['inLanguage'])[0]
  const authors = named(node['author'] ?? node['creator'], known)
  return {
    authors: authors.map(({ name }) => name),
    authorBodies: authors.flatMap(({ name, isBody }) => (isBody ? [name] : [])),
    ...(headline ? { headline } : {}),
    ...(datePublished ? { datePublished } : {}),
    ...(dateModified ? { dateModified } : {}),
    ...(publisher ? { publisher: { name: publisher, ...(site ? { url: site } : {}) } } : {}),
    ...(body ? { body } : {}),
    ...(url && /^https?:/.test(url) ? { url } : {}),
    ...(language ? { language } : {}),
  }
}

/** Names of persons or organisations, given as strings, objects, references or lists of them. */
function named(value: unknown, known: ReadonlyMap<string, Node>): { name: string; url?: string; isBody?: boolean }[] {
  if (Array.isArray(value)) return value.flatMap((item) => named(item, known))
  if (typeof value === 'string') return /^https?:/.test(value) ? [] : [{ name: value.trim() }].filter(({ name }) => name !== '')
  if (typeof value !== 'object' || value === null) return []
  const given = value as Node
  const node = given['name'] === undefined && typeof given['@id'] === 'string' ? (known.get(given['@id']) ?? given) : given
  const url = texts(node['url'])[0]
  const list = node['@list'] ?? node['itemListElement']
  if (list !== undefined && node['name'] === undefined) return named(list, known)
  const parts = [...texts(node['givenName']).slice(0, 1), ...texts(node['familyName']).slice(0, 1)].join(' ')
  return (texts(node['name']).length > 0 || parts === '' ? texts(node['name']) : [parts]).map((name) => ({ name, ...(url ? { url } : {}), ...(typesOf(node).some((type) => /Organi[sz]ation$/.test(type)) ? { isBody: true } : {}) }))
}

/** Strings, also inside a list or as `{ "@value": … }`. */
function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
  if (typeof value === 'object' && value !== null && '@value' in value) return texts(value['@value'])
  return []
}
