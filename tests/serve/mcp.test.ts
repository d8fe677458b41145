import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { describe, expect, it } from 'vitest'
import { CLI, temporaryFolder } from '../cli/run.js'
import { harbourText } from '../fixtures/harbour-graph.js'
import { serving } from './serving.js'

interface Told {
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
  readonly isError: boolean
}
type Call = (name: string, given?: Readonly<Record<string, unknown>>) => Promise<Told>

async function withClient(transport: Transport, use: (call: Call, client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ name: 'test', version: '1.0.0' })
  await client.connect(transport)
  try {
    await use(async (name, given = {}) => {
      const { content, structuredContent, isError } = await client.callTool({ name, arguments: given })
      const [first] = content as { type: string; text: string }[]
      return { text: first?.text ?? '', data: structuredContent as Told['data'], isError: isError === true }
    }, client)
  } finally {
    await client.close()
  }
}

/** What every transport must give. */
async function everyTool(call: Call, client: Client): Promise<void> {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(['find', 'explain', 'statements_of', 'events_of', 'passages', 'path', 'ask'])
  expect(tools.every(({ annotations, inputSchema }) => annotations?.readOnlyHint === true && inputSchema.type === 'object')).toBe(true)
  expect(client.getInstructions()).toContain('evidence')

  const found = await call('find', { name: 'tomas reik' })
  expect(found.text).toContain('Tomas Reyk (person:tomas-reyk)')
  const evidence = /evidence https:\/\/w3id\.org\/newsgraph\/data\/evidence\/\S+: …[^[]*\[[^\]]+\]/u

  const reyk = await call('explain', { of: 'Tomas Reyk' })
  expect(reyk.text).toMatch(/Foreign Minister/u)
  expect(reyk.text).toMatch(evidence)
  const said = await call('statements_of', { speaker: 'Tomas Reyk', limit: 1 })
  expect(said.text).toMatch(evidence)
  expect(said.data).toMatchObject({
    total: expect.any(Number) as number,
    items: [
      {
        speakers: [{ id: 'person:tomas-reyk' }],
        evidence: expect.arrayContaining([expect.objectContaining({ exact: expect.any(String) as string })]) as object[],
      },
    ],
  })
  const [statement] = said.data.items as { id: string }[]
  expect((await call('explain', { of: statement?.id })).text).toContain(statement?.id.split(':')[1] ?? '?')
  expect((await call('events_of', { factuality: 'asserted' })).text).toMatch(evidence)
  expect((await call('passages', { of: 'person:tomas-reyk' })).text).toMatch(/evidence\/\S+: …[^[]*\[[^\]]*Reyk\]/u)
  expect((await call('passages', { words: 'harbour' })).text).toContain('article')
  const path = await call('path', { from: 'Tomas Reyk', to: 'Mara Lindqvist' })
  expect(path.text).toMatch(evidence)
  expect((path.data.steps as unknown[]).length).toBeGreaterThan(0)
  expect((await call('ask', { sparql: 'SELECT (COUNT(DISTINCT ?a) AS ?n) { ?a a ng:Article }' })).text).toBe('n\r\n2\r\n')
  expect((await call('ask', { sparql: 'DESCRIBE person:tomas-reyk' })).text).toContain('schema:Person')
}

/** Wrong questions are answered with a sentence that helps. */
async function nothingBreaks(call: Call): Promise<void> {
  expect(await call('explain', { of: 'Zzyzx' })).toMatchObject({
    isError: true,
    text: expect.stringContaining('Nothing in the graph is called "Zzyzx"') as string,
  })
  expect((await call('ask', { sparql: 'DROP ALL' })).text).toContain('read only')
  expect((await call('ask', { sparql: 'SELECT {' })).text).toContain('not valid SPARQL')
  expect((await call('statements_of', { speaker: '"} } DROP ALL #' })).isError).toBe(true)
  expect((await call('statements_of', { from: 'yesterday' })).isError).toBe(true)
  expect((await call('find', {}).catch((error: unknown) => ({ isError: true, text: String(error) }))).isError).toBe(true)
  expect((await call('find', { name: 'reyk' })).isError).toBe(false)
}

describe('The graph for language models', () => {
  const { url } = serving()
  const file = join(temporaryFolder(), 'harbour.ttl')
  writeFileSync(file, harbourText())

  it('answers over HTTP', async () => {
    await withClient(new StreamableHTTPClientTransport(new URL(url('/mcp'))), async (call, client) => {
      await everyTool(call, client)
      await nothingBreaks(call)
    })
  })

  it('answers over standard input and output', async () => {
    await withClient(
      new StdioClientTransport({ command: process.execPath, args: [CLI, 'serve', '--mcp', file], stderr: 'pipe' }),
      async (call, client) => {
        await everyTool(call, client)
        await nothingBreaks(call)
      },
    )
  })

  it('says nothing but the protocol on standard output, and ends when its input does', async () => {
    const child = spawn(process.execPath, [CLI, 'serve', '--mcp', file])
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text
    })
    const message = {
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
    }
    child.stdin.write(
      `${JSON.stringify(message)}\nthis is no JSON\n${JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' })}\n${JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'tools/call', params: { name: 'find', arguments: { name: 'Reyk' } } })}\n`,
    )
    await expect.poll(() => out.split('\n').filter(Boolean).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(2)
    const ended = new Promise((resolve) => {
      child.once('exit', resolve)
    })
    const begun = performance.now()
    child.stdin.end()
    expect(await ended).toBe(0)
    expect(performance.now() - begun).toBeLessThan(20_000)
    const answers = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: number; result?: { serverInfo?: { name: string }; protocolVersion?: string } })
    expect(answers.find(({ id }) => id === 1)?.result).toMatchObject({ serverInfo: { name: 'newsgraph' }, protocolVersion: '2025-06-18' })
    expect(answers.find(({ id }) => id === 2)?.result).toMatchObject({ content: [{ type: 'text' }] })
  })
})
