/**
 * What follows a title: "secretary [of state]" goes on, "director [of Russia's Bolshoi Theater]" says for whom. The title's
 * noun goes in; where the title ends and what it is held for come out.
 */
import type { Reference } from '../model.js'
import { isTitleHead, type Scene } from './role-scene.js'

/** What follows the head: "of state" belongs to the title, "of Fiorentina" says whom it is held for. */
export function complementOf(scene: Scene, head: number): [end: number, of: string | undefined, last: number] {
  const { tokens } = scene.resolved
  let end = head + 1
  if (/^(-?elect|-?general|designate)$/i.test(tokens[end]?.text ?? '')) end += 1
  if (/^-$/.test(tokens[end]?.text ?? '') && /^(elect|designate|general)$/i.test(tokens[end + 1]?.text ?? '')) end += 2
  for (let steps = 0; steps < 2; steps++) {
    const preposition = tokens[end]?.text.toLowerCase() ?? ''
    if (!/^(of|for|at|in|with|to|from|on)$/.test(preposition) || tokens[end]?.sentence !== tokens[head]?.sentence) break
    const extension = extensionEnd(scene, end)
    const reference = extension === undefined ? firstReference(scene, end + 1) : undefined
    // "minister for EU affairs" is held for no one that these words name.
    if (reference && preposition === 'for' && /^(affairs|relations|integration|enlargement|issues|matters|reconstruction)$/i.test(tokens[reference.end]?.text ?? '')) return [reference.end + 1, undefined, reference.end + 1]
    if (reference && fitsPreposition(scene, preposition, reference)) return [end, reference.entity, reference.end]
    if (extension === undefined) break
    end = extension
  }
  return [end, undefined, end]
}

/** "of" and "for" lead to anything, "in" to places, "at" and "with" to bodies: "hurt the nominee with voters" says nothing of him. */
function fitsPreposition({ kindOf }: Scene, preposition: string, { entity, form }: Reference): boolean {
  const kind = kindOf.get(entity) ?? ''
  if (/^(of|for|to)$/.test(preposition)) return true
  return form === 'name' && (preposition === 'in' ? kind === 'place' : /^(at|with|from)$/.test(preposition) && /^(organization|outlet)$/.test(kind))
}

/** "secretary [of state]", "minister [for foreign affairs]", "chief [of staff]". */
function extensionEnd({ resolved: { tokens } }: Scene, at: number): number | undefined {
  const words = tokens.slice(at + 1, at + 6).map((token) => token.text.toLowerCase())
  const match = /^(state|staff|staffs|defense|defence|justice|war|police|communications|operations|security|research|mission|faith|(?:the )?(?:foreign|economic|home|internal|european|public|legal|veterans|political|human|civil|national|external|social|military) (?:affairs|relations|security|rights|defense|defence|policy)|(?:the )?(?:interior|treasury|environment|economy|armed forces|board|opposition|economy and finance)|finance|health|education|culture|agriculture|energy|labor|labour|transport|sports?|tourism|trade|commerce|immigration|homeland security)\b(?! (?:department|ministry|of))/.exec(words.join(' '))
  const end = match ? at + 1 + match[0].split(' ').length : undefined
  // "president of the [Human Rights] League" is president of the league.
  const isOfName = end !== undefined && /^\p{Lu}/u.test(tokens[end - 1]?.text ?? '') && tokens[end]?.upos === 'PROPN' && !/^(minister|secretary)$/i.test(tokens[at - 1]?.text ?? '')
  return isOfName ? undefined : end
}

/** The first thing named in a complement, within a few words and before any verb or mark. */
function firstReference(scene: Scene, at: number): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 7; i++) {
    const here = (scene.startingAt.get(i) ?? []).filter((each) => each.form !== 'pronoun' || /^(his|her|its|their)$/i.test(tokens[i]?.text ?? ''))
    const name = here.filter((each) => each.form === 'name').sort((a, b) => b.end - a.end)[0]
    const whole = here.find((each) => each.form === 'nominal' && each.end - each.start < 8)
    // "the Paraguayan town of Pedro Juan Caballero": the name at the end of the complement, not the adjective in it.
    const adjective = here.find((each) => each.form === 'adjective')
    // "the Miami-based Florida Black Caucus" is not Miami.
    if (name && /^[-–]$/.test(tokens[name.end]?.text ?? '') && tokens[name.end]?.end === tokens[name.end + 1]?.start) {
      i = name.end + 1
      continue
    }
    if (name && isQualifier(scene, name)) return laterName(scene, name.end)
    const titled = name && titledPerson(scene, name)
    if (name && !titled && isOfAnother(scene, name)) return undefined
    if (name) return isOnlyNear(scene, at, i) ? undefined : ownedBy(scene, titled ?? name)
    if (adjective) return laterName(scene, adjective.end) ?? adjective
    if (whole && i === at && !laterName(scene, i + 1)) return whole
    if (tokens[i]?.upos === 'VERB' && i === at && /(ed|ing)$/.test(tokens[i]?.text ?? '')) continue
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|PART|CCONJ|ADP)$/.test(tokens[i]?.upos ?? '') || tokens[i]?.upos === 'ADP' && !/^of$/i.test(tokens[i]?.text ?? '')) return whole
  }
  return undefined
}

/** "nephew of New Zealand author [Keri Hulme]": the person at the end, not what stands in the title. */
function titledPerson(scene: Scene, name: Reference): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = name.end; i < name.end + 5; i++) {
    const person = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')
    if (person) return isTitleHead(scene, i - 1) ? person : undefined
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? '')) return undefined
  }
  return undefined
}

/** "the capital of Amambay" is not Amambay, "the town of Lincang" is Lincang. */
function isOnlyNear({ resolved: { tokens } }: Scene, from: number, at: number): boolean {
  return /^of$/i.test(tokens[at - 1]?.text ?? '') && at - 2 >= from && /^(NOUN|PROPN)$/.test(tokens[at - 2]?.upos ?? '')
    && !territory.test(tokens[at - 2]?.text ?? '') && !/^(university|bank|ministry|affairs)$/i.test(tokens[at - 2]?.text ?? '')
}

/** "the [Florida] Democratic Black Caucus" is not Florida: more of a name follows, though nobody knew it as one. */
function isQualifier(scene: Scene, name: Reference): boolean {
  const next = scene.resolved.tokens[name.end]
  return scene.kindOf.get(name.entity) === 'place' && next !== undefined && /^(PROPN|ADJ)$/.test(next.upos) && /^\p{Lu}\p{Ll}/u.test(next.text) && isNominal(scene, name.end, name.end + 1)
    && /^(compound|flat|amod)/.test(scene.resolved.tokens[name.head]?.deprel ?? '') && (scene.resolved.tokens[name.head]?.head ?? -1) >= name.end
}

/** "director of the [Leeds] museum" is not director of Leeds, "governor of [Kano] state" is governor of Kano. */
function isOfAnother({ resolved: { tokens }, kindOf }: Scene, name: Reference): boolean {
  const whole = [name.end, name.end + 1].find((at) => /^NNP?$/.test(tokens[at]?.xpos ?? ''))
  const isInside = whole !== undefined && /^(JJ|NN)/.test(tokens[name.end]?.xpos ?? '') && tokens.slice(name.start, name.end).some(({ head }) => head === whole)
  return isInside && kindOf.get(name.entity) === 'place' && !territory.test(tokens[whole]?.text ?? '')
}

const territory = /^(city|town|village|state|province|region|district|county|island|republic|country|kingdom|department|municipality|area|territory|borough|prefecture)$/i

/** "director of Russia's Bolshoi Theater" is director of the theatre. */
function ownedBy(scene: Scene, name: Reference): Reference {
  const { tokens } = scene.resolved
  if (!/^['’]s?$/.test(tokens[name.end]?.text ?? '')) return name
  for (let i = name.end + 1; i < name.end + 5 && /^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? ''); i++) {
    const next = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name')
    if (next) return next
  }
  return name
}

function laterName(scene: Scene, at: number): Reference | undefined {
  const { tokens } = scene.resolved
  for (let i = at; i < at + 5; i++) {
    const name = (scene.startingAt.get(i) ?? []).find((each) => each.form === 'name')
    if (name) return name
    if (!/^(ADJ|NOUN|PROPN)$/.test(tokens[i]?.upos ?? '') && !/^of$/i.test(tokens[i]?.text ?? '')) return undefined
  }
  return undefined
}

/** Whether nothing but nouns and what goes with them stands in a stretch: "the Affairs of the Grand Mosque", but no name of a person. */
export function isNominal(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.resolved
  for (let i = from; i < to; i++) {
    if (!/^(DET|ADJ|NOUN|PROPN|PART|CCONJ)$/.test(tokens[i]?.upos ?? '') && !/^(of|for|-|–|&)$/i.test(tokens[i]?.text ?? '')) return false
    if ((scene.startingAt.get(i) ?? []).some((each) => each.form === 'name' && scene.kindOf.get(each.entity) === 'person')) return false
  }
  return true
}
