import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleGraph, Extracted } from '../../src/model.js'
import { merge, write } from '../../src/newsgraph.js'
import { CLI, newsgraph, temporaryFolder } from '../cli/run.js'
import { courierArticle, radioArticle } from '../fixtures/harbour.js'

const PARTITIONS = [1, 2, 7]
const ARTICLES = 500
const PAGE = resolve('seeds/ferry-inquiry.html')
const folder = temporaryFolder()
const python = pythonWithSpark()
if (!python) console.warn('tests/spark: no Python with pyspark and warcio, or no Java; .ci/spark installs it. Skipped.')

/** Python that has pyspark and warcio, where Java is there too. */
function pythonWithSpark(): string | undefined {
  const cached = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsgraph-spark', 'venv', 'bin', 'python')
  return [cached, 'python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import pyspark, warcio'], { stdio: 'ignore' })
      execFileSync('java', ['-version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

/** Several runs in one session of Spark, as starting one takes longest. */
const DRIVER = `import argparse, json, sys
import newsgraph_spark
from pyspark.sql import SparkSession
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").config("spark.driver.memory", "512m").getOrCreate()
def warc(page, path):
    from io import BytesIO
    from warcio import StatusAndHeaders, WARCWriter
    with open(path, "wb") as file:
        writer, headers = WARCWriter(file, gzip=True), StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record("https://example.org/no-page", "response", payload=BytesIO(b"{}"), http_headers=StatusAndHeaders("404 Not Found", [], protocol="HTTP/1.1")))
        writer.write_record(writer.create_warc_record("https://example.org/page", "response", payload=open(page, "rb"), http_headers=headers))

for run in json.load(sys.stdin):
    made = run["output"] + "-" + run.get("form", "")
    if run.get("form") == "parquet":
        spark.read.json(run["inputs"]).write.parquet(made)
        run["inputs"] = [made]
    if run.get("form") == "warc":
        warc(run["inputs"][0], made)
        run["inputs"] = [made]
    try:
        newsgraph_spark.run(spark, argparse.Namespace(**{"form": "jsonl", "extract": "", "graph": "", "inputs": [], **run}))
    except Exception as failure:
        print("FAILED", failure)
spark.stop()
`

interface Order { readonly inputs?: readonly string[]; readonly form?: string; readonly output: string; readonly partitions: number; readonly newsgraph?: string }

let child: ChildProcess | undefined
afterAll(() => void child?.kill())

function spark(...orders: Order[]): Promise<string> {
  return new Promise((done) => {
    const running = spawn(python ?? '', ['-c', DRIVER], { env: { ...process.env, PYTHONPATH: resolve('spark'), PYSPARK_PYTHON: python, PYSPARK_DRIVER_PYTHON: python } })
    let output = ''
    child = running
    for (const stream of [running.stdout, running.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { output += text })
    running.on('close', () => done(output))
    running.stdin.end(JSON.stringify(orders.map((order) => ({ newsgraph: `"${process.execPath}" "${CLI}"`, ...order }))))
  })
}

/** The parts of a graph one behind the other. */
function joined(output: string, of = 'graph'): Buffer {
  const parts = readdirSync(join(output, of)).filter((name) => name.startsWith('part-')).sort()
  return Buffer.concat(parts.map((name) => readFileSync(join(output, of, name))))
}

/** An article like another, at another address, on another day, about somebody else of the same length of name. */
function variation(graph: ArticleGraph, number: number): ArticleGraph {
  const others = { Lavrov: ['Lavrov', 'Larsen'], Halden: ['Halden', 'Holden', 'Hilden'], Viktor: ['Viktor', 'Walter', 'Gustav', 'Oliver', 'Rudolf'] }
  const json = Object.entries(others).reduce((text, [name, all]) => text.replaceAll(name, all[number % all.length] ?? name), JSON.stringify(graph))
  const told = JSON.parse(json) as ArticleGraph
  // Every fiftieth is the copy of another.
  const textSha256 = createHash('sha256').update(`${graph.article.id} ${number % 50 === 49 ? number - 6 : number}`).digest('hex')
  const date = `2023-0${1 + (number % 9)}-1${number % 7}`
  return { ...told, article: { ...told.article, id: textSha256.slice(0, 16), textSha256, url: `https://example.org/news/${number}`, ...(number % 11 > 0 && { date }) } }
}

function extractedIn(output: string, graphs: readonly ArticleGraph[], parts: number): void {
  mkdirSync(join(output, 'extracted'), { recursive: true })
  for (let part = 0; part < parts; part += 1) {
    const lines = graphs.slice(Math.floor((part * graphs.length) / parts), Math.floor(((part + 1) * graphs.length) / parts))
    writeFileSync(join(output, 'extracted', `part-0000${part}`), lines.map((graph) => `${JSON.stringify(graph)}\n`).join(''))
  }
  writeFileSync(join(output, 'extracted', '_SUCCESS'), '')
}

describe.skipIf(!python)('Spark in local mode', () => {
  const articles = join(folder, 'articles.jsonl')
  const tabled = join(folder, 'table.jsonl')
  const one = { merged: join(folder, 'merged.nq'), read: join(folder, 'read.nq'), page: join(folder, 'page.nq'), table: join(folder, 'table.nq') }
  const outputs = PARTITIONS.map((parts) => join(folder, `merged-${parts}`))
  const [read, page, table] = [join(folder, 'read'), join(folder, 'page'), join(folder, 'table')]
  const broken = join(folder, 'broken')
  let said = ''

  beforeAll(async () => {
    const { stdout } = await newsgraph(['build', 'seeds/', '--until', 'read'])
    const readings = stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as { text: string; date?: string })
    // The beginnings of the articles: it is not the model that is tested.
    const lines = [...readings, ...readings].map(({ text, date }, number) =>
      JSON.stringify({ text: `${text.slice(0, 700)}.\n\nThis is report number ${number}.\n`, date, url: `https://example.org/${number}` }))
    writeFileSync(articles, [...lines.slice(0, 5), 'no article', ...lines.slice(5)].join('\n'))
    writeFileSync(tabled, `${lines[0]}\n`)
    await newsgraph(['build', articles, '-o', one.read])
    await newsgraph(['build', PAGE, '-o', one.page])
    await newsgraph(['build', tabled, '-o', one.table])

    const seeds = (await newsgraph(['work', 'extract'], { input: stdout })).stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as ArticleGraph)
    const small = [courierArticle, radioArticle]
    const graphs = Array.from({ length: ARTICLES }, (_, number) =>
      variation((number % 20 > 0 ? small[number % 2] : seeds[(number / 20) % seeds.length]) as ArticleGraph, number))
    await write(await merge(graphs.map((graph) => ({ ...graph.article, ...graph }) as unknown as Extracted)), one.merged)

    for (const [at, output] of outputs.entries()) extractedIn(output, graphs, PARTITIONS[at] ?? 1)
    said = await spark(
      ...outputs.map((output, at) => ({ output, partitions: PARTITIONS[at] ?? 1 })),
      { inputs: [articles], output: read, partitions: 2 },
      { inputs: [PAGE], form: 'warc', output: page, partitions: 1 },
      { inputs: [tabled], form: 'parquet', output: table, partitions: 1 },
      { inputs: [articles], output: broken, partitions: 1, newsgraph: `"${process.execPath}" "${CLI}" --no-such-option` },
    )
  }, 1_200_000)

  it.each(PARTITIONS.map((parts, at) => [parts, outputs[at] ?? ''] as const))('gives the bytes of one machine for 500 articles in %i partitions', (_, output) => {
    expect(said).toContain(`${ARTICLES} articles`)
    expect(joined(output).equals(readFileSync(one.merged))).toBe(true)
  })

  it('gives the bytes of one machine from the articles on, with the language model in every partition', () => {
    expect(joined(read).equals(readFileSync(one.read))).toBe(true)
  })

  it('reads the pages in WARC files, and the rows of Parquet', () => {
    expect(joined(page).equals(readFileSync(one.page))).toBe(true)
    expect(joined(table).equals(readFileSync(one.table))).toBe(true)
  })

  it('keeps the lines that could not be worked on, with why', () => {
    expect(JSON.parse(joined(read, 'problems').toString())).toMatchObject({ problem: { code: 'input', message: expect.stringContaining('not valid JSON') as string }, starts: 'no article' })
  })

  it('fails with what newsgraph said when a filter fails', () => {
    expect(said).toMatch(/FAILED[^]*ended with 2: newsgraph: .*no-such-option/)
  })
})
