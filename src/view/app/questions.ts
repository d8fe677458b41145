/** The supplied questions, as ontology/queries has them: the first line says in words what is asked. */

/// <reference types="vite/client" />

const files = import.meta.glob<string>('../../../ontology/queries/*.rq', { query: '?raw', import: 'default', eager: true })

export interface Question {
  readonly title: string
  readonly sparql: string
}

export const questions: readonly Question[] = Object.keys(files)
  .sort()
  .map(name => {
    const sparql = files[name] ?? ''
    return { title: /^# (.*)$/m.exec(sparql)?.[1] ?? name, sparql }
  })
