/**
 * Ranks of officers before names, however they are joined: "Pol Lt-General", "Lt.-Gen.", "Air Vice-Marshal". Tokens and a
 * place go in, the end of the rank comes out. A rank belongs to no name and is nobody by itself.
 * Not handled: ranks after names.
 */
import type { Token } from '../model.js'

const rank = /^(lieutenant|lt|major|maj|general|gen|colonel|col|brigadier|brig|sergeant|sgt|captain|capt|corporal|cpl|admiral|adm|marshal|commander|cmdr|cdr|superintendent|supt|inspector|insp|detective|det|constable|const|commissioner|trooper|ensign|bombardier|bdr|gunnery|commodore)\.?$/i
/** What makes a rank of its own of the rank after it. */
const sort = /^(pol|police|air|vice|rear|lance|squadron|wing|group|flight|fleet|field|staff|master|chief|warrant|petty|first|second|third|deputy|assistant|asst|dep|sub|senior|junior|acting)\.?$/i

/** Where the rank ends that begins at a token; the token itself where none does. */
export function afterRank(tokens: readonly Token[], start: number): number {
  let end = start
  for (let at = start; at < start + 8; ) {
    const word = tokens[at]?.text ?? '', next = overMarks(tokens, at + 1)
    if (!rank.test(word) && !(sort.test(word) && isRankWord(tokens[next]?.text ?? ''))) break
    end = tokens[at + 1]?.text === '.' && isJoined(tokens, at + 1) ? at + 2 : at + 1
    at = isRankWord(tokens[next]?.text ?? '') ? next : end
  }
  return end
}

function isRankWord(word: string): boolean { return rank.test(word) || sort.test(word) }

/** The next token that is no point or hyphen glued to the one before. */
function overMarks(tokens: readonly Token[], at: number): number {
  while (/^[.\-‐‑]$/.test(tokens[at]?.text ?? '') && isJoined(tokens, at)) at += 1
  return at
}

function isJoined(tokens: readonly Token[], at: number): boolean { return tokens[at - 1]?.end === tokens[at]?.start }
