/**
 * An explanation as text for the terminal.
 * In: an Explanation. Out:
 *   Sergey Lavrov (person)
 *   person:sergey-lavrov
 *     said: Sergey Lavrov added: “We always say what we think”
 *       0.93, attribution · Russia slams Macron 817–930: …he said. “[We always say what we think],” Lavrov added…
 */
import type { Explanation, Fact, Passage } from './explain.js'

/** Passages shown of the thing itself; a person may be named a hundred times. */
const SHOWN = 3

export function formatExplanation({ label, kinds, node, names, facts, passages, namesakes = [] }: Explanation): string {
  const others = names.filter((name) => name !== label)
  const more = passages.length > SHOWN ? [`    and in ${passages.length - SHOWN} more places`] : []
  return [
    `${label} (${kinds.join(', ')})`,
    `  ${node}`,
    ...(others.length > 0 ? [`  also: ${others.join(', ')}`] : []),
    ...(passages.length > 0 ? ['  from:', ...passages.slice(0, SHOWN).map((passage) => `    ${formatPassage(passage)}`), ...more] : []),
    ...facts.flatMap(formatFact),
    ...(namesakes.length > 0 ? [facts.some(({ relation }) => relation === 'linked to') ? '  of that name, but not meant:' : '  linked to nothing, though of that name are known:', ...namesakes.map((namesake) => `    ${namesake}`)] : []),
    '',
  ].join('\n')
}

function formatFact({ relation, value, confidence, rule, passages }: Fact): string[] {
  const trust = [confidence?.toFixed(2), rule].filter((word) => word !== undefined).join(', ')
  return [
    `  ${relation}: ${value}`,
    ...passages.map((passage, at) => `    ${at === 0 && trust ? `${trust} · ` : ''}${formatPassage(passage)}`),
  ]
}

function formatPassage({ articleLabel, start, end, prefix, exact, suffix }: Passage): string {
  return `${articleLabel} ${start}–${end}: …${`${prefix}[${exact}]${suffix}`.replace(/\s+/gu, ' ')}…`
}
