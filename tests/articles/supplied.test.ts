import { readdirSync, readFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newsgraph, SAMPLE, temporaryFolder } from '../cli/run.js'

const folder = temporaryFolder()
const seeds = readdirSync('seeds').sort().map((name) => join('seeds', name))
const kept = (name: string): string => readFileSync(join('output', name), 'utf8')

describe('the graphs kept in output/', () => {
  it.each(seeds)('%s gives the same bytes today', async (seed) => {
    const { stdout } = await newsgraph(['build', seed])
    expect(stdout).toBe(kept(`${parse(seed).name}.ttl`))
  })

  it('all of them together give the same bytes, in whatever order they are named', async () => {
    for (const order of [seeds, seeds.toReversed(), [...seeds.slice(2), ...seeds.slice(0, 2)]]) {
      expect((await newsgraph(['build', ...order])).stdout).toBe(kept('newsgraph.ttl'))
    }
  })

  it('are what npm start writes, and it says how to go on', async () => {
    const { code, stdout, stderr } = await newsgraph(['demo', '-o', folder])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of readdirSync('output').filter((file) => file.endsWith('.ttl'))) expect(readFileSync(join(folder, name), 'utf8')).toBe(kept(name))
    expect(stdout).toContain('conforms to the SHACL shapes')
    expect(stdout).toContain('newsgraph.html')
    expect(stdout.split('\n').length).toBeLessThanOrEqual(24)
    expect(readFileSync(join(folder, 'newsgraph.html'), 'utf8')).toContain('</html>')
  })

  it('the sample is the article as it was given, to the byte', async () => {
    const { createHash } = await import('node:crypto')
    expect(createHash('sha256').update(readFileSync(SAMPLE)).digest('hex')).toBe('c7b564585852252504f4ce451b74b3631fd9fd2fdcb8068f4edd00ac05d7954c')
  })
})
