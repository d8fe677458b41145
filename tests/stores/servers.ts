/**
 * Real SPARQL stores for tests: Fuseki, RDF4J, Virtuoso and oxigraph, each in a process of its own with an empty database.
 * In: what `.ci/stores` put into its folder. Out: for each server `missing` (a word why it cannot be had) or `start()`, which gives
 *   { to: 'http://127.0.0.1:41234/news', profile: 'fuseki', credentials: { user: 'admin', password: 'secret' }, stop }
 * They listen on 127.0.0.1 alone, on ports that were free, and end with the test or with this process.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

export const names = ['fuseki', 'rdf4j', 'virtuoso', 'oxigraph'] as const
export type ServerName = (typeof names)[number]

export interface RunningServer {
  readonly name: ServerName
  readonly version: string
  /** The store as `newsgraph push --to` takes it; the profile is named as the server. */
  readonly to: string
  readonly profile: ServerName
  /** Where SPARQL 1.1 queries and updates go, for tests that talk to the server themselves. */
  readonly queryUrl: string
  readonly updateUrl: string
  /** Who may write; a server without passwords has none. */
  readonly credentials?: { readonly user: string; readonly password: string }
  /** Ends the process and takes its database away. */
  stop(): Promise<void>
}

export interface Server {
  readonly name: ServerName
  /** Why it cannot be started; nothing when it can. */
  readonly missing?: string
  start(): Promise<RunningServer>
}

const CACHE = process.env.NEWSGRAPH_STORES ?? join(homedir(), '.cache', 'newsgraph-stores')
const START_MS = 120_000

/** How a server is started: command, environment and files, and where it then answers. */
interface Launch {
  readonly version: string
  readonly command: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  /** Answers when the server is ready, if only that a password is missing. */
  readonly ready: string
  readonly to: string
  readonly queryUrl: string
  readonly updateUrl: string
  readonly credentials?: { readonly user: string; readonly password: string }
  /** Called once it is ready. */
  readonly prepare?: () => Promise<void>
}

const launches: Readonly<Record<ServerName, (folder: string) => Promise<Launch>>> = { fuseki, rdf4j, virtuoso, oxigraph }

export const servers: Readonly<Record<ServerName, Server>> = {
  fuseki: server('fuseki', missingJava() ?? missingFile('fuseki-')),
  rdf4j: server('rdf4j', missingJava() ?? missingFile('rdf4j-') ?? missingFile('jetty-')),
  virtuoso: server('virtuoso', runs('virtuoso-t', '-?') ? undefined : 'the Debian package virtuoso-opensource-7-bin is not installed'),
  oxigraph: server('oxigraph', missingFile('oxigraph-')),
}

function server(name: ServerName, missing: string | undefined): Server {
  return { name, ...(missing === undefined ? {} : { missing: `no ${name}: ${missing} (.ci/stores fetches it)` }), start: () => start(name) }
}

function fileOf(prefix: string): string | undefined {
  const name = existsSync(CACHE) ? readdirSync(CACHE).find((entry) => entry.startsWith(prefix)) : undefined
  return name === undefined ? undefined : join(CACHE, name)
}

function missingFile(prefix: string): string | undefined {
  return fileOf(prefix) === undefined ? `there is no ${prefix}… in ${CACHE}` : undefined
}

function missingJava(): string | undefined {
  return runs('java', '-version') ? undefined : 'Java is not installed'
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore', timeout: 20_000 }).error === undefined
}

/** "5.6.0" from the name of its file. */
function versionOf(prefix: string): string {
  return /-(\d[\w.]*?)(?:\.(?:jar|war))?$/.exec(fileOf(prefix) ?? '')?.[1] ?? 'unknown'
}

async function fuseki(folder: string): Promise<Launch> {
  const port = await freePort(), address = `http://127.0.0.1:${port}`
  return {
    version: versionOf('fuseki-'),
    command: ['java', '-Xmx512m', '-cp', fileOf('fuseki-') ?? '', 'org.apache.jena.fuseki.main.cmds.FusekiMainCmd', '--localhost', `--port=${port}`, '--ping',
      '--auth=basic', `--passwd=${join(folder, 'passwd')}`, '--update', `--loc=${folder}`, '/news'],
    files: { passwd: 'admin: secret\n' },
    ready: `${address}/$/ping`, to: `${address}/news`, queryUrl: `${address}/news/query`, updateUrl: `${address}/news/update`,
    credentials: { user: 'admin', password: 'secret' },
  }
}

async function rdf4j(folder: string): Promise<Launch> {
  const port = await freePort(), address = `http://127.0.0.1:${port}/rdf4j-server`, to = `${address}/repositories/news`
  return {
    version: versionOf('rdf4j-'),
    command: ['java', '-Xmx512m', `-Djava.io.tmpdir=${folder}`, `-Dorg.eclipse.rdf4j.appdata.basedir=${folder}`, '-jar', fileOf('jetty-') ?? '',
      '--host', '127.0.0.1', '--port', String(port), '--path', '/rdf4j-server', fileOf('rdf4j-') ?? ''],
    ready: `${address}/protocol`, to, queryUrl: to, updateUrl: `${to}/statements`,
    prepare: async () => {
      const answer = await fetch(to, { method: 'PUT', headers: { 'content-type': 'text/turtle' }, body: REPOSITORY })
      if (!answer.ok) throw new Error(`RDF4J made no repository: ${answer.status} ${await answer.text()}`)
    },
  }
}

const REPOSITORY = `
@prefix rep: <http://www.openrdf.org/config/repository#> . @prefix sr: <http://www.openrdf.org/config/repository/sail#> . @prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "news" ;
  rep:repositoryImpl [ rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
`

async function virtuoso(folder: string): Promise<Launch> {
  const port = await freePort(), address = `http://127.0.0.1:${port}`
  return {
    version: /Version ([\d.]+)/.exec(spawnSync('virtuoso-t', ['-?'], { encoding: 'utf8' }).stderr)?.[1] ?? 'unknown',
    command: ['virtuoso-t', '-f', '-c', join(folder, 'virtuoso.ini')],
    files: { 'virtuoso.ini': virtuosoSettings(await freePort(), port) },
    ready: `${address}/sparql?query=ASK%7B%7D`, to: address, queryUrl: `${address}/sparql`, updateUrl: `${address}/sparql-auth`,
    credentials: { user: 'dba', password: 'dba' },
  }
}

function virtuosoSettings(sqlPort: number, httpPort: number): string {
  return `
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sqlPort}
ServerThreads = 10
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:${httpPort}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 10000
`
}

async function oxigraph(folder: string): Promise<Launch> {
  const port = await freePort(), to = `http://127.0.0.1:${port}`
  return {
    version: versionOf('oxigraph-'),
    command: [fileOf('oxigraph-') ?? '', 'serve', '--location', join(folder, 'data'), '--bind', `127.0.0.1:${port}`],
    ready: `${to}/query?query=ASK%7B%7D`, to, queryUrl: `${to}/query`, updateUrl: `${to}/update`,
  }
}

async function start(name: ServerName): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), `newsgraph-${name}-`))
  const { command, files = {}, ready, prepare, ...about } = await launches[name](folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  const log = join(folder, 'log.txt'), output = openSync(log, 'a')
  const child = spawn(command[0] ?? '', command.slice(1), { cwd: folder, stdio: ['ignore', output, output] })
  const discard = (): void => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', discard)
  const stop = async (): Promise<void> => {
    await end(child)
    process.off('exit', discard)
    discard()
  }
  try {
    await answers(ready, child)
    await prepare?.()
  } catch (cause) {
    const words = readFileSync(log, 'utf8').slice(-2000)
    await stop()
    throw new Error(`${name} did not start: ${words}`, { cause })
  }
  return { name, profile: name, ...about, stop }
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined)
    if (answer && (answer.ok || answer.status === 401)) return
    await new Promise((resolve) => { setTimeout(resolve, 100) })
  }
  throw new Error(child.exitCode === null ? `no answer within ${START_MS / 1000} seconds` : `it ended with ${child.exitCode}`)
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port is free'))))
    })
  })
}
