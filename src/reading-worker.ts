/**
 * The thread of the reading room: a file comes in, its articles go out one by one as they are asked for; or a line of JSONL, and its article goes out.
 */
import { parentPort } from 'node:worker_threads'
import type { Reading } from './model.js'
import { Problem } from './problem.js'
import { readBytes, readEach } from './read/read.js'
import type { ReadingOrder, ReadingReply } from './reading-room.js'
import { type Begun, sent } from './timed-thread.js'

let articles: AsyncGenerator<Reading | Problem> | undefined

parentPort?.on('message', async ({ input, line, options, skip }: ReadingOrder) => {
  const onBegin = (begun: string, number: number): void => parentPort?.postMessage({ begun, number } satisfies Begun)
  if (line) {
    onBegin(line.origin.place, 0)
    return parentPort?.postMessage(replyOf(await readBytes(line.bytes, line.origin, options)))
  }
  if (input) articles = readEach(input, options, { onBegin, ...(skip !== undefined && { skip }) })
  parentPort?.postMessage(await nextOf(articles))
})

async function nextOf(from: typeof articles): Promise<ReadingReply> {
  const { value } = (await from?.next()) ?? { value: undefined }
  if (value === undefined) return { end: true }
  return replyOf(value)
}

function replyOf(value: Reading | Problem): ReadingReply {
  return value instanceof Problem ? { problem: sent(value) } : { reading: value }
}
