/**
 * What the reader puts right: kept as the decisions that a catalogue's decisions.txt knows, shown at once in this page, and taken back by
 * undo. "Joe Biden is the same as Joseph Biden" → `merge person:joe-biden person:joseph-biden`.
 */

import { computed, signal } from '@preact/signals'
import type { Item } from './items.js'
import type { NewsGraph } from './graph.js'

/** One decision: its line in the file, and what it does to the numbers of this graph. */
export interface Correction {
  readonly line: string
  readonly what: string
  readonly drop?: number
  readonly rename?: { readonly item: number; readonly label: string }
  readonly merge?: { readonly item: number; readonly into: number }
  readonly speaker?: { readonly claim: number; readonly speaker: number }
}

export const corrections = signal<readonly Correction[]>([])

/** What the corrections come to. */
export interface Corrected {
  readonly dropped: ReadonlySet<number>
  readonly labels: ReadonlyMap<number, string>
  readonly merged: ReadonlyMap<number, number>
  readonly speakers: ReadonlyMap<number, number>
}

export const corrected = computed((): Corrected => {
  const all = corrections.value
  return {
    dropped: new Set(all.flatMap(({ drop }) => drop ?? [])),
    labels: new Map(all.flatMap(({ rename }) => (rename === undefined ? [] : [[rename.item, rename.label]]))),
    merged: new Map(all.flatMap(({ merge }) => (merge === undefined ? [] : [[merge.item, merge.into]]))),
    speakers: new Map(all.flatMap(({ speaker }) => (speaker === undefined ? [] : [[speaker.claim, speaker.speaker]]))),
  }
})

/** What an item is called now. */
export function nameOf(item: Item | undefined): string {
  if (item === undefined) return ''
  const { labels, merged } = corrected.value
  return labels.get(merged.get(item.at) ?? item.at) ?? labels.get(item.at) ?? item.label
}

/** The thing that this one is now; itself, if nobody said otherwise. */
export function nowOf(item: number): number {
  const { merged } = corrected.value
  if (merged.size === 0) return item
  let now = item
  for (let steps = 0; steps < 20; steps++) {
    const next = merged.get(now)
    if (next === undefined) break
    now = next
  }
  return now
}

/** `person:joe-biden`, or the whole IRI where the graph has no such names. */
export function named(graph: NewsGraph, item: { readonly id: string }): string {
  const [, kind, name] = /\/([a-z]+)\/([^/]+)$/.exec(graph.iri(item)) ?? []
  return kind === undefined || name === undefined ? `<${graph.iri(item)}>` : `${kind}:${name}`
}

function add(correction: Correction): void {
  corrections.value = [...corrections.value, correction]
}

export function undo(): void {
  corrections.value = corrections.value.slice(0, -1)
}

export function remove(correction: Correction): void {
  corrections.value = corrections.value.filter(each => each !== correction)
}

/** One line, whatever is typed. */
function plain(text: string): string {
  return text.replace(/[\s#]+/g, ' ').trim()
}

export function rename(graph: NewsGraph, item: Item, label: string): void {
  const wanted = plain(label)
  if (wanted !== '')
    add({ line: `rename ${named(graph, item)} ${wanted}`, what: `${item.label} → ${wanted}`, rename: { item: item.at, label: wanted } })
}

export function merge(graph: NewsGraph, item: Item, into: Item): void {
  if (item.at === into.at) return
  add({
    line: `merge ${named(graph, into)} ${named(graph, item)}`,
    what: `${item.label} = ${into.label}`,
    merge: { item: item.at, into: into.at },
  })
}

export function keepApart(graph: NewsGraph, item: Item, other: Item): void {
  if (item.at !== other.at)
    add({ line: `different ${named(graph, item)} ${named(graph, other)}`, what: `${item.label} ≠ ${other.label}` })
}

export function split(graph: NewsGraph, item: Item, article: number): void {
  const where = graph.articles[article]
  if (where !== undefined)
    add({
      line: `split ${named(graph, item)} in ${named(graph, where)}`,
      what: `${item.label}, in “${where.headline}”, is somebody else`,
    })
}

export function drop(graph: NewsGraph, claim: Item): void {
  add({ line: `drop ${named(graph, claim)}`, what: `“${claim.label}” is left out`, drop: claim.at })
}

/** What the article says and no rule found, with the words that say so. */
export function addRelation(graph: NewsGraph, subject: Item, predicate: string, object: Item, article: number, words: string): void {
  const where = graph.articles[article]
  if (where === undefined || subject.at === object.at) return
  const said = words.replace(/\s+/g, ' ').trim()
  add({
    line: `add ${named(graph, subject)} ${predicate} ${named(graph, object)} in ${named(graph, where)} ${said}`,
    what: `${subject.label} ${predicate} ${object.label}`,
  })
}

export function fixSpeaker(graph: NewsGraph, claim: Item, speaker: Item): void {
  add({
    line: `speaker ${named(graph, claim)} ${named(graph, speaker)}`,
    what: `${speaker.label} said “${claim.label}”`,
    speaker: { claim: claim.at, speaker: speaker.at },
  })
}

/** The file's lines. */
export function decisionsText(): string {
  return corrections.value.map(({ line, what }) => `${line}  # ${plain(what)}\n`).join('')
}
