/**
 * Text, or bytes, to standard output, as slowly as it is read.
 */
import { once } from 'node:events'

/** @param pieces of any total size; at most one of them waits in memory */
export async function print(pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>): Promise<void> {
  for await (const piece of pieces) {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
  }
}
