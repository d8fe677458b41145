/**
 * Names of notes that every system takes as file names, and links to them.
 * In: things and articles. Out: "People/Liis Kaarep", "Articles/2023-03-14 Ferry operator suspends …", `[[People/Liis Kaarep|Liis Kaarep]]`.
 * Of two things of one name the second, by IRI, is "Anna Berg (2)", so that the order of articles makes no difference.
 */
import { oneLine, plain } from './markdown-text.js'
import type { Article, Thing } from './model.js'

export interface NoteNames {
  /** Of the note of a node, without its ending. */
  pathOf(iri: string): string
  link(node: Thing | Article): string
}

const folders: Readonly<Record<string, string>> = {
  person: 'People', 'unnamed person': 'People', organization: 'Organizations', outlet: 'Outlets', group: 'Groups', place: 'Places', work: 'Works',
}

export function noteNames(things: readonly Thing[], articles: readonly Article[]): NoteNames {
  const wanted = [
    ...things.map(({ iri, kind, label }) => ({ iri, folder: folders[kind] ?? 'Things', name: fileName(label) })),
    ...articles.map(({ iri, date = '', headline, label }) => ({ iri, folder: 'Articles', name: fileName(`${date.slice(0, 10)} ${headline ?? label}`) })),
  ].toSorted((a, b) => (a.iri < b.iri ? -1 : 1))
  const paths = new Map<string, string>(), taken = new Map<string, number>()
  for (const { iri, folder, name } of wanted) {
    // Case makes no difference to Windows and macOS.
    const key = `${folder}/${name}`.normalize('NFC').toLowerCase(), count = (taken.get(key) ?? 0) + 1
    taken.set(key, count)
    paths.set(iri, `${folder}/${name}${count === 1 ? '' : ` (${count})`}`)
  }
  return {
    pathOf: (iri) => paths.get(iri) ?? iri,
    link(node) {
      const path = paths.get(node.iri), label = ('headline' in node ? node.headline : undefined) ?? node.label
      return path === undefined ? plain(label) : `[[${path}|${shown(label)}]]`
    },
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
  return oneLine(label).replace(/[[\]|]/gu, ' ').replace(/[<>&`*_$%=~\\]/gu, (character) => `&#${character.charCodeAt(0)};`).replace(/::/gu, ':&#58;') || '…'
}
