/**
 * What the things of a catalogue are called, as it stands and as the steps change it.
 * In: steps. Out: the registry of names, and the digest of every article that it needs when it is written and read again.
 */
import type { Digest } from '../merge/digests.js'
import { readRegistry, startRegistry, type Registry } from '../merge/registry.js'
import { shared, sharing, type Share } from '../merge/sharing.js'
import { NO_DIGESTS, type DigestsEnd } from './digests.js'
import type { Step } from './state.js'

export interface Names {
  readonly registry: Registry
  /** What digests and registry both know is kept once. */
  readonly share: Share
  /** By article. */
  readonly digests: Map<string, Digest>
  /** Those that the last snapshot does not have. */
  readonly fresh: Map<string, Digest>
  /** Where the digests of the last snapshot end. */
  readonly end: DigestsEnd
}

export function noNames(): Names {
  const share = sharing()
  return { registry: startRegistry(share), share, digests: new Map(), fresh: new Map(), end: NO_DIGESTS }
}

/** @param saved as `registry.toJSON` gave it */
export function namesFrom(saved: unknown, digests: Map<string, Digest>, end: DigestsEnd): Names {
  const share = sharing()
  for (const [id, digest] of digests) digests.set(id, shared(digest, share))
  return { registry: readRegistry(saved, digests.values(), share), share, digests, fresh: new Map(), end }
}

export function keepDigest({ digests, fresh, share }: Names, given: Digest): void {
  const digest = shared(given, share)
  digests.set(digest.articleId, digest)
  fresh.set(digest.articleId, digest)
}

export function dropDigest({ digests, fresh }: Names, articleId: string): void {
  digests.delete(articleId)
  fresh.delete(articleId)
}

/** Does again what a step did. */
export function repeat(names: Names, step: Step): void {
  const { registry } = names
  switch (step.do) {
    case 'add':
      for (const { digest } of step.articles) {
        registry.add(digest)
        keepDigest(names, digest)
      }
      break
    case 'remove':
      for (const id of step.ids) {
        registry.remove(id)
        dropDigest(names, id)
      }
      break
    case 'decide':
      registry.decide(step.decisions)
      break
  }
}
