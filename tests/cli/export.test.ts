import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { graphFile } from '../export/exported.js'
import { newsgraph, temporaryFolder } from './run.js'

const folder = temporaryFolder()
const graph = graphFile(folder)

describe('newsgraph export', () => {
  it('takes the form from the name of the file, or from --to', async () => {
    expect(await newsgraph(['export', graph, '-o', join(folder, 'claims.xlsx')])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, 'claims.xlsx')).subarray(0, 2).toString()).toBe('PK')
    const { code, stdout } = await newsgraph(['export', graph, '--to', 'markdown'])
    expect([code, stdout.split('\n')[0]]).toEqual([0, '# Lindqvist and Dahl meet over harbour'])
  })

  it('writes one table to a .csv, and a folder of tables to any other name; pipes get no byte order mark', async () => {
    await newsgraph(['export', graph, '--to', 'csv', '-o', join(folder, 'claims.csv')])
    await newsgraph(['export', graph, '--to', 'csv', '-o', join(folder, 'tables')])
    const { stdout } = await newsgraph(['export', graph, '--to', 'csv'])
    expect(readFileSync(join(folder, 'claims.csv'), 'utf8')).toBe(`\ufeff${stdout}`)
    expect(readFileSync(join(folder, 'tables/claims.csv'), 'utf8')).toBe(`\ufeff${stdout}`)
    expect(readdirSync(join(folder, 'tables')).sort()).toContain('statements.csv')
  })

  it('says in a line what to do where a folder, a form or a graph is missing', async () => {
    expect(await newsgraph(['export', graph, '--to', 'obsidian'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'newsgraph: The form obsidian is a folder of files. Name the folder with -o.\n',
    })
    expect((await newsgraph(['export', graph, '-o', join(folder, 'what')])).stderr).toMatch(
      /^newsgraph: It is not clear which form to export\. Add --to with one of .*obsidian/u,
    )
    const run = await newsgraph(['export', 'nothing.ttl', '--to', 'csv', '-o', join(folder, 'none')])
    expect([run.code, existsSync(join(folder, 'none'))]).toEqual([3, false])
    expect((await newsgraph(['export', graph, '--to', 'neo4j', '-o', folder])).code).toBe(4)
  })
})
