import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { marked } from 'marked'
import { Parser } from 'n3'
import * as oxigraph from 'oxigraph'
import { globSync } from 'tinyglobby'
import { parse as parseYaml } from 'yaml'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../cli/run.js'
import { exportAll, HOSTILE, hostileArticle } from './exported.js'

/** Each form is opened by the program it is for, once with news and once with an article that means harm. */

const cache = process.env.NEWSGRAPH_EXPORTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsgraph-exports')
const python = join(cache, 'venv', 'bin', 'python')
const PROGRAMS = ['duckdb', 'pandas', 'openpyxl', 'followthemoney', 'obsidiantools', 'sssom'] as const
type Answers = Record<(typeof PROGRAMS)[number], { readonly absent?: unknown; readonly [field: string]: unknown }>

const folder = temporaryFolder()
const [news, harm] = [join(folder, 'news'), join(folder, 'harm')]
let seen: Answers, seenOfHarm: Answers

function open(...folders: readonly string[]): Answers[] {
  if (!existsSync(python))
    return folders.map(() => Object.fromEntries(PROGRAMS.map((program) => [program, { absent: 'no Python' }])) as unknown as Answers)
  return JSON.parse(
    execFileSync(python, ['-W', 'ignore', 'tests/export/open.py', PROGRAMS.join(','), ...folders], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1e8,
    }),
  ) as Answers[]
}

beforeAll(async () => {
  await exportAll(news)
  await exportAll(harm, [hostileArticle])
  ;[seen, seenOfHarm] = open(news, harm) as [Answers, Answers]
  const absent = PROGRAMS.filter((program) => seen[program].absent)
  if (absent.length > 0) console.warn(`tests/export: without ${absent.join(', ')}; .ci/exports installs them (--all: all).`)
}, 180_000)

/** A test of what a program saw; skipped where the program is not to be had. */
function saw(
  program: (typeof PROGRAMS)[number],
  sentence: string,
  test: (news: Answers[typeof program], harm: Answers[typeof program]) => void,
): void {
  it(`${program} ${sentence}`, (context) => {
    if (seen[program].absent) context.skip()
    else test(seen[program], seenOfHarm[program])
  })
}

it('The same graph gives the same bytes in every form', async () => {
  const again = join(folder, 'again')
  await exportAll(again)
  const files = globSync('**/*', { cwd: news, dot: true })
  expect(globSync('**/*', { cwd: again, dot: true }).toSorted()).toEqual(files.toSorted())
  for (const file of files) expect(readFileSync(join(again, file)).equals(readFileSync(join(news, file))), file).toBe(true)
})

describe('Tables', () => {
  saw(
    'duckdb',
    'reads as many rows from Parquet as from CSV, with numbers and truths typed, and joins claims with the places of their words',
    (news, harm) => {
      for (const { tables } of [news, harm])
        for (const table of Object.values(tables as Record<string, { parquet: number; csv: number }>))
          expect(table).toEqual({ parquet: table.csv, csv: table.csv, 'same columns': true })
      expect(news.types).toMatchObject({ confidence: 'DOUBLE', is_fact: 'BOOLEAN', words: 'VARCHAR' })
      expect(news.facts).toEqual([
        ['Halden Courier', 'based in', 'Halden', 'HALDEN, 3 May 2021 (Halden Courier)', 38],
        ['Mara Lindqvist', 'head of', 'Norland', 'Norlandian Prime Minister Mara Lindqvist', 76],
        ['Viktor Dahl', 'head of', 'Ostania', 'Ostanian President Viktor Dahl', 121],
      ])
      expect(news.words).toContain('“not one 🐟 less” would be landed')
    },
  )

  saw('pandas', 'reads every table, described by the data package, and finds no cell that a spreadsheet would run', (news, harm) => {
    expect(news).toMatchObject({
      kinds: { role: 6, statement: 6, relation: 5, link: 4, event: 3 },
      'first column': 'kind',
      mean: 'float64',
      described: true,
    })
    expect(harm.formulas).toEqual([])
  })

  saw('openpyxl', 'opens the workbook, with a sheet a table and words as words', (news, harm) => {
    expect(news).toMatchObject({ sheets: { claims: 24, roles: 6, statements: 6, evidence: 50 }, frozen: 'A2', formulas: 0 })
    expect(harm).toMatchObject({ formulas: 0 })
    expect(harm.texts).toContain(HOSTILE.replace('\u0007', ' '))
  })
})

describe('FollowTheMoney', () => {
  saw(
    'followthemoney',
    'finds every entity valid and in its place, with words and places, and nothing that was only said',
    (news, harm) => {
      for (const { invalid, dangling } of [news, harm]) expect([invalid, dangling]).toEqual([[], []])
      expect(news.schemata).toMatchObject({ Article: 2, Person: 3, Note: 6, Event: 1, Occupancy: 5 })
      for (const summary of news.summaries as string[][]) expect(summary.join()).toMatch(/^“.+” \(characters \d+–\d+\)/u)
      expect(news.names).not.toContainEqual(['Event', ['payment to Dahl’s brother-in-law']])
    },
  )
})

describe('A vault', () => {
  saw('obsidiantools', 'finds all notes linked, none missing and none alone', (news) => {
    expect(news).toMatchObject({ missing: [], isolated: [], embedded: [], math: [] })
    expect(news.kinds).toMatchObject({
      Halden: 'place',
      'Viktor Dahl': 'person',
      'Halden Courier': 'outlet',
      '2021-05-03 Lindqvist and Dahl meet over harbour': 'article',
    })
    expect((news.links as Record<string, string[]>)['Mara Lindqvist']).toEqual(
      expect.arrayContaining(['Norland', '2021-05-03 Lindqvist and Dahl meet over harbour']),
    )
  })

  it('has heads that YAML reads, and links to its own notes only, whatever articles are made of', () => {
    for (const vault of [news, harm]) {
      const notes = globSync(`${vault}/obsidian/**/*.md`)
      const names = new Set(notes.map((path) => path.slice(path.lastIndexOf('/') + 1, -'.md'.length)))
      for (const note of notes) {
        const text = readFileSync(note, 'utf8'),
          [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/u.exec(text) ?? []
        expect(parseYaml(head)).toMatchObject({ kind: expect.any(String) })
        for (const [, name = ''] of body.matchAll(/(?<!\\)\[\[([^\]|]*)/gu)) expect(names).toContain(name)
        expect(body.replaceAll(/\[(?:kind|status|confidence):: [\w.-]+\]/gu, '')).not.toContain('::')
        expect(body.replaceAll(/<\/?b>/gu, '')).not.toMatch(/<[a-z/!?%]|(?<!\\)%%|(?<!\\)!\[/iu)
      }
    }
  })
})

describe('A report', () => {
  it('is Markdown in which an article’s words are words', () => {
    const html = marked.parse(readFileSync(join(harm, 'report.md'), 'utf8'), { async: false })
    expect(
      [...html.matchAll(/<(\w+)/gu)]
        .map(([, tag]) => tag)
        .filter((tag) => !['h1', 'h2', 'p', 'ul', 'li', 'strong', 'em', 'b', 'code'].includes(tag ?? '')),
    ).toEqual([])
    expect(html).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; [[x]] ![[y]] foo:: bar | &quot;; DROP \\&quot; } ) DETACH DELETE n // #tag %%c%% `c` $x$ {{t}}',
    )
  })

  it('says who is who, what happened and who said what, each with its words and how sure it is', () => {
    const report = readFileSync(join(news, 'report.md'), 'utf8')
    expect(report).toMatch(/- \*\*Mara Lindqvist\*\* – Prime Minister, Norland \[\^(\d+)\]/u)
    expect(report).toContain('payment to Dahl’s brother-in-law')
    expect(report).toContain('*only reported, according to harbour official*')
    expect(report).toMatch(
      /\[\^\d+\]: characters 76–116: … .*<b>Norlandian Prime Minister Mara Lindqvist<\/b> met .* \(90 of 100 such claims are right\)/u,
    )
    const used = [...report.matchAll(/ \[\^(\d+)\]/gu)].map(([, number]) => number),
      noted = [...report.matchAll(/^\[\^(\d+)\]:/gmu)].map(([, number]) => number)
    expect(noted).toEqual(expect.arrayContaining(used))
    expect(new Set(noted).size).toBe(noted.length)
  })
})

describe('Triples that are spoken of', () => {
  it('are read by Oxigraph and by n3, and only what the article vouches for stands alone', () => {
    for (const from of [news, harm]) {
      const text = readFileSync(join(from, 'claims.nt'), 'utf8')
      const quads = oxigraph.parse(text, { format: 'application/n-triples' })
      expect(new Parser({ format: 'N-Triples' }).parse(text)).toHaveLength(quads.length)
      const inWords = ({ subject, predicate, object }: oxigraph.Quad): string =>
        [subject, predicate, object].map(({ value }) => value).join(' ')
      const spoken = quads
        .filter(({ predicate }) => predicate.value.endsWith('reifies'))
        .map(({ object }) => inWords(object as oxigraph.Quad))
      const alone = new Set(quads.map(inWords))
      expect(spoken.filter((triple) => alone.has(triple)).length).toBe(from === news ? 3 + 4 : 3)
      expect(spoken).toHaveLength(from === news ? 5 + 4 : 5)
    }
  })
})

describe('Mappings', () => {
  saw('sssom', 'finds the table valid', (news) => expect(news).toEqual({ mappings: 4, flaws: [] }))

  it('have the columns that SSSOM names, prefixes that are declared, and a justification', () => {
    const lines = readFileSync(join(news, 'links.sssom.tsv'), 'utf8').trimEnd().split('\n')
    const head = parseYaml(
      lines
        .filter((line) => line.startsWith('#'))
        .map((line) => line.slice(1))
        .join('\n'),
    ) as { curie_map: Record<string, string> }
    const [columns, ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
    expect(columns).toEqual(expect.arrayContaining(['subject_id', 'predicate_id', 'object_id', 'mapping_justification']))
    expect(rows).toHaveLength(4)
    for (const row of rows)
      expect([row.length, head.curie_map[row[2]?.split(':')[0] ?? ''], row[4]]).toEqual([
        columns?.length,
        expect.any(String),
        'semapv:CompositeMatching',
      ])
  })
})

describe('QuickStatements', () => {
  /** https://www.wikidata.org/wiki/Help:QuickStatements#Command_sequence_syntax */
  const value = /^(?:Q\d+|"[^"\t]+"|[a-z-]+:"[^"\t]+"|\+\d{4}-\d\d-\d\dT00:00:00Z\/11)$/u

  it('propose what is linked, a fact, and has an address, with the article as reference and its words', () => {
    const lines = readFileSync(join(news, 'lines.qs.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    expect(lines).toEqual([
      [
        'Q9004',
        'P159',
        'Q9003',
        'S854',
        '"https://courier.example/harbour?a=1¦2"',
        'S1476',
        'en:"Lindqvist and Dahl meet over harbour"',
        'S577',
        '+2021-05-03T00:00:00Z/11',
        'S1683',
        'en:"HALDEN, 3 May 2021 (Halden Courier)"',
      ],
    ])
    for (const [subject, property, ...rest] of lines) {
      expect([subject, property]).toEqual([expect.stringMatching(/^Q\d+$/u), expect.stringMatching(/^P\d+$/u)])
      for (const [at, cell] of rest.entries()) expect(cell).toMatch(at % 2 === 0 ? value : /^S\d+$/u)
    }
    expect(readFileSync(join(harm, 'lines.qs.tsv'), 'utf8')).toBe('')
  })
})

describe('Neo4j', () => {
  it('finds in the CSV what neo4j-admin wants: one id for each node, typed headers, edges between nodes that are there', () => {
    for (const from of [news, harm]) {
      const ids = new Set<string>()
      for (const file of readdirSync(join(from, 'neo4j')).filter((name) => name.startsWith('nodes-'))) {
        const [header = [], ...rows] = csvRows(readFileSync(join(from, 'neo4j', file), 'utf8'))
        expect([header[0], header.at(-1)]).toEqual(['iri:ID', ':LABEL'])
        for (const name of header) expect(name).toMatch(/^\w+(?::(?:ID|string\[\]|long\[\]|double|boolean))?$|^:LABEL$/u)
        for (const row of rows) {
          expect(row).toHaveLength(header.length)
          expect(ids.has(row[0] ?? '')).toBe(false)
          ids.add(row[0] ?? '')
        }
      }
      const [header, ...edges] = csvRows(readFileSync(join(from, 'neo4j', 'edges.csv'), 'utf8'))
      expect(header?.slice(0, 3)).toEqual([':START_ID', ':END_ID', ':TYPE'])
      for (const [start = '', end = '', type] of edges)
        expect([ids.has(start), ids.has(end), type]).toEqual([true, true, expect.stringMatching(/^[A-Z_]+$/u)])
      expect(edges.filter(([, , type]) => type === 'HEAD_OF').length).toBe(2)
      expect(edges.some(([, , type]) => type === 'RELATIVE_OF' || type === 'EMPLOYEE_OF')).toBe(false)
    }
  })

  const jars = globSync('neo4j-*/complete', { cwd: cache, absolute: true })[0]?.replace(/complete$/u, '*')
  it.skipIf(jars === undefined)(
    'loads the CSV by neo4j-admin and the Cypher, twice, to the same graph',
    () => {
      for (const from of [news, harm]) {
        const work = join(folder, `neo4j-${from === news}`)
        mkdirSync(work)
        const output = execFileSync('java', ['-cp', jars ?? '', 'tests/export/OpenNeo4j.java', join(from, 'neo4j'), work], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        const rows = output
          .trimEnd()
          .split('\n')
          .map((line) => line.split('\t'))
        const of = (way: string) => rows.filter(([name]) => name === way).map(([, key, count]) => [key, count])
        expect(of('csv').length).toBeGreaterThan(20)
        expect(of('cypher')).toEqual(of('csv'))
        if (from === news) expect(of('csv')).toContainEqual(['"Mara Lindqvist Norland Norlandian Prime Minister Mara Lindqvist 76"', '0.9'])
      }
    },
    300_000,
  )
})

/** Rows of CSV in which every text is quoted. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/gu)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}
