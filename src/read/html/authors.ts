/**
 * Who wrote the article of a page.
 *
 *   in:  JSON-LD authors, meta tags, rel="author", elements named byline, lines near the headline – "By Jane Doe, Staff Writer"
 *   out: [{ name: "Jane Doe" }]
 *
 * Persons first; a pen name, a staff or an agency where no person is named.
 */
import type { Draft } from '../article.js'
import type { Page } from './facts.js'
import { linesNear, linesOf, LONGEST_LINE } from './lines.js'
import { addressed, bodyIn, organisationIn, pennameIn, personsIn } from './author-names.js'
import { bare } from './wording.js'

const TAGS = ['author', 'article:author', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'byl', 'article.author', 'authors', 'dc.contributor', 'citation_author',
  'creator', 'dcterms.creator', 'og:author', 'article:author_name', 'article:author:name', 'cxenseparse:author', 'shareaholic:article_author_name', 'bt:author', 'vr:author', 'byline', 'author_name', 'news_authors', 'page.author', 'rbauthors']
/** Surest first. */
const ELEMENTS = [
  '[itemprop="author"] [itemprop="name"]', '[rel="author"]', '[itemprop="author"]',
  '.byline, .byline-name, .author-name, .authorName, .author, .article-author, .post-author, .entry-author', '[class*="byline"], [class*="author-name"], [class*="authorName"], [class*="Byline"], [data-testid*="byline"], [data-testid*="author"], [data-qa*="byline"], [data-qa*="author"], [data-test*="byline"], [data-test*="author"], [data-component*="byline" i], [data-module*="byline" i]',
  'a[href*="/author/"], a[href*="/authors/"], a[href*="/contributor"], a[href*="/editors/"]', '[class*="author"], [data-authors]',
  '[id*="byline" i], [id="author" i], [class*="byline" i], [class*="authorname" i], [class*="author_name" i], [class*="articleauthor" i], [class*="article__author" i], .vcard .fn, .writer, .reporter, .contributor',
  'a[href*="/staff/"], a[href*="/people/"], a[href*="/profile/"], a[href*="/profiles/"], a[href*="/by/"], a[href*="/journalist"], a[href*="/reporter"], a[href*="/writers/"], a[href*="/columnist"]', '[class*="author" i], [class*="writer" i], [class*="contributor" i]',
]
/** Those who are named here wrote something else. */
const ELSEWHERE = ':is([class*="comment"], [id*="comment"], [class*="related"]):not(html, body, main, article), nav, footer'
/** The first kinds of elements are for authors' names only. */
const SURE = 4
const MOST = 30

export function authorsOf(page: Page): Draft['authors'] {
  const sources = sourcesOf(page)
  for (const { reading, from, isOrganisation } of STAGES) {
    for (const written of from(sources)) {
      const authors = unique(written().flatMap((names) => reading(names, page)))
      if (authors.length === 0 || authors.length > MOST) continue
      const seen = isOrganisation ? [] : seenInstead(authors, sources, page)
      return (seen.length > 0 ? seen : authors).map((name) => ({ name, ...(isOrganisation ? { isOrganisation } : {}) }))
    }
  }
  return []
}

/** What readers are told outranks what only programs are: the byline below the headline, where it names nobody of those declared, who put it online. */
function seenInstead(authors: readonly string[], { near }: Sources, page: Page): string[] {
  const seen = unique(near().flatMap((names) => personsIn(names, page)))
  const known = new Set(authors.flatMap((name) => bare(name).split(' ').slice(-1)))
  return seen.some((name) => known.has(bare(name).split(' ').at(-1) ?? '')) ? [] : seen
}

interface Sources { readonly declared: readonly Source[]; readonly shown: readonly Source[]; readonly near: Source; readonly bodies: Source; readonly signed: Source; readonly cards: Source }

/** What is written at one kind of place; looked up when it is needed. */
type Source = () => readonly string[]

/** From names of persons to what may be a name, if there is nothing better. */
const STAGES: readonly { reading: (written: string, page: Page) => string[]; from: (sources: Sources) => readonly Source[]; isOrganisation?: true }[] = [
  { reading: personsIn, from: ({ declared, shown, near, signed, cards }) => [...declared, ...shown, near, signed, cards] },
  { reading: addressed, from: ({ declared }) => declared },
  { reading: pennameIn, from: ({ declared, shown, near }) => [...declared, ...shown.slice(0, SURE), near] },
  { reading: bodyIn, from: ({ bodies }) => [bodies], isOrganisation: true },
  { reading: organisationIn, from: ({ declared, shown, near }) => [...declared, ...shown.slice(0, SURE), near], isOrganisation: true },
]

function sourcesOf(page: Page): Sources {
  const { document, meta, linked } = page
  const elements = ELEMENTS.map((selector) => () => page.story.together([...document.querySelectorAll(selector)].filter((element) => isFilled(element) && !element.closest(ELSEWHERE))).flatMap(shownBy))
  return { declared: [() => linked.authors.filter((name) => !linked.authorBodies.includes(name)), ...TAGS.map((name) => () => meta.all(name))], shown: elements, near: () => bylinesNear(page), bodies: () => linked.authorBodies, signed: () => signedIn(document), cards: () => labelled(meta) }
}

/** Cards for Twitter and Slack: "Written by" in one tag, the name in another; often of whoever put the story online, so asked last. */
function labelled(meta: Page['meta']): string[] {
  return [1, 2, 3].flatMap((number) => (/^(?:written )?by$|^authors?$/i.test(meta.first(`twitter:label${number}`) ?? '') ? meta.all(`twitter:data${number}`) : []))
}

function isFilled(element: Element): boolean {
  return /\S/.test(element.textContent ?? '') || element.hasAttribute('content') || element.hasAttribute('data-authors')
}

function shownBy(element: Element): string[] {
  const declared = element.getAttribute('content') ?? element.getAttribute('data-authors')
  return declared ? [declared] : linesOf(element, true).map(({ text }) => text)
}

/** "March 5, 2024 by Jane Doe", "Posted on Tuesday by Jane Doe", "Jane Doe, Staff Writer". */
const DATED = /^(?:(?:posted|published|written|submitted|updated)\b|.{0,20}\d{4}).{0,40}?\bby:? /i
const PLAIN = /^(?:(?:written|posted|reported|words|story|analysis|opinion|review|interview|report|article) )?by:? /i
const ALONE = /^(?:(?:written|posted|reported|story|article) )?by:?$/i
const SIGNED = /^(?:(?:written|words|story|text|reporting|article|post) by|(?:authors?|words|text|reporter|writer)(?=:| \|)):?(?: \|)? /i
const WITH_POST = /^\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]*){1,2}(?:,| [|–—-]) /u
const POST = /^(?:(?:chief|senior|staff|political|business|science|health|sports?|contributing|special|news|deputy|digital|freelance) )*(?:writer|reporter|correspondent|editor|columnist|contributor|journalist)\b/i

/** What follows a pattern in a line, if it begins as names do: a capital is one whatever letters the pattern takes. */
function behind(line: string, pattern: RegExp, begins = /^\p{Lu}/u): string | undefined {
  const found = pattern.exec(line)
  const rest = found ? line.slice(found[0].length) : ''
  return begins.test(rest) ? rest : undefined
}

/** "By Jane Doe"; else "World | By Jane Doe | 7 July", or "By" and "Jane Doe" below it. */
function bylinesNear(page: Page): string[] {
  const lines = linesNear(page.headline, page.document)
  const found = lines.find((line) => behind(line, PLAIN)) ?? lines.flatMap((line) => behind(line, DATED, /^\p{Lu}\p{L}+ \p{Lu}/u) ?? [])[0] ?? lines.find((line) => behind(line, WITH_POST, POST))
  if (found !== undefined) return [found]
  const index = lines.findIndex((line) => ALONE.test(line) || /\| ?By \p{Lu}|^By(?=\p{Lu})/u.test(line))
  const line = lines[index]
  return line === undefined ? [] : [ALONE.test(line) ? (lines[index + 1] ?? '') : line.replace(/^.*\| ?(?=By )/, '')]
}

/** "Author: Jane Doe", "Words by Jane Doe", wherever it stands: at the end of the story, or at the foot of the page. */
function signedIn(document: Document): string[] {
  return linesOf(document.body, true).flatMap(({ text }) => (text.length <= LONGEST_LINE ? behind(text, SIGNED) ?? [] : [])).slice(0, 1)
}

function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [bare(name), name])).values()]
}
