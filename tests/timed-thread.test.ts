import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import type { ByteLine } from '../src/read/byte-lines.js'
import { readEach } from '../src/read/read.js'
import { openReadingRoom } from '../src/reading-room.js'
import { Problem } from '../src/problem.js'
import { ask, OutOfTime, tookTooLong } from '../src/timed-thread.js'

/** Answers 'quick', works for ever on anything else, and takes a while before it begins. */
const thread = (): Worker => new Worker(`
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (question) => setTimeout(() => {
    parentPort.postMessage({ begun: question, number: 3 })
    if (question !== 'quick') for (;;) {}
    parentPort.postMessage({ answer: question })
  }, 300))`, { eval: true })

test('a thread that works for ever is ended when the time is over, and it is told what it was at', async () => {
  const worker = thread()
  const error: unknown = await ask(worker, 'story.html', 50).catch((cause: unknown) => cause)
  expect(error).toBeInstanceOf(OutOfTime)
  expect(error).toMatchObject({ place: 'story.html', number: 3 })
  await expect(ask(worker, 'quick', 50)).rejects.toThrow('its thread ended')
})

test('the time runs from when the work begins', async () => {
  const worker = thread()
  expect(await ask(worker, 'quick', 200)).toEqual({ answer: 'quick' })
  expect(await ask(worker, 'quick', 0)).toEqual({ answer: 'quick' })
  await worker.terminate()
})

test('the problem says what was left out, after how long, and what to do', () => {
  expect(tookTooLong('news.jsonl, line 3', 60_000)).toMatchObject({ message: 'news.jsonl, line 3 took longer than 60 seconds and was left out', advice: expect.stringContaining('--time-limit') as string })
})

const LINES = ['One', 'Two', 'Three'].map((word) => JSON.stringify({ text: `${word} of the mayors said on Tuesday that the bridge would be closed.` })).join('\n')
const input = { bytes: new TextEncoder().encode(`${LINES}\n{"text":`), source: 'news.jsonl' }
const firstWord = (outcome: { text: string } | Problem): string => (outcome instanceof Problem ? outcome.message : outcome.text.split(' ')[0] ?? '')

test('a file can be taken up after an article, with the same places', async () => {
  const begun: [string, number][] = []
  const words: string[] = []
  for await (const outcome of readEach(input, {}, { skip: 2, onBegin: (place, number) => begun.push([place, number]) })) words.push(firstWord(outcome))
  expect(words).toEqual(['Three', 'news.jsonl, line 4 is not valid JSON'])
  expect(begun).toEqual([['news.jsonl', -1], ['news.jsonl, line 3', 2], ['news.jsonl, line 4', 3]])
})

test.each([0, 60])('with a limit of %d seconds the same articles are read, one file after the other', async (timeLimit) => {
  const room = openReadingRoom({ timeLimit })
  const words: string[] = []
  for (const _ of [1, 2]) for await (const outcome of room.each(input)) words.push(firstWord(outcome))
  await room.close()
  expect(words).toEqual(['One', 'Two', 'Three', 'news.jsonl, line 4 is not valid JSON', 'One', 'Two', 'Three', 'news.jsonl, line 4 is not valid JSON'])
})

test('a line of JSON Lines that takes too long is left out, and those after it are read', async () => {
  const page = `<p>The mayors said on Tuesday that the old bridge would be closed.</p>${'<div><p>a word <b>or two</b></p></div>'.repeat(60_000)}`
  const all = [LINES.split('\n')[0]!, JSON.stringify({ text: page }), LINES.split('\n')[2]!]
  const lines = async function* (): AsyncGenerator<ByteLine> { for (const [at, line] of all.entries()) yield { number: at + 1, bytes: new TextEncoder().encode(line) } }
  const room = openReadingRoom({ timeLimit: 0.05 })
  const words: string[] = []
  for await (const outcome of room.lines(lines(), 'news.jsonl')) words.push(firstWord(outcome))
  await room.close()
  expect(words).toEqual(['One', 'news.jsonl, line 2 took longer than 0.05 seconds and was left out', 'Three'])
}, 60_000)
