/**
 * Names of notes that every system takes as file names, and links to them.
 * In: things and articles. Out: "People/Liis Kaarep", "Articles/2023-03-14 Ferry operator suspends …", `[[Liis Kaarep]]`.
 * Of two things of one name the second, by IRI, is "Paris (place)", so that the order of articles makes no difference.
 */
import { oneLine, plain } from './markdown-text.js'
import type { Article, Thing } from './model.js'

export interface NoteNames {
  /** Of the note of a node, without its ending. */
  pathOf(iri: string): string
  link(node: Thing | Article): string
}

const folders: Readonly<Record<string, string>> = {
  article: 'Articles',
  person: 'People',
  'unnamed person': 'People',
  organization: 'Organizations',
  outlet: 'Outlets',
  group: 'Groups',
  place: 'Places',
  work: 'Works',
}

/** Names are one of a kind in the whole vault, so that links need no folders, as Obsidian writes them itself. */
export function noteNames(things: readonly Thing[], articles: readonly Article[]): NoteNames {
  const wanted = [
    ...things.map(({ iri, kind, label }) => ({ iri, kind, name: fileName(label) })),
    ...articles.map(({ iri, date = '', headline, label }) => ({
      iri,
      kind: 'article',
      name: fileName(`${date.slice(0, 10)} ${headline ?? label}`),
    })),
  ].toSorted((a, b) => (a.iri < b.iri ? -1 : 1))
  const names = new Map<string, string>(),
    paths = new Map<string, string>(),
    taken = new Set(['newsgraph'])
  for (const { iri, kind, name } of wanted) {
    const own = firstFree([name, `${name} (${kind})`], taken)
    names.set(iri, own)
    paths.set(iri, `${folders[kind] ?? 'Things'}/${own}`)
  }
  return {
    pathOf: (iri) => paths.get(iri) ?? iri,
    link(node) {
      const name = names.get(node.iri),
        label = ('headline' in node ? node.headline : undefined) ?? node.label
      return name === undefined ? plain(label) : `[[${name}${shown(label) === name ? '' : `|${shown(label)}`}]]`
    },
  }
}

/** Case makes no difference to Windows and macOS. */
function firstFree(names: readonly string[], taken: Set<string>): string {
  for (let count = 1; ; count += 1)
    for (const name of names) {
      const own = count === 1 ? name : `${name} ${count}`,
        key = own.normalize('NFC').toLowerCase()
      if (!taken.has(key)) {
        taken.add(key)
        return own
      }
    }
}

/** What Windows, macOS, Linux or Obsidian's links do not take in a name. */
const forbidden = /[<>:"/\\|?*#^[\]%`$=&\p{Cc}\p{Cf}\u2028\u2029]/gu
/** Names of devices on Windows. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu
/** Bytes of a name that every file system takes, with room for a number and an ending. */
const LONGEST = 120

function fileName(label: string): string {
  const plainName = oneLine(label.replace(forbidden, ' ')).replace(/^[\s.]+|[\s.]+$/gu, '')
  let name = ''
  for (const character of plainName) {
    if (Buffer.byteLength(name + character) > LONGEST) break
    name += character
  }
  name = name.trimEnd()
  return name === '' ? 'Without a name' : devices.test(name) ? `${name} -` : name
}

/** The words of a link: no escape holds inside one. */
function shown(label: string): string {
  return (
    oneLine(label)
      .replace(/[[\]|]/gu, ' ')
      .replace(/[<>&`*_$%=~\\]/gu, (character) => `&#${character.charCodeAt(0)};`)
      .replace(/::/gu, ':&#58;') || '…'
  )
}
