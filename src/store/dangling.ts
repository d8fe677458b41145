/**
 * IRIs of the data that lead to nothing.
 * In: the parts of a graph. Out: nodes that something speaks of and nobody describes: a speaker `person:nobody` without a name.
 *
 * Only what is under the base of the data counts: other vocabularies and Wikidata are described elsewhere. What belongs to an article is
 * spoken of by that article alone and need not be remembered; of other things a number is.
 */
import { hashOf } from '../hash.js'
import { baseIn } from './graph-names.js'
import type { PartVisitor } from './parts.js'

export interface Dangling { readonly node: string; readonly from: string }

export function startDangling(): PartVisitor<readonly Dangling[]> {
  const described = new Set<number>()
  const missing = new Map<string, Dangling>()
  let base: string | undefined
  return {
    part(quads) {
      base ??= baseIn(quads)
      const subjects = new Set(quads.map(({ subject }) => subject.value))
      for (const subject of subjects) {
        missing.delete(subject)
        if (SHARED.test(subject)) described.add(hashOf(subject))
      }
      if (base === undefined) return
      for (const { subject, object } of quads) {
        if (object.termType === 'NamedNode' && object.value.startsWith(base) && !subjects.has(object.value) && !described.has(hashOf(object.value))) {
          missing.set(object.value, { node: object.value, from: subject.value })
        }
      }
    },
    // Named graphs are there without being described.
    end: () => [...missing.values()].filter(({ node }) => !/\/graph\/[^/]*$/u.test(node)),
  }
}

/** What more than one article may speak of. */
const SHARED = /[/#](?:person|organization|outlet|group|place|work|title|source|agent|event)\/[^/]*$/u
