/**
 * What an article is called, so that a corrected version replaces the old one.
 *
 *   in:  its address, if it has one, and the hash of its text – https://example.org/story?utm_source=x#top
 *   out: 16 hex digits, of the address without what only tells where the reader came from: https://example.org/story
 *
 * The same text under two addresses is two publications; a text without an address is known by its words.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

const DIGITS = 16

export function articleId(url: string | undefined, textSha256: string): string {
  const address = url === undefined ? undefined : canonicalAddress(url)
  return (address === undefined ? textSha256 : bytesToHex(sha256(utf8ToBytes(address)))).slice(0, DIGITS)
}

/** Parameters by which outlets and networks count who came from where. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|cmpid|ocid|ns_\w+|at_\w+|smid|smtyp|sref|ref|ref_src|ref_url|ftag)$/iu

/** An http address in one form, whatever link led to it; undefined for anything else. */
export function canonicalAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name)).toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const query = new URLSearchParams(kept).toString()
  const host = url.host.replace(/^www\./u, '')
  return `https://${host}${url.pathname.replace(/\/+$/u, '')}${query && `?${query}`}`
}
