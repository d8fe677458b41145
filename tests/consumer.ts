/**
 * The package as those who install it have it: packed, put into an empty project, loaded in every way, bundled by every bundler, and
 * weighed.
 *   npx tsx tests/consumer.ts              ESM, CommonJS, types, esbuild, Vite, the command, npx, sizes, Are the types wrong?
 *   npx tsx tests/consumer.ts --bundlers   webpack and Next, too
 * Needs the registry and some minutes, so it runs beside the tests. Ends with 1 when something does not hold.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'newsgraph-consumer-'))
const project = join(folder, 'project')
const budgets = JSON.parse(readFileSync('tests/budgets.json', 'utf8')) as Readonly<Record<string, number>>
const withAll = process.argv.includes('--bundlers')
let failures = 0

function run(command: string, words: readonly string[], cwd = project): string {
  return execFileSync(command, words, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', NEXT_TELEMETRY_DISABLED: '1' },
  })
}

function step(what: string, act: () => string | void): void {
  const start = Date.now()
  try {
    const told = act()
    console.log(`✓ ${what}${told ? `: ${told}` : ''} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
  } catch (cause) {
    failures += 1
    const { stdout = '', stderr = '', message } = cause as Error & { stdout?: string; stderr?: string }
    console.log(`✗ ${what}: ${message}\n${stdout}${stderr}`)
  }
}

function write(name: string, text: string): void {
  mkdirSync(join(project, name, '..'), { recursive: true })
  writeFileSync(join(project, name), text)
}

/** @throws Error when it is more than its budget */
function within(name: string, bytes: number): string {
  const megabytes = bytes / 1e6,
    most = budgets[name] ?? 0
  if (megabytes > most) throw new Error(`${megabytes.toFixed(1)} MB, more than the ${most} MB of tests/budgets.json`)
  return `${megabytes.toFixed(1)} MB of ${most}`
}

function sizeOf(path: string): number {
  return readdirSync(path, { withFileTypes: true, recursive: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  )
}

const tarball = join(folder, run('npm', ['pack', '--silent', '--pack-destination', folder], '.').trim().split('\n').at(-1) ?? '')
mkdirSync(project)
write('package.json', '{"name": "consumer", "private": true}')
step('packed', () => within('packed', statSync(tarball).size))
step('npm install', () => {
  run('npm', ['install', tarball])
})
step('installed with all it needs', () => within('installed', sizeOf(join(project, 'node_modules'))))

write(
  'esm.mjs',
  `import { build, query, version } from 'newsgraph'
const built = await build([process.argv[2]])
if (!version || [...built.articles].length !== 1) throw new Error('nothing was built')`,
)
write(
  'cjs.cjs',
  `const { convert, Problem } = require('newsgraph')
convert(['nothing.ttl'], 'csv').then(() => process.exit(1), (cause) => process.exit(cause instanceof Problem ? 0 : 2))`,
)
const seed = resolve('seeds/ferry-dispatch.txt')
step('import', () => {
  run('node', ['esm.mjs', seed])
})
step('require', () => {
  run('node', ['cjs.cjs'])
})

write(
  'types.mts',
  `import { build, convertTo, type Built, type Statement } from 'newsgraph'
import { openNewsgraph } from 'newsgraph/browser'
import { openNewsgraphInWorker } from 'newsgraph/browser/worker'
const built: Built = await build(['a.txt'], { minConfidence: 0.5 })
const said: readonly Statement[] = [...built.articles].flatMap(({ statements }) => statements)
await convertTo(['a.ttl'], 'obsidian', 'vault')
// @ts-expect-error there is no such form
await convertTo(['a.ttl'], 'word', 'a.doc')
export { openNewsgraph, openNewsgraphInWorker, said }`,
)
write(
  'types.cts',
  `import newsgraph = require('newsgraph')
const problem: newsgraph.Problem = new newsgraph.Problem('input', 'what', 'advice')
export = problem`,
)
for (const [module, file] of [
  ['nodenext', 'types.mts'],
  ['nodenext', 'types.cts'],
  ['esnext', 'types.mts'],
] as const) {
  step(`types of ${file} by ${module}`, () => {
    run(resolve('node_modules/.bin/tsc'), [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--types',
      '',
      '--module',
      module,
      '--moduleResolution',
      module === 'esnext' ? 'bundler' : module,
      file,
    ])
  })
}
step('Are the types wrong?', () => {
  run('npx', ['--yes', '@arethetypeswrong/cli@0.18', tarball, '--profile', 'node16', '--exclude-entrypoints', 'browser/thread'])
})

write('page.js', "import { openNewsgraph } from 'newsgraph/browser'\nglobalThis.openNewsgraph = openNewsgraph")
write(
  'working.js',
  "import { openNewsgraphInWorker } from 'newsgraph/browser/worker'\nglobalThis.openNewsgraphInWorker = openNewsgraphInWorker",
)
step('esbuild', () => {
  run(resolve('node_modules/.bin/esbuild'), [
    'page.js',
    '--bundle',
    '--format=esm',
    '--outdir=esbuild',
    '--external:node:*',
    '--external:module',
    '--external:fs',
    '--external:path',
    '--external:url',
    '--external:worker_threads',
  ])
  return within('bundle', statSync(join(project, 'esbuild/page.js')).size)
})
step('Vite, with a worker', () => {
  write('index.html', '<script type="module" src="./page.js"></script><script type="module" src="./working.js"></script>')
  run(resolve('node_modules/.bin/vite'), ['build', '--logLevel', 'error'])
  return readdirSync(join(project, 'dist/assets'))
    .filter((name) => name.includes('browser-thread'))
    .join(', ')
})
if (withAll) {
  step('webpack', () => {
    run('npm', ['install', '--no-save', 'webpack', 'webpack-cli'])
    write(
      'webpack.config.cjs',
      "module.exports = { mode: 'production', entry: { page: './page.js', working: './working.js' }, performance: { hints: false }, experiments: { outputModule: true }, output: { module: true } }",
    )
    run('npx', ['webpack', '--config', 'webpack.config.cjs'])
  })
  step('Next, with a route that reads articles', () => {
    run('npm', ['install', '--no-save', 'next', 'react', 'react-dom'])
    write('next.config.mjs', "export default { serverExternalPackages: ['newsgraph'] }")
    write('app/layout.js', 'export default function Layout({ children }) { return <html lang="en"><body>{children}</body></html> }')
    write(
      'app/page.js',
      "'use client'\nexport default function Page() { return <button onClick={async () => { const { openNewsgraphInWorker } = await import('newsgraph/browser/worker'); await openNewsgraphInWorker('/model/') }}>Read</button> }",
    )
    write(
      'app/api/route.js',
      "import { version } from 'newsgraph'\nexport const dynamic = 'force-static'\nexport function GET() { return Response.json({ version }) }",
    )
    run('npx', ['next', 'build'])
  })
}

const prefix = join(folder, 'global')
step('npm install --global', () => {
  run('npm', ['install', '--global', '--prefix', prefix, '--prefer-offline', tarball])
  return run(join(prefix, 'bin/newsgraph'), ['--version']).trim()
})
step('npx', () => run('npx', ['--no-install', 'newsgraph', '--version']).trim())
step('the manual page', () => {
  statSync(join(project, 'node_modules/newsgraph/dist/newsgraph.1'))
})

rmSync(folder, { recursive: true, force: true })
process.exit(failures === 0 ? 0 : 1)
