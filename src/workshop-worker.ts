/**
 * One thread of the workshop: readings come in, what the asked-for stage makes of them goes out.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Reading } from './model.js'
import { Problem } from './problem.js'
import { type Begun, sent } from './timed-thread.js'
import { type Order, type Reply, thisThread } from './workshop.js'

const { until, ...how } = workerData as Order
const workshop = thisThread(until, how, (reading) => parentPort?.postMessage({ begun: reading.source, number: 0 } satisfies Begun))

parentPort?.on('message', async (reading: Reading) => {
  parentPort?.postMessage(await replyTo(reading))
})

async function replyTo(reading: Reading): Promise<Reply> {
  try {
    return { made: await workshop.make(reading) }
  } catch (cause) {
    if (cause instanceof Problem) return { problem: sent(cause) }
    return { error: cause instanceof Error ? cause.message : String(cause) }
  }
}
