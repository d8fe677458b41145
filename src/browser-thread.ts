/**
 * The thread that `newsgraph/browser/worker` starts: newsgraph where no page waits for it.
 * In: messages, { id: 2, call: "toTurtle", text: "MOSCOW, July 6 …" }. Out: { id: 2, result: "@prefix …" }, or what stood in the way.
 */
import { openNewsgraph, Problem, type Newsgraph } from './browser.js'
import type { Answered, Asked } from './in-worker.js'

let opened: Promise<Newsgraph> | undefined

globalThis.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void reply(data)
})

async function reply(asked: Asked): Promise<void> {
  const { id } = asked
  try {
    send({ id, result: await answer(asked) })
  } catch (cause) {
    send({ id, problem: problemOf(cause) })
  }
}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.call === 'open') {
    opened = openNewsgraph(asked.model, asked.options)
    await opened
    return undefined
  }
  const newsgraph = await opened
  if (!newsgraph) throw new Error('The model was not opened')
  return newsgraph[asked.call](asked.text, asked.options)
}

function problemOf(cause: unknown): Extract<Answered, { problem: unknown }>['problem'] {
  if (cause instanceof Problem) return { code: cause.code, message: cause.message, advice: cause.advice }
  return { code: 'fault', message: cause instanceof Error ? cause.message : String(cause), advice: '' }
}

function send(answered: Answered): void {
  ;(globalThis as unknown as { postMessage(message: Answered): void }).postMessage(answered)
}
