import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { obstacles } from './release.js'

const read = (path: string): string => readFileSync(path, 'utf8')
const budgets = JSON.parse(read('tests/budgets.json')) as Readonly<Record<string, number>>

describe('The repository', () => {
  it('has issue forms, an action and workflows that are YAML with what GitHub asks for', () => {
    for (const path of globSync(['.github/ISSUE_TEMPLATE/{wrong-claim,bug,idea}.yml'])) {
      const form = parse(read(path)) as { name: string; description: string; body: { type: string; id?: string; attributes: { label: string } }[] }
      expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
      for (const field of form.body) expect(field).toMatchObject({ type: expect.stringMatching(/^(?:textarea|input)$/u), attributes: { label: expect.any(String) } })
    }
    const workflows = globSync('.github/workflows/*.yml').map((path) => parse(read(path)) as { on: unknown; jobs: Record<string, { steps: { run?: string }[] }> })
    expect(workflows.length).toBe(3)
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const step of workflows.flatMap(({ jobs }) => Object.values(jobs)).flatMap(({ steps }) => steps)) {
      for (const [, script = ''] of step.run?.matchAll(/npm run ([\w:-]+)/gu) ?? []) expect(scripts).toHaveProperty([script])
    }
  })

  it('has one version everywhere, and says of what a release still lacks', () => {
    const found = obstacles()
    expect(found.filter((obstacle) => obstacle.includes('another version'))).toEqual([])
    for (const obstacle of found) expect(obstacle).toMatch(/CHANGELOG|repository/u)
  })

  it('builds an image that runs as nobody in particular, and asks whether the server is well', () => {
    const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    const words = lines.map((line) => line.trim().split(/\s+/u)[0])
    expect(words.filter((word) => !['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENV', 'EXPOSE', 'HEALTHCHECK', 'CMD', 'ENTRYPOINT'].includes(word ?? ''))).toEqual([])
    expect(lines.slice(words.lastIndexOf('USER')).join('\n')).toMatch(/^USER node[^]*ENTRYPOINT \["newsgraph"\]/u)
    const health = /HEALTHCHECK.*CMD (\[.*\])/u.exec(lines.join('\n'))?.[1] ?? '[]'
    expect((JSON.parse(health) as string[]).slice(0, 2)).toEqual(['node', '-e'])
  })

  it('has no more lines over 140 characters than before', () => {
    const long = globSync(['src/**/*.ts', 'tests/**/*.ts']).flatMap((path) => read(path).split('\n')).filter((line) => line.length > 140)
    expect(long.length).toBeLessThanOrEqual(budgets['long lines'] ?? 0)
  })

  it('packs what the package promises, within its weight', () => {
    const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' })) as [{ size: number; files: { path: string }[] }]
    expect(packed.size / 1e6).toBeLessThan(budgets.packed ?? 0)
    const { exports, man } = JSON.parse(read('package.json')) as { exports: object; man: string[] }
    const named = [...man, ...JSON.stringify(exports).match(/\.\/[\w./-]+\.(?:js|cjs|d\.ts|d\.cts)(?=")/gu) ?? []].map((path) => path.slice(2))
    const files = new Set(packed.files.map(({ path }) => path))
    for (const path of named.filter((one) => existsSync(one))) expect(files).toContain(path)
    expect([...files].filter((path) => /^(?:tests|training|site|python|examples|\.github)\//u.test(path))).toEqual([])
    expect(statSync('dist/newsgraph.1', { throwIfNoEntry: false })?.size ?? 1).toBeGreaterThan(0)
  })
})
