/**
 * Are the model's files those that were made?
 * In: the bytes of a file and the SHA-256 that model.json gives it. Out: nothing, or the problem that `vocab.txt` is damaged.
 *
 * A model with one byte changed works and says other things; a graph must never claim a model that did not make it. model.json
 * carries its own hash, over its text with zeros in that place (training/seal.py). In Node and in pages served by https the work
 * is done beside the main thread, while the network is loaded.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { Problem } from '../problem.js'

/** @throws Problem `model` when the bytes are other ones */
export async function checkIntact(file: string, bytes: Uint8Array, expected: string): Promise<void> {
  if (await hexOf(bytes) !== expected) throw damaged(file)
}

function damaged(file: string): Problem {
  return new Problem('model', `The language model's file ${file} is damaged: its SHA-256 is not the one that model.json gives.`,
    'Install newsgraph again (npm install), or restore the folder model/ from the repository.')
}

/** @param hashes what the description says of the files. One that has no hash of its own is of an older training. @throws Problem `model` */
export async function checkDescription(bytes: Uint8Array, hashes: Readonly<Record<string, unknown>>): Promise<void> {
  const sealed = sealOf(new TextDecoder().decode(bytes))
  if (sealed) await checkIntact(OWN, new TextEncoder().encode(sealed.unsealed), sealed.seal)
  else if (Object.keys(hashes).length > OTHERS) throw damaged(OWN)
}

const OWN = 'model.json'
/** Files that every description has the hashes of: the network and the vocabulary. */
const OTHERS = 2

/** The text over which model.json's own hash is made, and the hash; undefined where it has none. */
export function sealOf(text: string): { readonly unsealed: string; readonly seal: string } | undefined {
  const [whole, before = '', seal = ''] = /("model\.json":\s*")([0-9a-f]{64})"/.exec(text) ?? []
  return whole === undefined ? undefined : { unsealed: text.replace(whole, `${before}${'0'.repeat(64)}"`), seal }
}

async function hexOf(bytes: Uint8Array): Promise<string> {
  // Pages that were served without https have no subtle cryptography.
  const { subtle } = globalThis.crypto as { readonly subtle?: SubtleCrypto }
  return bytesToHex(subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)) : sha256(bytes))
}
