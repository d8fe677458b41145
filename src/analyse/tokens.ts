/** One word, number, punctuation mark … with its place in the text (UTF-16 units, end exclusive). */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Prefixes that stay with a lower-case word after the hyphen ("non-profit"), as in the UD treebanks. */
const PREFIXES =
  'non|e|re|anti|co|pre|mid|pro|cross|post|semi|over|sub|counter|ex|multi|mini|inter|socio|psycho|intra|micro|ultra|un|uh|bi|tri|quasi|trans';

/** Abbreviations that keep their full stop. */
const ABBREVIATIONS =
  'Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cpl|Maj|Adm|Brig|Cmdr|Pvt|Sen|Sens|Rep|Reps|Gov|Govs|Rev|Hon|Pres|Supt|Fr|Msgr|Amb|Messrs|Mme|Mlle|' +
  'ST|FT|MT|DR|MR|MRS|GEN|LT|COL|SGT|CAPT|REV|GOV|St|Ft|Mt|Ave|Blvd|Jr|Sr|Inc|Ltd|Corp|Co|Cos|Bros|Dept|Univ|Assn|Intl|vs|v|etc|al|approx|ca|cf|est|ext|esp|vol|vols|pp|ed|eds|fig|figs|' +
  'Jan|Feb|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|' +
  'Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ph';

/** Units split from a number written before them without a space. */
const UNITS = 'am|pm|km|kg|cm|mm|mph|kph|bn|tn|mn|m|k|ft|lb|lbs|gb|mb|tb|ghz|mhz|mw|gw|kw|sq';

const APOSTROPHE = "['’‘`ʼ]";
const LETTER = '[\\p{L}\\p{M}]';
const WORD = '[\\p{L}\\p{M}\\p{N}_]';
const DOMAINS = 'com|org|net|gov|edu|info|io|co|uk|de|fr|eu|tv|ru|cn|in|au|ca|us|int|news|me|nz|za|jp|it|es|ch|ie|biz';

/**
 * Alternatives in order of precedence; each is tried at the current place. None looks further than it must before it fails: addresses
 * have parts of at most 63 letters, and without that limit "a-a-a-…" would be gone through from every letter.
 */
const PATTERNS: readonly RegExp[] = [
  // Addresses, handles, hash tags.
  String.raw`(?:https?|ftp):\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]`,
  String.raw`${WORD}[\p{L}\p{N}_.+-]{0,63}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+`,
  String.raw`(?:www\.)?(?:[a-zA-Z0-9-]{1,63}\.){1,8}(?:${DOMAINS})(?![\p{L}\p{N}])(?:\/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’])?`,
  String.raw`@[A-Za-z0-9_]+`,
  String.raw`#[\p{L}_]${WORD}*`,
  // Abbreviations: U.S., a.m., Ph.D.; Mr.; No. before a number; p. before a number.
  String.raw`(?:\p{L}\.){2,}(?!\p{L}{2})|(?:Ph|M|B)\.(?:D|Sc|A|Phil)\.`,
  String.raw`(?:${ABBREVIATIONS})\.(?![\p{L}\p{N}])`,
  String.raw`(?:[Nn]os?|Art|p|pp|[Ss]ec|[Cc]h|Mar|Jul|Jun)\.(?=\s?\d)`,
  // Money signs with a country's letters.
  String.raw`(?:US|AU|CA|HK|NZ|NT|A|C|S|R)\$`,
  // Telephone numbers, dates, times, decimals, ordinals, decades.
  String.raw`\d+(?:-\d+){2,}(?!\p{L})|\d+(?:\/\d+)+(?!\p{L})`,
  String.raw`\d+(?:[.,:]\d+)*(?=(?:${UNITS})(?!${WORD}))`,
  String.raw`\d+(?:[.,:]\d+)+(?!${WORD})|\d+(?:[.,:]\d+)*${LETTER}*${WORD}*`,
  // Contractions: the word before n't, then the clitics.
  String.raw`can(?=not(?!${WORD}))|gon(?=na(?!${WORD}))|(?:wan|got)(?=(?:na|ta)(?!${WORD}))|(?:gim|lem)(?=me(?!${WORD}))`,
  String.raw`${LETTER}+?(?=n${APOSTROPHE}t(?!${WORD}))`,
  String.raw`n${APOSTROPHE}t(?!${WORD})`,
  String.raw`(?<=\S)${APOSTROPHE}(?:s|re|ve|ll|d|m)(?!${WORD})`,
  String.raw`'t(?:is|was)(?!${WORD})|o${APOSTROPHE}clock(?!${WORD})|ma${APOSTROPHE}am(?!${WORD})`,
  // Words: prefixed ones, AT&T, O'Brien, then any.
  String.raw`(?:${PREFIXES}|${capitalised(PREFIXES)})-[a-z]${LETTER}*`,
  String.raw`\p{Lu}+&\p{Lu}+(?!${WORD})`,
  String.raw`${WORD}+(?:${APOSTROPHE}(?!(?:s|re|ve|ll|d|m|t)(?!${WORD}))${LETTER}+)*`,
  // Runs of marks, then any single character.
  String.raw`\.{2,}|…+|[!?]+|-{2,}|''|` + '``',
  String.raw`\P{M}\p{M}*|\p{M}`,
].map((source) => new RegExp(source, /Mr\|Mrs|-\[a-z\]/u.test(source) ? 'uy' : 'iuy'));

/** A single capital with a full stop before a capital ("J. Smith"), and the same before another initial ("J. K. Rowling"). */
const INITIAL = /\p{Lu}\.(?=\s\p{Lu}[\p{L}.'’-])/uy;
const FIRST_INITIAL = /\p{Lu}\.(?=\s\p{Lu}\.)/uy;
/** What stands before an initial: a capitalised word or another initial, an opening mark, the start of the line. */
const BEFORE_INITIAL = /(?:^|[\n(“"‘]|\p{Lu}[\p{L}\p{M}'’-]*\.?\s)$/u;

/** The same alternatives with a first capital. */
function capitalised(alternatives: string): string {
  return alternatives.replace(/(^|\|)(\w)/gu, (_, bar: string, letter: string) => bar + letter.toUpperCase());
}

/** Splits a text into words as the English UD treebanks do. White space is in no token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const end = Math.max(matchAt(text, at), at + 1);
    tokens.push({ text: text.slice(at, end), start: at, end });
    at = end;
  }
  return tokens;
}

/** End of the token that starts at a place. */
function matchAt(text: string, at: number): number {
  if (isInitial(text, at)) return at + 2;
  for (const pattern of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null && found[0].length > 0) return at + found[0].length;
  }
  return at + 1;
}

/** Whether a capital with its full stop at this place is part of a name. */
function isInitial(text: string, at: number): boolean {
  if (text.charAt(at + 1) !== '.') return false;
  FIRST_INITIAL.lastIndex = at;
  INITIAL.lastIndex = at;
  return FIRST_INITIAL.test(text) || (INITIAL.test(text) && BEFORE_INITIAL.test(text.slice(Math.max(0, at - 40), at)));
}
