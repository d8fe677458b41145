/** Reading articles in the page: paste, drop or open one, and its graph is shown. The same model does it, in a thread of the page; nothing is sent. */

import { signal } from '@preact/signals'
import type { JSX } from 'preact'
import type { LiveMessage, LiveReply } from '../../live-worker.js'
import { NewsGraph } from './graph.js'
import { download } from './parts.js'
import { announcement, followAddress } from './state.js'
import { graph } from './visible.js'
import { say } from './words.js'

export const isLiveOpen = signal(false)
const text = signal('')
const doing = signal('')
const problem = signal('')
/** All that was read so far, as RDF. */
const turtle = signal<readonly string[]>([])

const steps: Readonly<Record<'model' | 'reading' | 'drawing', string>> = {
  model: say.loadingModel,
  reading: say.readingArticle,
  drawing: say.drawing,
}

let thread: Worker | undefined

export function LivePanel(): JSX.Element {
  return (
    <section
      class="dialog"
      role="dialog"
      aria-label={say.add}
      id="live-panel"
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault()
        void take(event.dataTransfer?.files[0])
      }}
    >
      <h2>{say.add}</h2>
      <p class="hint">{say.liveHelp}</p>
      <textarea
        aria-label={say.paste}
        placeholder={say.paste}
        value={text.value}
        onInput={event => {
          text.value = event.currentTarget.value
        }}
      />
      <Actions />
      {problem.value !== '' && (
        <p class="warning" role="alert">
          {problem.value}
        </p>
      )}
    </section>
  )
}

/** Read it, open a file, take the graph away, close; and how far it has come. */
function Actions(): JSX.Element {
  return (
    <div class="row">
      <button type="button" class="boxed" disabled={text.value.trim() === '' || doing.value !== ''} onClick={() => read(text.value, '')}>
        {say.read}
      </button>
      <label class="boxed">
        {say.open}{' '}
        <input
          type="file"
          class="visually-hidden"
          accept=".txt,.md,.html,.htm"
          onChange={event => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {turtle.value.length > 0 && (
        <button type="button" class="boxed" onClick={() => download('newsgraph.ttl', turtle.value.join('\n'), 'text/turtle')}>
          {say.turtle}
        </button>
      )}
      <button
        type="button"
        class="boxed"
        onClick={() => {
          isLiveOpen.value = false
        }}
      >
        {say.close}
      </button>
      {doing.value !== '' && (
        <span role="status">
          <progress aria-label={doing.value} /> {doing.value}
        </span>
      )}
    </div>
  )
}

async function take(file: File | undefined): Promise<void> {
  if (file !== undefined) read(await file.text(), file.name)
}

function read(article: string, name: string): void {
  problem.value = ''
  doing.value = steps.reading
  thread ??= start()
  thread.postMessage({ text: article, name } satisfies LiveMessage)
}

function start(): Worker {
  const worker = new Worker('./live.js', { type: 'module' })
  const here = (path: string): string => new URL(path, location.href).href
  worker.addEventListener('message', ({ data }: MessageEvent<LiveReply>) => void follow(data))
  worker.addEventListener('error', event => {
    doing.value = ''
    problem.value = event.message || say.noLive
  })
  worker.postMessage({ model: here('./model/'), kb: here('./kb/newsgraph.kb') } satisfies LiveMessage)
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage('keep the model'))
  return worker
}

async function follow(reply: LiveReply): Promise<void> {
  if ('doing' in reply) {
    doing.value = steps[reply.doing]
    announcement.value = steps[reply.doing]
    return
  }
  doing.value = ''
  if ('problem' in reply) {
    problem.value = reply.problem
    return
  }
  const { head, parts, blocks } = reply.packed
  turtle.value = [...turtle.value, reply.turtle]
  const read = await NewsGraph.open(
    head,
    async (what, number) => JSON.parse((what === 'part' ? parts : blocks)[number] ?? 'null') as unknown,
  )
  history.replaceState(null, '', location.pathname)
  followAddress(read)
  graph.value = read
  text.value = ''
  isLiveOpen.value = false
}

/** Keeps the page for when there is no network, where the browser can. */
export function workOffline(): void {
  const link = Object.assign(document.createElement('link'), { rel: 'manifest', href: './manifest.webmanifest' })
  document.head.append(link)
  navigator.serviceWorker?.register('./sw.js').catch(() => undefined)
}
