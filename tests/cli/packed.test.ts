import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const modules = join(folder, 'node_modules')
const run = (command: string, args: readonly string[], cwd = folder): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

/** The package as it is published, beside what it says that it needs, and nothing else. */
beforeAll(() => {
  const [{ filename = '' } = {}] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], resolve('.'))) as { filename?: string }[]
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(resolve('node_modules', name), join(modules, name))
  }
  run('tar', ['xzf', filename])
  run('mv', ['package', join(modules, 'newsgraph')])
  mkdirSync(join(modules, '.bin'))
  symlinkSync('../newsgraph/dist/cli.js', join(modules, '.bin', 'newsgraph'))
})

describe('the package, installed elsewhere,', () => {
  it('has a command that builds a graph with links', () => {
    run('npx', ['--no-install', 'newsgraph', 'build', SAMPLE, '-o', 'news.ttl'])
    expect(readFileSync(join(folder, 'news.ttl'), 'utf8')).toMatch(/owl:sameAs <http:\/\/www\.wikidata\.org/u)
    expect(run('npx', ['--no-install', 'newsgraph', 'check', 'news.ttl'])).toContain('Nothing is wrong')
  })

  it('is a module, for programs and for browsers, with its types', () => {
    writeFileSync(join(folder, 'try.mjs'), "import { build } from 'newsgraph'\nimport * as browser from 'newsgraph/browser'\nconsole.log(typeof build, Object.keys(browser).length > 0, import.meta.resolve('newsgraph/model/model.onnx'))")
    expect(run(process.execPath, ['try.mjs'])).toMatch(/^function true file:.*node_modules\/newsgraph\/model\/model\.onnx\n$/u)
    expect(readFileSync(join(modules, 'newsgraph', 'dist', 'index.d.ts'), 'utf8')).toContain('export')
  })
})
