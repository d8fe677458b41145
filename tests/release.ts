/**
 * What must hold before a release, beside the tests: `npm run release:check`. `npm run release -- 0.2.0` makes everything of one version.
 * In: package.json, CHANGELOG.md, python/, CITATION.cff. Out: a line for each thing that is not as it should be, and 1; nothing and 0.
 * Publishing itself is done by .github/workflows/release.yml for the tag, with provenance.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

interface Package {
  readonly version: string
  readonly repository: { readonly url: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Where the version stands, and how. */
const PLACES: readonly (readonly [string, RegExp])[] = [
  ['package.json', /(?<="version": ")[^"]+(?=")/u],
  ['python/pyproject.toml', /(?<=^version = ")[^"]+(?=")/mu],
  ['python/src/newsgraph/__init__.py', /(?<=__version__ = ")[^"]+(?=")/u],
  ['CITATION.cff', /(?<=^version: ).+$/mu],
]

/** What keeps this version from being published. */
export function obstacles(): string[] {
  const { version, repository } = JSON.parse(readFileSync('package.json', 'utf8')) as Package
  const others = PLACES.filter(([path, place]) => place.exec(readFileSync(path, 'utf8'))?.[0] !== version).map(([path]) => path)
  const changes = readFileSync('CHANGELOG.md', 'utf8')
  return [
    ...others.map((path) => `${path} has another version than ${version}: npm run release -- ${version}`),
    ...(changes.includes(`## [${version}]`) ? [] : [`CHANGELOG.md has no part for ${version}: move what is under Unreleased there`]),
    ...(/\bexample\.(?:org|com)\b/u.test(repository.url)
      ? ['package.json names no real repository: provenance needs the one that it is built from (repository, bugs, homepage)']
      : []),
  ]
}

function setVersion(version: string): void {
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)) throw new Error(`${version} is no version`)
  for (const [path, place] of PLACES) writeFileSync(path, readFileSync(path, 'utf8').replace(place, version))
  const day = execFileSync('date', ['+%F'], { encoding: 'utf8' }).trim()
  const changes = readFileSync('CHANGELOG.md', 'utf8')
  if (!changes.includes(`## [${version}]`)) writeFileSync('CHANGELOG.md', changes.replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${day}\n`))
  execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  console.log(`Look at the difference, commit it, and tag it: git tag v${version} && git push --tags`)
}

if (process.argv[1]?.endsWith('release.ts')) {
  const [, , version] = process.argv
  if (version !== undefined && version !== '--check') setVersion(version)
  else {
    const found = obstacles()
    for (const obstacle of found) console.error(obstacle)
    process.exit(found.length === 0 ? 0 : 1)
  }
}
