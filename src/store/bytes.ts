/**
 * All bytes, though the system takes or gives fewer at a time.
 * In: an open file, bytes, a place in it. Out: when all are written, or read; a file that ends before is an error.
 */
import { readSync, writeSync } from 'node:fs'

/** No call takes or gives more than 2 GB. */
const MOST = 64 * 1024 * 1024

/** @param position in the file; without it where the last write ended */
export function writeAll(file: number, bytes: Uint8Array, position?: number): void {
  for (let done = 0; done < bytes.length;) {
    const written = writeSync(file, bytes, done, Math.min(MOST, bytes.length - done), position === undefined ? null : position + done)
    if (written === 0) throw new Error('the system takes no more bytes')
    done += written
  }
}

/** @throws Error when the file ends before */
export function readAll(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, Math.min(MOST, bytes.length - done), position + done)
    if (read === 0) throw new Error('the file ends too early')
    done += read
  }
}
