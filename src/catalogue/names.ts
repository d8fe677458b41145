/**
 * What the things of a catalogue are called, as it stands and as the steps change it.
 * In: steps. Out: the registry of names, and the digest of every article that it needs when it is written and read again.
 */
import type { Digest } from '../merge/digests.js'
import { readRegistry, startRegistry, type Registry } from '../merge/registry.js'
import type { Step } from './state.js'

export interface Names {
  readonly registry: Registry
  /** By article. */
  readonly digests: Map<string, Digest>
}

export function noNames(): Names {
  return { registry: startRegistry(), digests: new Map() }
}

/** As `namesToJson` gave it. */
export function namesFrom(saved: Saved): Names {
  const digests = new Map(saved.digests.map((one) => [one.articleId, one]))
  return { registry: readRegistry(saved, saved.digests), digests }
}

export interface Saved { readonly digests: readonly Digest[] }

export function savedNames({ registry, digests }: Names): Saved {
  return { ...registry.toJSON() as object, digests: [...digests.values()] }
}

/** Does again what a step did. */
export function repeat({ registry, digests }: Names, step: Step): void {
  switch (step.do) {
    case 'add':
      for (const { digest } of step.articles) {
        registry.add(digest)
        digests.set(digest.articleId, digest)
      }
      break
    case 'remove':
      for (const id of step.ids) {
        registry.remove(id)
        digests.delete(id)
      }
      break
    case 'decide':
      registry.decide(step.decisions)
      break
  }
}
