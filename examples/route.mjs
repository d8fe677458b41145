// A route for Hono: POST an article as text, get its claims. With Express: app.post('/claims', express.text(), async (request, response) => …).
//   import { serve } from '@hono/node-server'
//   serve({ fetch: app.fetch, port: 3000 })
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { build, Problem } from 'newsgraph'

export const app = new Hono()

app.post('/claims', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'article-'))
  try {
    const file = join(folder, 'article.txt')
    await writeFile(file, await context.req.text())
    const { articles, failures } = await build([file], { links: false, timeLimit: 20 })
    const [graph] = articles
    if (!graph) return context.json({ problem: failures[0]?.message.replace(file, 'the article') }, 422)
    const { roles, statements, events, relations, entities } = graph
    return context.json({ entities, roles, statements, events, relations })
  } catch (cause) {
    if (cause instanceof Problem) return context.json({ problem: cause.message }, 400)
    throw cause
  } finally {
    await rm(folder, { recursive: true })
  }
})
