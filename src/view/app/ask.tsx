/** Asking the graph in SPARQL: supplied questions or one's own; the answer is a table whose cells lead to what they name. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { AskMessage, AskReply } from '../../ask-worker.js'
import { compact } from '../terms.js'
import { select } from './actions.js'
import { inflate } from './given.js'
import type { NewsGraph } from './graph.js'
import { Name } from './parts.js'
import { questions } from './questions.js'
import { carried } from './served.js'
import { announcement } from './state.js'
import { graph } from './visible.js'
import { say } from './words.js'

export const isAskOpen = signal(false)
const query = signal(questions[0]?.sparql ?? '')
const isRunning = signal(false)
const reply = signal<AskReply | null>(null)

let thread: Promise<Worker> | undefined
let last = 0

export function AskPanel(): JSX.Element {
  return (
    <section class="dialog" role="dialog" aria-label={say.ask} id="ask">
      <h2>{say.ask}</h2>
      <p class="hint">{say.askHelp}</p>
      <div class="row">
        <label>
          {say.question}{' '}
          <select
            onChange={event => {
              query.value = questions[Number(event.currentTarget.value)]?.sparql ?? query.value
              void run()
            }}
          >
            {questions.map(({ title }, at) => (
              <option key={title} value={at}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
      <textarea
        aria-label="SPARQL"
        spellcheck={false}
        value={query.value}
        onInput={event => {
          query.value = event.currentTarget.value
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run()
        }}
      />
      <div class="row">
        <button type="button" class="boxed" onClick={() => void run()} disabled={isRunning.value}>
          {isRunning.value ? say.running : say.run}
        </button>
        <button
          type="button"
          class="boxed"
          onClick={() => {
            isAskOpen.value = false
          }}
        >
          {say.close}
        </button>
      </div>
      <Answer />
    </section>
  )
}

function Answer(): JSX.Element | null {
  const now = reply.value
  if (now === null || 'ready' in now) return null
  if ('problem' in now)
    return (
      <p class="warning" role="alert">
        {now.problem}
      </p>
    )
  return (
    <>
      <p role="status">{say.rowsFound(now.total)}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={say.ask}>
        <table>
          <thead>
            <tr>
              {now.columns.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {now.rows.map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column} title={cell.text}>
                    <Cell {...cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** An IRI of the graph, or a name that only one thing has, leads there. */
function Cell({ text, iri }: { readonly text: string; readonly iri?: string }): JSX.Element {
  const item = itemFor(graph.value!, text, iri)
  return item === undefined ? (
    <Name>{iri === undefined ? text : compact(iri)}</Name>
  ) : (
    <button
      type="button"
      class="ref"
      onClick={() => {
        isAskOpen.value = false
        select(item)
      }}
    >
      <Name>{graph.value?.item(item)?.label ?? text}</Name>
    </button>
  )
}

const numbers = new WeakMap<NewsGraph, Map<string, number>>()

function itemFor(shown: NewsGraph, text: string, iri: string | undefined): number | undefined {
  const known =
    numbers.get(shown) ??
    new Map(
      shown.items.flatMap((item): [string, number][] => [
        [shown.iri(item), item.at],
        ...(item.kind === 'role' || item.kind === 'relation' ? [] : [[` ${item.label}`, item.at] as [string, number]]),
      ]),
    )
  numbers.set(shown, known)
  return known.get(iri ?? ` ${text}`)
}

async function run(): Promise<void> {
  isRunning.value = true
  try {
    thread ??= start()
    const worker = await thread
    reply.value = await new Promise(resolve => {
      const id = ++last
      const listen = ({ data }: MessageEvent<AskReply>): void => {
        if (!('id' in data) || data.id !== id) return
        worker.removeEventListener('message', listen)
        resolve(data)
      }
      worker.addEventListener('message', listen)
      worker.postMessage({ query: query.value, id } satisfies AskMessage)
    })
    if (reply.value !== null && 'total' in reply.value) announcement.value = say.rowsFound(reply.value.total)
  } catch (error) {
    thread = undefined
    reply.value = { id: 0, problem: error instanceof Error ? error.message : String(error) }
  } finally {
    isRunning.value = false
  }
}

/** From what lies in the page, or from its server. */
async function start(): Promise<Worker> {
  const mine = carried.value
  const text = async (base64: string): Promise<string> => new TextDecoder().decode(await inflate(base64))
  const [url, triples, wasm] =
    mine === null
      ? (['./ask.js', await (await fetch('./graph.nt')).text(), await (await fetch('./oxigraph.wasm')).arrayBuffer()] as const)
      : ([
          URL.createObjectURL(new Blob([await text(mine.script)], { type: 'text/javascript' })),
          await text(mine.triples),
          (await inflate(mine.wasm)).buffer,
        ] as const)
  const worker = new Worker(url)
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<AskReply>) => {
      if ('ready' in data) resolve()
    })
    worker.addEventListener('error', event => reject(new Error(event.message || 'The asking thread did not start.')))
    worker.postMessage({ triples, wasm } satisfies AskMessage)
  })
  return worker
}
