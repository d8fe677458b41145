import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { globSync } from 'tinyglobby'

/** Builds dist/ when a source is newer than what was built, so that the tests never run an old command. */
export default function buildFirst(): void {
  if (isBuilt()) return
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Whether dist/ is made of the sources as they are. */
export function isBuilt(): boolean {
  const newest = Math.max(...globSync(['src/**', 'tsconfig*.json', 'package.json']).map(modified))
  return newest < modified('dist/cli.js') && modified('dist/index.d.ts') > 0
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
