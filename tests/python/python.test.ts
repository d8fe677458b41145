import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, temporaryFolder } from '../cli/run.js'

const cache = process.env.NEWSGRAPH_EXPORTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsgraph-exports')
const python = join(cache, 'venv', 'bin', 'python')
const isThere = existsSync(python)
if (!isThere) console.warn('tests/python: no Python with pandas; .ci/exports installs it. Skipped.')

const env = {
  ...process.env,
  PYTHONPATH: resolve('python/src'),
  NEWSGRAPH_COMMAND: `"${process.execPath}" "${CLI}"`,
  PYTHONDONTWRITEBYTECODE: '1',
}
const run = (...words: string[]) => execFileSync(python, words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

describe.skipIf(!isThere)('The package for Python', () => {
  it('passes its own tests', () => {
    run('-m', 'unittest', 'discover', '-s', 'python/tests')
  })

  it('has a notebook that runs from its first cell to its last', () => {
    run(
      '-c',
      `
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read("python/examples/claims.ipynb", as_version=4)
nbformat.validate(notebook)
NotebookClient(notebook, timeout=100, resources={"metadata": {"path": "."}}).execute()`,
    )
  })

  it('becomes a wheel with its types and nothing else', () => {
    const folder = temporaryFolder()
    execFileSync(
      python,
      [
        '-c',
        `
import os, zipfile
os.chdir("python")
from hatchling.build import build_wheel
print("\\n".join(zipfile.ZipFile(os.path.join("${folder}", build_wheel("${folder}"))).namelist()))`,
      ],
      { env },
    )
    const [wheel = ''] = readdirSync(folder)
    expect(wheel).toBe('newsgraph-0.1.0-py3-none-any.whl')
    const files = run('-m', 'zipfile', '-l', join(folder, wheel))
    for (const file of ['newsgraph/__init__.py', 'newsgraph/py.typed', 'newsgraph/command.py']) expect(files).toContain(file)
    expect(files).not.toMatch(/tests|examples/u)
  })

  it('has the version of the command', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    for (const file of ['python/pyproject.toml', 'python/src/newsgraph/__init__.py'])
      expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`version(?:__)? = "${version}"`, 'u'))
  })
})
