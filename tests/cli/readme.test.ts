import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { servers } from '../stores/servers.js'
import { withGeneratedParts } from '../readme.js'
import { CLI, temporaryFolder } from './run.js'

const readme = readFileSync('README.md', 'utf8')
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
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, code]) => code ?? '')
}

/** Does not end by itself. */
function isServer(command: string): boolean {
  return / (?:view|serve) /u.test(command)
}

describe('the README', () => {
  const bin = checkout()
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` }

  it.each(blocks('sh').flatMap((block) => block.trim().split('\n')).filter((line) => !isServer(line) && !/ watch /.test(line) && !line.includes(STORE)))('%s', async (command) => {
    await run('/bin/sh', ['-ec', command], { cwd: folder, env })
  })

  const { missing, start } = servers.oxigraph
  it.skipIf(missing !== undefined)(`shows commands for a store that work${missing === undefined ? '' : ` (${missing})`}`, async () => {
    const commands = blocks('sh').flatMap((block) => block.trim().split('\n')).filter((line) => line.includes(STORE))
    expect(commands.length).toBeGreaterThan(1)
    const store = await start()
    try {
      for (const command of commands) await run('/bin/sh', ['-ec', command.replaceAll(STORE, store.to)], { cwd: folder, env })
    } finally {
      await store.stop()
    }
  })

  it.each(blocks('sh').flatMap((block) => block.trim().split('\n')).filter(isServer))('%s', async (command) => {
    const child = spawn('/bin/sh', ['-ec', `exec ${command} --port 0`], { cwd: folder, env })
    for await (const text of child.stdout.setEncoding('utf8')) if (/http:\/\/127\.0\.0\.1:\d+\//u.test(String(text))) break
    child.kill()
    expect((await once(child, 'exit'))[0]).toBe(143)
  })

  it('shows library calls that work', async () => {
    const script = join(folder, 'example.mjs')
    writeFileSync(script, blocks('js').join('\n'))
    const { stdout } = await run(process.execPath, [script], { cwd: folder })
    expect(stdout).toContain('statements')
    expect(existsSync(join(folder, 'news.ttl'))).toBe(true)
  })

  it('shows the Turtle and the figures of this version (npx tsx tests/readme.ts writes them)', () => {
    expect(readme).toBe(withGeneratedParts(readme))
  })

  it('links to files that exist', () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(target ?? ''), target).toBe(true)
  })

  it('lists the exit codes of the program', async () => {
    const { exitCodeOf } = await import('../../src/problem.js')
    for (const code of Object.values(exitCodeOf)) expect(readme).toContain(`\n| ${code} | `)
  })
})
