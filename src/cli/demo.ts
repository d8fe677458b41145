/**
 * `newsgraph demo`, which is what `npm start` runs: the supplied articles become graphs in output/, which are checked,
 * summed up and made into a page to open.
 */
import { basename, join, parse } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Command } from '@commander-js/extra-typings'
import pc from 'picocolors'
import type { ArticleGraph, Extracted } from '../model.js'
import { convert, follow, merge, validate, verify, write, type Built } from '../newsgraph.js'
import { exitCodeOf, Problem } from '../problem.js'
import { makeFolder, writeChunks } from '../store/files.js'
import { print } from './print.js'
import { runWithModel } from './webassembly.js'

const SEEDS = fileURLToPath(new URL('../../seeds/', import.meta.url))

export const demoCommand = new Command('demo')
  .description('Build graphs from the supplied articles, check them, and say how to look at them.')
  .option('-o, --output <folder>', 'folder to write to', 'output')
  .addHelpText('after', '\nExample:\n  $ newsgraph demo')
  .action(({ output }) => runWithModel(() => demo(output)))

async function demo(output: string): Promise<number> {
  await makeFolder(output)
  const articles = await supplied()
  for (const article of articles) await write(await merge([article]), join(output, `${parse(article.source).name}.ttl`))
  const built = await merge(articles)
  const path = join(output, 'newsgraph.ttl')
  const viewer = join(output, 'newsgraph.html')
  await write(built, path)
  await writeChunks(viewer, await convert([path], 'html'))
  await print(summary(built))
  const conforms = await check(path)
  await print([
    `\nGraphs   ${pc.bold(path)}, and one for each article beside it\n`,
    `Viewer   ${pc.bold(viewer)} – open it in a browser: ${pathToFileURL(viewer).href}\n`,
    `Ask      npx newsgraph explain "Sergey Lavrov" ${path}\n`,
  ])
  return conforms ? 0 : exitCodeOf.invalid
}

async function supplied(): Promise<Extracted[]> {
  const articles: Extracted[] = []
  for await (const article of follow([SEEDS], 'link', { strict: true })) if (!(article instanceof Problem)) articles.push({ ...article, source: basename(article.source) })
  return articles
}

function* summary({ articles }: Built): Generator<string> {
  for (const { article, entities, statements, roles, events, relations } of articles) {
    yield `${pc.bold(article.headline?.name ?? basename(article.source))}  ${article.date?.slice(0, 10) ?? ''}\n`
    yield `  ${entities.length} entities · ${roles.length} roles · ${statements.length} statements · ${events.length} events · ${relations.length} relations\n`
    yield* voices({ entities, statements })
  }
}

/** Who is quoted most: what a newcomer looks for. */
function* voices({ entities, statements }: Pick<ArticleGraph, 'entities' | 'statements'>): Generator<string> {
  const counts = new Map<string, number>()
  for (const speaker of statements.flatMap(({ speakers }) => speakers)) counts.set(speaker, (counts.get(speaker) ?? 0) + 1)
  const loudest = [...counts].sort(([, a], [, b]) => b - a).slice(0, 3)
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  if (loudest.length > 0) yield `  quoted: ${loudest.map(([id, count]) => `${nameOf.get(id) ?? id} (${count})`).join(', ')}\n`
}

async function check(path: string): Promise<boolean> {
  const [findings, { spans, mismatches }] = await Promise.all([validate([path]), verify([path])])
  await print([
    findings.length === 0 ? `${pc.green('✓')} conforms to the SHACL shapes\n` : `${pc.red('✗')} ${findings.length} findings: newsgraph validate ${path}\n`,
    mismatches.length === 0 ? `${pc.green('✓')} all ${spans} pieces of evidence match the articles\n` : `${pc.red('✗')} ${mismatches.length} pieces of evidence do not match\n`,
  ])
  return findings.length === 0 && mismatches.length === 0
}
