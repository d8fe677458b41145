/** The legend below the drawing, which is the quickest filter, too: a chip for each kind of point and line that the graph has. */

import { computed } from '@preact/signals'
import type { JSX } from 'preact'
import { edgeKinds, nodeKinds } from '../model.js'
import { Icon, LineSample } from './parts.js'
import { change, state } from './state.js'
import { graph } from './visible.js'
import { edgeHelp, edgeNames, kindNames, say } from './words.js'

const tally = computed(() => {
  const shown = graph.value
  const counts = new Map<string, number>()
  const add = (key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const { kind, isLinked } of shown?.nodes ?? []) {
    add(`node ${kind}`)
    if (!isLinked && kind !== 'article') add('unlinked')
  }
  for (const { kind } of shown?.edges ?? []) add(`edge ${kind}`)
  return counts
})

export function Legend(): JSX.Element | null {
  const { hiddenKinds, hiddenEdges } = state.value
  const unlinked = tally.value.get('unlinked') ?? 0
  if (graph.value === null || graph.value.head.nodes === 0) return null
  return (
    <div id="legend" role="group" aria-label={say.legend}>
      <div class="chips" role="group" aria-label={say.pointKinds}>
        {nodeKinds
          .filter(kind => tally.value.has(`node ${kind}`))
          .map(kind => (
            <Chip
              key={kind}
              name={kindNames[kind].many}
              count={tally.value.get(`node ${kind}`) ?? 0}
              isOn={!hiddenKinds.includes(kind)}
              sign={<Icon kind={kind} />}
              onToggle={() => change({ hiddenKinds: toggled(hiddenKinds, kind) })}
            />
          ))}
        {unlinked > 0 && (
          <Chip
            name={say.unlinked}
            help={say.unlinkedHelp}
            count={unlinked}
            isOn={!hiddenKinds.includes('unlinked')}
            sign={<span class="shelf-sample" aria-hidden="true" />}
            onToggle={() => change({ hiddenKinds: toggled(hiddenKinds, 'unlinked') })}
          />
        )}
      </div>
      <div class="chips" role="group" aria-label={say.lineKinds}>
        {edgeKinds
          .filter(kind => tally.value.has(`edge ${kind}`))
          .map(kind => (
            <Chip
              key={kind}
              name={edgeNames[kind]}
              help={edgeHelp[kind]}
              count={tally.value.get(`edge ${kind}`) ?? 0}
              isOn={!hiddenEdges.includes(kind)}
              sign={<LineSample kind={kind} />}
              onToggle={() => change({ hiddenEdges: toggled(hiddenEdges, kind) })}
            />
          ))}
        <span class="key">
          <span class="hollow-sample" aria-hidden="true" />
          {say.hollow}
        </span>
      </div>
    </div>
  )
}

interface ChipProps {
  readonly name: string
  readonly help?: string
  readonly count: number
  readonly isOn: boolean
  readonly sign: JSX.Element
  readonly onToggle: () => void
}

function Chip({ name, help, count, isOn, sign, onToggle }: ChipProps): JSX.Element {
  return (
    <button type="button" class="chip" aria-pressed={isOn} title={help} onClick={onToggle}>
      {sign}
      {name} <span class="count">{count.toLocaleString('en')}</span>
    </button>
  )
}

function toggled<Kind>(hidden: readonly Kind[], kind: Kind): readonly Kind[] {
  return hidden.includes(kind) ? hidden.filter(each => each !== kind) : [...hidden, kind]
}
