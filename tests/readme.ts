/**
 * The parts of README.md that a program must write, so that they stay true: `npx tsx tests/readme.ts`.
 *
 *   in:  output/000_76f42d9db3e3c83c.ttl, tests/scores.json
 *   out: six lines of Turtle for "We always say what we think", and the table of measured accuracy
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { argv } from 'node:process'
import { fileURLToPath } from 'node:url'

const GRAPH = 'output/000_76f42d9db3e3c83c.ttl'
const SCORES = 'tests/scores.json'

/** What is measured, and the names of its figures in scores.json. */
const ROWS: readonly (readonly [string, readonly string[]])[] = [
  ['people · places · organisations · outlets', ['gold people', 'gold places', 'gold organizations', 'gold outlets']],
  ['works', ['gold works']],
  ['roles · with the right holder and place', ['gold roles', 'gold roles with holder and place']],
  ['statements · with the right speaker', ['gold statements (overlap ≥.5)', 'gold statements with right speaker']],
  ['events · actors · dates of those found', ['gold events', 'gold actors of found events', 'gold dates of found events']],
  ['evidence at the stated place', ['gold evidence positions']],
]

export function withGeneratedParts(readme: string): string {
  return withPart(withPart(readme, 'turtle', turtle()), 'scores', scores())
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
  const measured = existsSync(SCORES) ? (JSON.parse(readFileSync(SCORES, 'utf8')) as Record<string, number>) : {}
  const rows = ROWS.map(([what, names]) => [what, names.map((name) => measured[name]?.toFixed(1) ?? '–').join(' · ')] as const)
  return `\n| found in whole articles | F1 |\n|---|---|\n${rows.map(([what, figures]) => `| ${what} | ${figures} |\n`).join('')}\n`
}

if (argv[1] === fileURLToPath(import.meta.url)) writeFileSync('README.md', withGeneratedParts(readFileSync('README.md', 'utf8')))
