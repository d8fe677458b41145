/**
 * What is to hold of each case, by its id.
 * In: the article that was made of it – of "The film opens on Friday.", read on a Tuesday. Out: whether its Friday is 8 March.
 * Commands are run as users run them, in a folder of their own.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Extracted } from '../../src/model.js'

type Check = (article: Extracted) => boolean

const hasTime = (from: string, until?: string): Check => ({ times }) => times.some((time) => time.from === from && (until === undefined || time.until === until))
const isUntimed: Check = ({ times, events }) => times.length === 0 && events.every(({ startDate }) => startDate === undefined)
const isNamed = (name: string, kind: string) => ({ entities }: Extracted): boolean => entities.some((entity) => entity.name === name && entity.kind === kind)
const dated = (date: string): Check => (article) => article.date?.slice(0, 10) === date
const all = (...several: readonly Check[]): Check => (article) => several.every((check) => check(article))

export const checks: Readonly<Record<string, Check>> = {
  'date-future-01': hasTime('2024-03-08'),
  'date-future-02': all(hasTime('2024-03-11'), ({ events }) => events.every(({ type }) => type !== 'attack')),
  'date-future-04': hasTime('2024-03-06'),
  'date-past-01': hasTime('2023-03-12'),
  'date-since-01': ({ times }) => times.some(({ from }) => from.startsWith('2023-06')),
  'date-since-02': ({ times }) => times.some(({ from }) => from.startsWith('2023-04')),
  'date-ordinal-01': hasTime('2024-03-01'),
  'date-ordinal-02': hasTime('2024-02-03'),
  'date-ordinal-04': hasTime('2024-04-09'),
  'date-ordinal-05': hasTime('2024-02-01'),
  'date-range-01': hasTime('2024-06-12', '2024-06-15'),
  'date-range-02': hasTime('2024-06-12', '2024-06-15'),
  'date-range-04': hasTime('2023-05', '2023-07'),
  'date-name-01': isUntimed,
  'date-name-02': all(isUntimed, isNamed('April Summers', 'person'), isNamed('May Winters', 'person')),
  'date-name-04': isUntimed,
  'date-number-01': isUntimed,
  'date-slash-01': hasTime('2022-12-25'),
  'date-slash-03': hasTime('2022-12-25'),
  'kind-03': all(isUntimed, ({ entities }) => entities.some(({ name, kind }) => /^June Ltd/.test(name) && kind === 'organization')),
  'name-case-01': all(isNamed('Elena Brandt', 'person'), ({ roles }) => roles.some(({ title }) => title === 'Mayor')),
  'html-date-01': dated('2024-03-05'),
  'html-boilerplate-01': ({ text, blocks }) => text.slice(blocks.find(({ kind }) => kind === 'paragraph')?.start).startsWith('The bridge'),
  'html-invisible-01': isNamed('Tom Kessler', 'person'),
  'html-invisible-03': all(isNamed('Elena Brandt', 'person'), ({ entities }) => entities.filter(({ name }) => name.includes('Br')).length === 1),
  'html-blockquote-01': ({ statements, text }) => statements.some(({ form, content }) => form === 'direct' && text.slice(content[0].start, content.at(-1)!.end).startsWith('We had no choice. The steel is rusty')),
  'html-blockquote-03': ({ date, statements, text }) => date === undefined && statements.some(({ content }) => text.slice(content[0].start, content[0].end).startsWith('We had no choice')),
  'feed-01': ({ publisher }) => publisher?.name === 'Post & Times',
  'feed-02': ({ text }) => !text.includes('CDATA') && !text.includes(']]'),
  'feed-04': ({ headline }) => headline?.name === 'A big day & night',
  'feed-06': ({ publisher, authors }) => publisher?.name === 'Harford Post' && authors[0]?.name === 'Ann Ely',
  'feed-07': ({ authors }) => authors.map(({ name }) => name).join() === 'Lucy Bergmann,Ann Ely',
}

interface Run { readonly code: number; readonly stdout: string; readonly stderr: string }

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'newsgraph-cases-'))
const ARTICLE = 'Mayor Irene Castell opened the new bridge of Brightwater on Tuesday, police said.\n'

function newsgraph(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CLI, ...args], { cwd: folder }, (error, stdout, stderr) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }))
    child.stdin?.end(input)
  })
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return name
}

async function graph(): Promise<string> {
  return (await newsgraph(['build', file('a.txt', ARTICLE)])).stdout
}

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')

export const commandChecks: Readonly<Record<string, () => Promise<boolean>>> = {
  'charset-01': async () => {
    const bytes = Buffer.concat([Buffer.from('Mayor José Núñez said it was sa'), Buffer.of(0xff), Buffer.from('e. “No,” he said.\n')])
    const { stdout } = await newsgraph(['build', file('c.txt', bytes), '--until', 'read'])
    return stdout.includes('José Núñez') && stdout.includes('sa\uFFFDe') && /"notes":\s*\[\s*\{/.test(stdout)
  },
  'charset-03': async () => {
    const page = latin('<html lang="en"><head><meta charset="utf-8"><title>Bridge shut</title></head><body><article><h1>Bridge shut</h1><p>The bridge was shut on Monday, Mayor José Núñez said to the council of it.</p><p>The city will mend it within a year, according to engineer Tom Kessler.</p></article></body></html>')
    const { stdout } = await newsgraph(['build', file('c.html', page), '--until', 'read'])
    return stdout.includes('José Núñez') && /"notes":\s*\[\s*\{/.test(stdout)
  },
  'feed-09': async () => {
    const { code, stderr } = await newsgraph(['build', file('empty.xml', '<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title></channel></rss>'), '-o', 'x.ttl'])
    return code === 3 && /item|article/.test(stderr)
  },
  'cli-01': async () => (await newsgraph(['validate', '-'], await graph())).code === 0,
  'cli-04': async () => { const { code, stderr } = await newsgraph(['build', file('graph.ttl', await graph())]); return code === 3 && stderr.includes('graph') },
  'cli-05': async () => { const { code, stderr } = await newsgraph(['query', 'nosuchname', file('graph.ttl', await graph())]); return code === 5 && stderr.includes('who-said-what-about-whom') },
  'cli-06': async () => (await newsgraph(['query', file('bom.rq', '\uFEFFSELECT ?s { ?s a ng:Article }'), file('graph.ttl', await graph())])).code === 0,
  'cli-08': async () => (await newsgraph(['build', file('a.txt', ARTICLE), '-o', 'g.xyz'])).code === 2,
  'cli-10': async () => {
    symlinkSync('/nonexistent', join(folder, 'b.txt'))
    const { code, stderr } = await newsgraph(['build', 'b.txt'])
    return code === 3 && /link|leads/.test(stderr)
  },
  'line-ends-01': async () => {
    const { code } = await newsgraph(['verify', file('crlf.ttl', (await graph()).replaceAll('\n', '\r\n'))])
    return code === 0
  },
}
