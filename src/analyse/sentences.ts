/**
 * Tokens in, sentences out: "Mr. Lavrov spoke. | “It is over.” | He left." A new line in the text always ends a sentence.
 * What goes on for longer than anybody speaks – a list of names, a text without full stops – comes in parts, as all that follows compares
 * the words of a sentence with each other. Not handled: sentences that end in an abbreviation before a name.
 */
import type { Token } from './tokens.js';

/** A sentence as a range of tokens, end exclusive. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

const TERMINAL = /^(?:\.+|…+|[!?]+|[。！？])$/u;
/** Abbreviations that stand before a name or number and so never end a sentence. */
const NEVER_LAST =
  /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Brig|Cmdr|Pvt|Sens?|Reps?|Govs?|Rev|Hon|Pres|Supt|Fr|Msgr|Amb|Messrs|Mme|Mlle|St|Ft|Mt|vs?|Nos?|ST|FT|MT|DR|MR|MRS|GEN|LT|COL|SGT|CAPT|REV|GOV|cf|ca|approx|pp?|fig|figs|Ph)\.$/u;
/** Words that begin a sentence after an abbreviation ("… in the U.S. The …") rather than carry on a name. */
const STARTERS = new Set(
  'The A An In On At He She It They We I You But And So This That These Those There His Her Its Their Our My If When While As After Before For To From With By Of What Who How Why Where However Meanwhile Although Since Both Some Many Most More All No Not Also'.split(' '),
);
/** Abbreviations after which any capitalised word begins a sentence. */
const OFTEN_LAST = /^(?:etc|Jr|Sr|Inc|Ltd|Corp|al)\.$/iu;
const CLOSER = /^(?:["'”’»)\]}]|'')$/u;
const OPENER = /^(?:["'“‘«([{]|``)$/u;

/** Groups tokens into sentences. A blank line always ends one; so does a line break, unless the next line goes on in lower case. */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let i = 1; i < tokens.length; i++) {
    if (!startsSentence(text, tokens, i)) continue;
    sentences.push(...parts(tokens, start, i));
    start = i;
  }
  if (start < tokens.length) sentences.push(...parts(tokens, start, tokens.length));
  return sentences;
}

/** Tokens of the longest sentence that stays whole, about what the network reads at once; no part is shorter than half of it. */
const LONGEST = 200;
/** Marks after which a sentence that is too long is best cut, the best first. */
const CUTS = [/^[;:]$/u, /^[,–—-]$/u, /^(?:and|or|but|that|who|which)$/iu];

function* parts(tokens: readonly Token[], from: number, end: number): Generator<Sentence> {
  let start = from;
  while (end - start > LONGEST) {
    const cut = cutWithin(tokens, start);
    yield { start, end: cut };
    start = cut;
  }
  yield { start, end };
}

function cutWithin(tokens: readonly Token[], start: number): number {
  for (const mark of CUTS) {
    for (let at = start + LONGEST; at > start + LONGEST / 2; at--) if (mark.test(tokens[at - 1]?.text ?? '')) return at;
  }
  return start + LONGEST;
}

/** Whether a sentence begins at token `i` (not the first). */
function startsSentence(text: string, tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const token = tokens[i];
  if (before === undefined || token === undefined) return false;
  const gap = text.slice(before.end, token.start);
  const lines = gap.split('\n').length - 1;
  if (lines > 1) return true;
  if (lines === 1) return !/^\p{Ll}/u.test(token.text) || TERMINAL.test(before.text);

  const last = lastBeforeClosers(text, tokens, i);
  const closed = last < i - 1;
  const end = tokens[last]?.text ?? '';
  if (gap === '') return TERMINAL.test(end) && !closed && /^\p{Lu}\p{Ll}/u.test(token.text);
  const next = (OPENER.test(token.text) ? tokens[i + 1]?.text : token.text) ?? '';
  if (/^\p{Ll}/u.test(next) || TERMINAL.test(next)) return false;
  if (TERMINAL.test(end)) return true;
  if (!end.endsWith('.') || NEVER_LAST.test(end)) return false;
  if (/^\p{Lu}\.$/u.test(end) && !closed) return false;
  return STARTERS.has(next) || ((closed || OFTEN_LAST.test(end)) && /^\p{Lu}/u.test(next));
}

/** More quotation marks and brackets than close together in any text. */
const MOST_CLOSERS = 12;

/** The token before `i` that is no closing quote mark or bracket: "He left.")| has the full stop. */
function lastBeforeClosers(text: string, tokens: readonly Token[], i: number): number {
  let last = i - 1;
  while (last > 0 && i - last < MOST_CLOSERS) {
    const token = tokens[last];
    const before = tokens[last - 1];
    if (token === undefined || before === undefined || !CLOSER.test(token.text)) break;
    const loose = token.start > before.end;
    const opening = loose && /^["']$/u.test(token.text) && tokens[last + 1]?.start === token.end;
    if (opening || /\n/u.test(text.slice(before.end, token.start))) break;
    last -= 1;
  }
  return last;
}
