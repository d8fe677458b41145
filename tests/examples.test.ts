import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { build } from 'vite'
import { expect, it } from 'vitest'

it('The script tells who said what, and where', () => {
  const output = execFileSync(process.execPath, ['examples/who-said-what.mjs', 'seeds/ferry-dispatch.txt'], { encoding: 'utf8' })
  expect(output).toMatch(/^Liis Kaarep \(say, 0\.\d+\): Nobody was left behind, and nobody was lost \[\d+\]$/mu)
})

it('The route answers an article with its claims, and what is none with what is wrong', async () => {
  // Its types are those of the library; the example itself has none.
  const { app } = (await import(String(new URL('../examples/route.mjs', import.meta.url)))) as {
    app: { request(path: string, options: RequestInit): Response | Promise<Response> }
  }
  const answered = await app.request('/claims', { method: 'POST', body: readFileSync('seeds/ferry-dispatch.txt', 'utf8') })
  expect([answered.status, await answered.json()]).toMatchObject([
    200,
    { statements: expect.arrayContaining([expect.objectContaining({ speakers: ['person/liis-kaarep'] })]) },
  ])
  expect((await app.request('/claims', { method: 'POST', body: '' })).status).toBe(422)
}, 60_000)

it('The page is bundled by Vite, with its worker', async () => {
  const { output } = (await build({
    root: 'examples/vite',
    logLevel: 'silent',
    configFile: false,
    build: { write: false, target: 'esnext' },
  })) as { output: { fileName: string }[] }
  expect(output.map(({ fileName }) => fileName)).toEqual(
    expect.arrayContaining(['index.html', expect.stringMatching(/browser-thread-.*\.js$/u)]),
  )
})
