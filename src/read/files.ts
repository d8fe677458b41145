/**
 * Where articles come from on a computer: the only file of this stage that touches the file system.
 *
 *   in:  what was named on the command line: files, folders, globs, `-`
 *   out: one item a file, sorted by path within each name, with its bytes or the Problem that stands in their place
 *
 * Folders are searched to any depth for the endings of known formats; hidden files and node_modules are left out.
 */
import { createReadStream } from 'node:fs'
import { lstat, opendir, readFile, stat } from 'node:fs/promises'
import { extname, isAbsolute } from 'node:path'
import { Problem } from '../problem.js'
import { byteLinesOf, type ByteLine } from './byte-lines.js'
import { LARGEST_FILE, tooLarge } from './decode.js'
import { ENDINGS, type Format, formatOfName } from './formats.js'
import { readStream } from './streams.js'

/** A file that was read, or that comes line by line, or why it could not be. */
export type Found =
  | { readonly source: string; readonly bytes: Uint8Array }
  | { readonly source: string; readonly lines: AsyncIterable<ByteLine> }
  | { readonly source: string; readonly problem: Problem }

/** Every file that `names` stand for, each once. A missing one comes as a Problem, so that the others go on. @param format where it is known */
export async function* find(names: readonly string[], format?: Format): AsyncGenerator<Found> {
  const seen = new Set<string>()
  for (const name of names) {
    for (const path of await pathsOf(name)) {
      if (path instanceof Problem) yield { source: name, problem: path }
      else if (!seen.has(path)) {
        seen.add(path)
        yield await fetchFile(path, format)
      }
    }
  }
}

async function pathsOf(name: string): Promise<(string | Problem)[]> {
  if (name === '-') return [name]
  if (/^https?:\/\//i.test(name)) return [new Problem('input', `${name} is an address, not a file`, 'Save the page and give the file.')]
  try {
    const named = await stat(name)
    return named.isDirectory() ? await filesIn(name) : [name]
  } catch (cause) {
    return (await matches(name)) ?? [await leadsNowhere(name) ?? unreadable(name, cause)]
  }
}

/** Undefined when it is no pattern. */
async function matches(name: string): Promise<(string | Problem)[] | undefined> {
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(name)) return undefined
  const paths = await glob(name, { onlyFiles: true, expandDirectories: false, absolute: isAbsolute(name) })
  const kept = paths.filter((path) => !/(?:^|\/)node_modules\//.test(path))
  if (kept.length > 0) return kept.sort(byCodePoint)
  return [new Problem('input', `No file matches ${name}`, 'Check the pattern; quote it so that the shell leaves it alone.')]
}

/** Files of known formats under a folder, and a Problem for each folder that may not be opened. */
async function filesIn(folder: string): Promise<(string | Problem)[]> {
  const found: (string | Problem)[] = []
  const folders = [folder.replace(/(.)\/+$/, '$1')]
  for (let path = folders.shift(); path !== undefined; path = folders.shift()) {
    try {
      for await (const entry of await opendir(path)) {
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
        const inside = path === '/' ? `/${entry.name}` : `${path}/${entry.name}`
        if (entry.isDirectory()) folders.push(inside)
        else if (ENDINGS.includes(extname(entry.name).slice(1).toLowerCase())) found.push(inside)
      }
    } catch (cause) {
      found.push(unreadable(path, cause))
    }
  }
  if (found.length > 0) return found.sort((a, b) => byCodePoint(String(a), String(b)))
  return [new Problem('input', `There is no article in the folder ${folder}`, `Files there must end in ${ENDINGS.slice(0, 6).join(', ')} or another known ending.`)]
}

/** Of JSON Lines there may be more than one file could hold otherwise: they are read as they are needed. */
async function fetchFile(source: string, format?: Format): Promise<Found> {
  try {
    if (source === '-') return { source, ...(await readStream(process.stdin, source, format)) }
    const { size } = await stat(source)
    if (size <= LARGEST_FILE) return { source, bytes: await readFile(source) }
    if ((format ?? formatOfName(source)) === 'jsonl') return { source, lines: byteLinesOf(createReadStream(source)) }
    return { source, problem: tooLarge(source, size) }
  } catch (cause) {
    return { source, problem: unreadable(source, cause) }
  }
}

/** Why there is no file, where a link is in its place. */
async function leadsNowhere(path: string): Promise<Problem | undefined> {
  const isLink = await lstat(path).then((found) => found.isSymbolicLink(), () => false)
  return isLink ? new Problem('input', `${path} is a link that leads nowhere`, 'Mend the link, or name the file itself.') : undefined
}

export function unreadable(path: string, cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOENT': return new Problem('input', `There is no file ${path}`, 'Check the path.', { cause })
    case 'EACCES': case 'EPERM': return new Problem('input', `${path} may not be read`, 'Check its permissions.', { cause })
    default: return new Problem('input', `${path} cannot be read (${String(code ?? cause)})`, 'Check the path and the disk.', { cause })
  }
}

/** The same order on every machine, whatever its locale. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
