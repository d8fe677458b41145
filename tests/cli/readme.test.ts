import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { servers } from '../stores/servers.js'
import { withGeneratedParts } from '../readme.js'
import { CLI, temporaryFolder } from './run.js'

/** The README, and the pages that it leads to; what one makes, the next may use. */
const PAGES = ['README.md', 'docs/tutorial.md', 'docs/commands.md', 'docs/stores.md', 'docs/catalogue.md', 'docs/exports.md', 'docs/library.md', 'docs/accuracy.md']
const pages = PAGES.map((path) => readFileSync(path, 'utf8'))
const readme = pages[0] ?? '', all = pages.join('\n')
const folder = temporaryFolder()
/** Where the README says that a store is. */
const STORE = 'http://localhost:7878'
const run = promisify(execFile)

/** A checkout in which `npx newsgraph` is this build; what `npm` does is left to .ci/run. */
function checkout(): string {
  for (const name of ['seeds', 'ontology']) symlinkSync(resolve(name), join(folder, name))
  const bin = join(folder, 'bin')
  mkdirSync(bin)
  for (const [name, script] of [['npx', `shift; exec "${process.execPath}" "${CLI}" "$@"`], ['npm', 'exit 0']] as const) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'newsgraph'))
  return bin
}

function blocks(language: string): string[] {
  return [...all.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code ?? '')
}

/** Each command of newsgraph once; other programs are not at hand. */
const commands = [...new Set(blocks('sh').flatMap((block) => block.trim().split('\n')).filter((line) => /^(?:npx newsgraph|npm (?:install|start))/u.test(line)))]

/** Does not end by itself. */
function isServer(command: string): boolean {
  return / (?:view|serve) /u.test(command)
}

describe('the README and the pages of docs/', () => {
  const bin = checkout()
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }

  it.each(commands.filter((line) => !isServer(line) && !/ watch /.test(line) && !line.includes(STORE)))('%s', async (command) => {
    await run('/bin/sh', ['-ec', command], { cwd: folder, env })
  })

  const { missing, start } = servers.oxigraph
  it.skipIf(missing !== undefined)(`shows commands for a store that work${missing === undefined ? '' : ` (${missing})`}`, async () => {
    const ofStore = commands.filter((line) => line.includes(STORE))
    expect(ofStore.length).toBeGreaterThan(1)
    const store = await start()
    try {
      for (const command of ofStore) await run('/bin/sh', ['-ec', command.replaceAll(STORE, store.to)], { cwd: folder, env })
    } finally {
      await store.stop()
    }
  })

  it.each(commands.filter(isServer))('%s', async (command) => {
    const child = spawn('/bin/sh', ['-ec', `exec ${command} --port 0`], { cwd: folder, env })
    for await (const text of child.stdout.setEncoding('utf8')) if (/http:\/\/127\.0\.0\.1:\d+\//u.test(String(text))) break
    child.kill()
    expect((await once(child, 'exit'))[0]).toBe(143)
  })

  it('shows library calls that work', async () => {
    const script = join(folder, 'example.mjs')
    writeFileSync(script, blocks('js').at(-1) ?? '')
    const { stdout } = await run(process.execPath, [script], { cwd: folder })
    expect(stdout).toContain('statements')
    expect(existsSync(join(folder, 'news.ttl'))).toBe(true)
  })

  it('shows the Turtle and the figures of this version (npx tsx tests/readme.ts writes them)', () => {
    for (const page of pages) expect(page).toBe(withGeneratedParts(page))
  })

  it('is one screen and a half', () => {
    expect(readme.split('\n').length).toBeLessThan(110)
  })

  it('links to files that exist', () => {
    for (const path of ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'python/README.md', ...globSync('docs/*.md')]) {
      for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/gu)) expect(existsSync(join(dirname(path), target)), `${path} → ${target}`).toBe(true)
    }
  })

  it('lists the exit codes of the program', async () => {
    const { exitCodeOf } = await import('../../src/problem.js')
    for (const code of Object.values(exitCodeOf)) expect(all).toContain(`\n| ${code} | `)
  })
})
