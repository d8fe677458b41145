import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { newsgraph } from './run.js'

describe('newsgraph in a shell', () => {
  it('is completed by bash: commands, options, and what options can be', async () => {
    const { stdout: script } = await newsgraph(['completion', 'bash'])
    const complete = (...words: string[]): string[] => {
      const ask = `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _newsgraph; printf '%s\\n' "\${COMPREPLY[@]}"`
      return execFileSync('bash', ['-c', `${script}\n${ask}`], { encoding: 'utf8' })
        .trim()
        .split('\n')
    }
    expect(complete('newsgraph', 'va')).toEqual(['validate'])
    expect(complete('newsgraph', 'export', '--to', 'ob')).toEqual(['obsidian'])
    expect(complete('newsgraph', 'build', '--min')).toEqual(['--min-confidence'])
    expect(complete('newsgraph', 'kb', 'd')).toEqual(['diff'])
  })

  it('has scripts for zsh and fish, too, and says which shells it knows', async () => {
    expect((await newsgraph(['completion', 'zsh'])).stdout).toMatch(/^#compdef newsgraph\n/u)
    expect((await newsgraph(['completion', 'fish'])).stdout).toContain(
      "complete -c newsgraph -n '__fish_seen_subcommand_from export' -l to -d ",
    )
    expect((await newsgraph(['completion', 'tcsh'])).stderr).toContain('bash, zsh, fish')
  })

  it('has a manual page with every command, its options and examples, that groff sets without complaint', async () => {
    const { stdout: manual } = await newsgraph(['manual'])
    for (const command of ['build', 'export', 'kb build', 'serve']) expect(manual).toContain(`.SS newsgraph ${command} `)
    expect(manual).toContain('$ newsgraph export graph.ttl \\-\\-to obsidian \\-o vault')
    const set = spawnSync('groff', ['-man', '-ww', '-Tutf8', '-z'], { input: manual, encoding: 'utf8' })
    if (!set.error) expect(set.stderr).toBe('')
  })

  it('tells of problems as lines of JSON where a program listens', async () => {
    const { code, stderr } = await newsgraph(['export', 'nothing.ttl', '--to', 'csv', '--json-log'])
    expect([code, JSON.parse(stderr)]).toMatchObject([3, { level: 'error', code: 'input', message: 'There is no file nothing.ttl.' }])
    expect(JSON.parse((await newsgraph(['--json-log', 'what'])).stderr)).toMatchObject({ code: 'usage', advice: 'See newsgraph --help.' })
  })
})
