/**
 * What a written form can be a form of, by the rules of English spelling.
 *
 *   in:  a form and its part of speech in the Penn scheme – "clashes" NNS, "injured" VBN, "broke" VBD
 *   out: the base forms that it may have – clash, clashe · injure, injur · break; nothing where the rules do not say
 *
 * The verbs are the strong and irregular ones that news uses, in their past forms.
 */

const strong = `be was were been|have had|do did done|go went gone|say said|make made|take took taken|come came come|see saw seen|get got gotten
give gave given|find found|think thought|tell told|become became become|show showed shown|leave left|feel felt|put put|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|let let|mean meant|set set|meet met|run ran run|pay paid|sit sat|speak spoke spoken|lie lay lain
lead led|read read|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent
cut cut|rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won
forget forgot forgotten|lay laid|sell sold|fight fought|bear bore born|bear bore borne|teach taught|eat ate eaten|sing sang sung|strike struck stricken|hang hung
shake shook shaken|ride rode ridden|feed fed|shoot shot|drink drank drunk|hit hit|arise arose arisen|fly flew flown|spread spread|sleep slept|cost cost
beat beat beaten|light lit|bind bound|cast cast|hide hid hidden|sweep swept|swear swore sworn|steal stole stolen|tear tore torn|hurt hurt|quit quit|shut shut
split split|swing swung|withdraw withdrew withdrawn|undergo underwent undergone|overcome overcame overcome|bite bit bitten|blow blew blown|flee fled|forbid forbade forbidden
foresee foresaw foreseen|forgive forgave forgiven|freeze froze frozen|ring rang rung|sink sank sunk|shrink shrank shrunk|spring sprang sprung|stick stuck|swim swam swum
undertake undertook undertaken|uphold upheld|withhold withheld|withstand withstood|overthrow overthrew overthrown|override overrode overridden|oversee oversaw overseen
overtake overtook overtaken|mistake mistook mistaken|weep wept|wake woke woken|weave wove woven|wind wound|dig dug|creep crept|cling clung|breed bred|bend bent|lend lent
slide slid|spin spun|stink stank stunk|sting stung|tread trod trodden|thrust thrust|burst burst|bet bet|broadcast broadcast|forecast forecast|rebuild rebuilt|retake retook retaken
mislead misled|misunderstand misunderstood|outbid outbid|redo redid redone|resell resold|rewrite rewrote rewritten|strive strove striven|slay slew slain|bleed bled|grind ground
kneel knelt|leap leapt|learn learnt|burn burnt|dream dreamt|spell spelt|spill spilt|spoil spoilt|lean leant|sow sowed sown|sew sewed sewn|mow mowed mown|prove proved proven|know knew known`

const pastOf: ReadonlyMap<string, string> = new Map(strong.split(/[|\n]/u).flatMap((line) => {
  const [base = '', ...forms] = line.split(' ')
  return forms.map((form): [string, string] => [form, base])
}))

/** Parts of speech that are base forms as they are written; short words are too often something else. */
const uninflected: ReadonlyMap<string, RegExp> = new Map([['NN', /^[a-z]{5,}$/u], ['JJ', /^[a-z]{5,}$/u], ['RB', /^[a-z]{5,}$/u], ['VB', /^[a-z]{5,}$/u], ['CD', /^\d/u]])

/** Base forms that the spelling allows, likelier ones first; undefined where the form follows no rule. */
export function baseForms(form: string, xpos: string): readonly string[] | undefined {
  const word = form.toLowerCase()
  if (xpos === 'VBD' || xpos === 'VBN') return pastForms(word)
  if (xpos === 'VBG') return word.endsWith('ing') && word.length > 4 ? stems(word.slice(0, -3)) : undefined
  if (xpos === 'VBZ' || xpos === 'NNS') return withoutS(word)
  return uninflected.get(xpos)?.test(form) ? [form] : undefined
}

function pastForms(word: string): readonly string[] | undefined {
  const irregular = pastOf.get(word)
  if (irregular !== undefined) return [irregular]
  if (word.endsWith('ied')) return word.length > 4 ? [`${word.slice(0, -3)}y`] : [word.slice(0, -1)]
  return word.endsWith('ed') && word.length > 3 ? stems(word.slice(0, -2)) : undefined
}

/** One vowel between consonants: the consonant would have been doubled, "hopping", so that "hoping" comes from "hope". */
const short = /^[^aeiou]*[aeiouy][^aeiouwxy]$/u
/** Endings that are never bare: "forc-", "cur(s)-", "handl-", "judg-", "orchestrat-". */
const bare = /[cuv]$|[^aeiou]z$|[^s]s$|dg$|[^aeiourlw]l$|[^aeiou]at$|eg$/u

/** What stood before -ed or -ing: "walk", "us(e)", "stopp" → stop. */
function stems(stem: string): string[] {
  if (/([bdgkmnprt])\1$/u.test(stem)) return [stem.slice(0, -1), stem]
  if (stem.endsWith('y')) return [stem, `${stem.slice(0, -1)}ie`]
  if (stem.length > 1 && (short.test(stem) || bare.test(stem))) return [`${stem}e`]
  return [stem, `${stem}e`, ...(/(?:ll|ff|gg)$/u.test(stem) ? [stem.slice(0, -1)] : [])]
}

function withoutS(word: string): readonly string[] | undefined {
  if (!word.endsWith('s') || /(?:ss|us|is)$/u.test(word) || word.length < 4) return undefined
  if (word.endsWith('ies')) return word.length > 4 ? [`${word.slice(0, -3)}y`, word.slice(0, -1), word] : [word.slice(0, -1)]
  if (/[^s]ses$/u.test(word)) return [word.slice(0, -1), word.slice(0, -2)]
  if (/(?:[sxz]|ch|sh)es$/u.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  if (word.endsWith('oes')) return [word.slice(0, -2), word.slice(0, -1)]
  if (word.endsWith('ves')) return [word.slice(0, -1), `${word.slice(0, -3)}f`, `${word.slice(0, -3)}fe`]
  return [word.slice(0, -1)]
}
