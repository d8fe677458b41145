/**
 * Work on several hosts at once, and on each in order.
 *
 *   in:  addresses of two papers, in any order
 *   out: each is worked on; those of one paper one after the other, the two papers side by side
 */

/** At once, so that a hundred hosts do not fill memory with pages. */
const WIDTH = 8

/** The first error that is thrown ends the work. */
export async function byHost<T>(items: readonly T[], addressOf: (item: T) => string, act: (item: T) => Promise<void>, signal: AbortSignal): Promise<void> {
  const lanes = new Map<string, T[]>()
  for (const item of items) {
    const { host } = new URL(addressOf(item))
    const lane = lanes.get(host)
    if (lane) lane.push(item)
    else lanes.set(host, [item])
  }
  const queue = [...lanes.values()]
  const worker = async (): Promise<void> => {
    for (let lane = queue.shift(); lane; lane = queue.shift()) {
      for (const item of lane) {
        signal.throwIfAborted()
        await act(item)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(WIDTH, queue.length) }, worker))
}
