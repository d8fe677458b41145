/**
 * The parts of README.md and docs/accuracy.md that a program must write, so that they stay true: `npx tsx tests/readme.ts`.
 *
 *   in:  output/000_76f42d9db3e3c83c.ttl, tests/scores.json
 *   out: six lines of Turtle for "We always say what we think", and the tables of measured accuracy
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const GRAPH = 'output/000_76f42d9db3e3c83c.ttl'
const SCORES = 'tests/scores.json'

/** What is measured, and the names of its figures in scores.json. */
type Rows = readonly (readonly [string, readonly string[]])[]

/** Articles that nobody looked at while writing rules. */
const UNSEEN: Rows = [
  ['roles · with the right holder and of what', ['claims roles', 'claims roles with of']],
  ['events · the type and status of those found', ['claims events', 'claims type', 'claims status']],
  ['agents · patients · all actors · dates of those found', ['claims agents', 'claims patients', 'claims all actors', 'claims dates']],
  ['outlets · works', ['claims outlets', 'claims works']],
]
const GRAPHS: Rows = [
  ['people · places · organisations · outlets', ['gold people', 'gold places', 'gold organizations', 'gold outlets']],
  ['works', ['gold works']],
  ['roles · with the right holder and place', ['gold roles', 'gold roles with holder and place']],
  ['statements · with the right speaker', ['gold statements (overlap ≥.5)', 'gold statements with right speaker']],
  ['events · their actors · their dates', ['gold events', 'gold actors of found events', 'gold dates of found events']],
]
const MODEL: Rows = [
  ['attributions (PolNeAR): source, cue and content joined', ['PolNeAR attributions, joined']],
  ['names in newspapers from all over the world, unseen ones', ['newswire names, unseen outlets']],
  ['names (DWIE) · coreference · relations', ['DWIE names', 'DWIE coreference', 'DWIE relations']],
  ['trees (UD English, LAS)', ['UD trees (LAS)']],
]

export function withGeneratedParts(readme: string): string {
  return withPart(withPart(withPart(readme, 'turtle', turtle()), 'scores', `\n${table('articles that nobody tuned on', UNSEEN)}\n`), 'all-scores', scores())
}

function withPart(readme: string, name: string, content: string): string {
  return readme.replace(new RegExp(`(<!-- ${name}:[^>]*-->\n)[^]*?(<!-- /${name} -->)`), (_, open: string, close: string) => `${open}${content}${close}`)
}

/** The statement as it stands in the graph, without the lines that only machines read. */
function turtle(): string {
  const block = readFileSync(GRAPH, 'utf8').split('\n\n').find((text) => text.startsWith('statement:') && text.includes('always say what we think')) ?? ''
  const lines = block.split('\n').filter((line) => /^statement:|schema:(?:creator|text|dateCreated)|ng:(?:cue|speechAct|evidence)/.test(line))
  return `\`\`\`turtle\n${lines.slice(0, 6).join('\n').replace(/ [;.]?$/, ' .')}\n\`\`\`\n`
}

function scores(): string {
  return `\n${table('articles that nobody tuned on', UNSEEN)}\n${table('articles that the rules were tuned on', GRAPHS)}\n${table('the language model alone', MODEL)}\n`
}

function table(title: string, rows: Rows): string {
  const measured = existsSync(SCORES) ? (JSON.parse(readFileSync(SCORES, 'utf8')) as Record<string, number>) : {}
  const lines = rows.map(([what, names]) => `| ${what} | ${names.map((name) => measured[name]?.toFixed(1) ?? '–').join(' · ')} |\n`)
  return `| ${title} | F1 |\n|---|---|\n${lines.join('')}`
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const page of ['README.md', 'docs/accuracy.md']) writeFileSync(page, withGeneratedParts(readFileSync(page, 'utf8')))
}
