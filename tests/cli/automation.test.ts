import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { CLI, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const repository = join(folder, 'repository')
const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' }
const git = (...words: string[]): string => execFileSync('git', words, { cwd: repository, env, encoding: 'utf8' }).trim()

describe('The GitHub Action', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string; required?: boolean }>; runs: { steps: { env: Record<string, string> }[] } }

  /** As GitHub runs it: inputs come as variables, outputs go into a file. */
  function act(more: Record<string, string>): { output: string; code: number | null } {
    const outputs = join(folder, 'outputs')
    writeFileSync(outputs, '')
    const { status } = spawnSync(resolve('.github/build-changed.sh'), { cwd: repository, env: { ...env, ARTICLES: 'news/**/*.txt', GRAPH: 'graph.ttl', EXPORT: '', EXPORT_TO: 'out', ALL: 'false', GITHUB_OUTPUT: outputs, ...more } })
    return { output: readFileSync(outputs, 'utf8'), code: status }
  }

  it('builds a graph of the articles that changed, whatever their names, checks and exports it', () => {
    mkdirSync(join(folder, 'bin'))
    writeFileSync(join(folder, 'bin/newsgraph'), `#!/bin/sh\nexec "${process.execPath}" "${CLI}" "$@"\n`)
    chmodSync(join(folder, 'bin/newsgraph'), 0o755)
    mkdirSync(join(repository, 'news/2023'), { recursive: true })
    git('init', '-q')
    copyFileSync('seeds/lost-symphony.md', join(repository, 'news/2023/old.txt'))
    git('add', '.')
    git('commit', '-qm', 'one')
    const base = git('rev-parse', 'HEAD')
    expect(act({ BASE: base })).toEqual({ output: 'articles=0\ngraph=\n', code: 0 })
    copyFileSync('seeds/ferry-dispatch.txt', join(repository, 'news/2023/$(touch hacked) "ferry".txt'))
    git('add', '.')
    git('commit', '-qm', 'two')
    expect(act({ BASE: base, EXPORT: 'csv', EXPORT_TO: 'claims.csv' })).toEqual({ output: 'articles=1\ngraph=graph.ttl\n', code: 0 })
    expect(readFileSync(join(repository, 'claims.csv'), 'utf8')).toContain('Liis Kaarep')
    expect(readFileSync(join(repository, 'graph.ttl'), 'utf8').match(/a ng:Article/gu)).toHaveLength(1)
    expect(git('status', '--short')).not.toContain('hacked')
  })

  it('hands its inputs to the script as variables, each of them', () => {
    const given = Object.values(action.runs.steps.at(-1)?.env ?? {}).join(' ')
    for (const name of Object.keys(action.inputs).filter((input) => input !== 'version')) expect(given).toContain(`inputs.${name} `)
  })
})

describe('The image', () => {
  it('finds a server well that is, with its token, and one that is not there ill', async () => {
    const [, check = '[]'] = /HEALTHCHECK[^]*?CMD (\[.*\])/u.exec(readFileSync('Dockerfile', 'utf8')) ?? []
    const [, ...words] = JSON.parse(check) as string[]
    const token = 'a-token-of-the-test'
    const child = spawn(process.execPath, [CLI, 'serve', 'output/ferry-dispatch.ttl', '--port', '0'], { env: { ...env, NEWSGRAPH_TOKEN: token } })
    let port = ''
    for await (const text of child.stdout.setEncoding('utf8')) if ((port = /127\.0\.0\.1:(\d+)/u.exec(String(text))?.[1] ?? '') !== '') break
    const ask = (asked: string, secret: string) => spawnSync(process.execPath, words.map((word) => word.replace('8181', asked)), { env: { ...env, NEWSGRAPH_TOKEN: secret } }).status
    expect([ask(port, token), ask(port, 'another-wrong-one')]).toEqual([0, 1])
    child.kill()
    await once(child, 'exit')
    expect(ask(port, token)).toBe(1)
  })
})
