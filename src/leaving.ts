/**
 * What is taken away when the process ends, whether it is done or was told to stop.
 * In: an act – "remove .graph.ttl.…part". Out: what says that there is no need for it any more.
 *
 * A program that listens for signals hears them only between its steps, and a step of merging or layout may be long. So the command
 * line listens only while there is something to take away, which is while files are written; at any other time Ctrl-C ends it at once.
 */

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
type StopSignal = keyof typeof SIGNALS

const acts = new Set<() => void>()
let isListening = false
let listeners: readonly (readonly [StopSignal, () => void])[] | undefined
let isKnown = false

/** @param act must not take long, and may find that nothing is there */
export function onLeaving(act: () => void): () => void {
  if (!isKnown) process.once('exit', leave)
  isKnown = true
  acts.add(act)
  settle()
  return () => {
    acts.delete(act)
    settle()
  }
}

/** From now on signals take away what there is, and end the process; for the command line. False: somebody else sees to signals. */
export function leaveOnSignals(isOn = true): void {
  isListening = isOn
  settle()
}

function settle(): void {
  const isNeeded = isListening && acts.size > 0
  if (isNeeded === (listeners !== undefined)) return
  if (isNeeded) {
    listeners = Object.entries(SIGNALS).map(([name, code]) => [name as StopSignal, () => process.exit(code)] as const)
    for (const [name, listener] of listeners) process.on(name, listener)
  } else {
    for (const [name, listener] of listeners ?? []) process.off(name, listener)
    listeners = undefined
  }
}

function leave(): void {
  for (const act of acts) {
    try {
      act()
    } catch { /* The others are to go, too. */ }
  }
}
