/**
 * Sentences that end an article and are no news.
 *
 *   in:  "… a charge Beijing denies. mg/ng (dpa, AP, Reuters)", "You can sign up to receive it here."
 *   out: patterns of what is left out; each rule shows what it matches and what it leaves alone
 *
 * Each matches up to the end of the text: the same words within an article are left alone.
 */
import type { LineRule } from './boilerplate.js'

/** After the full stop of the sentence before, or at the start of a paragraph. */
const START = String.raw`(?:^|(?<=[.!?…:)][\])"'”’]*\s+))`
/** Up to the full stop; the one of an initial is none: "Jane D. Roe". */
const REST = String.raw`(?:[^.!?\n]|(?<=\b\p{Lu})\.|\.(?=\p{L}))`
const AGENCY = '(?:AP|AFP|dpa|DPA|epa|EPA|EFE|SID|KNA|epd|Reuters|REUTERS|ANI|PTI|IANS|UPI|UNI|KNO|Xinhua|TASS|Interfax|Bloomberg|Bernama|Yonhap|Kyodo|Anadolu|agencies|Agencies)'
/** Initials of editors, with agencies or without: "du/AFP/Reuters". */
const DESK = String.raw`[a-z]{2,4}(?:[,/][\w.]{2,12})*/[\w.]{2,12}`
const NAMED = String.raw`(?:(?:[\p{Lu}(][\p{L}\p{M}'’.()-]*|in|and|by|from|the|of|de|van|von|al|el|[Ww]riting|[Ee]diting|[Tt]ranslat(?:ing|ed|ion)|[Aa]dditional|[Rr]eporting|[Cc]ompiled)[,;:/]? ?)`

export const CLOSING_RULES: readonly LineRule[] = [
  {
    name: 'agency credit',
    pattern: new RegExp(
      String.raw`(?:(?<=\s|^)(?=[a-z, ]*/)[a-z]{2,4}(?: ?[,/] ?[a-z]{2,4})*/? ?\([^()]{2,80}\)|${START}[a-z]{2,4} \([^()]{2,60}\)|${START}${DESK}|` +
        String.raw`${START}(?:\(|(?:[–—-]{1,2}|©) ?|\((?:[Ww]ith )?[Ii]nputs? from )(?:${AGENCY}(?:[,/]? ?(?:and )?|\b))+(?:\d{4})?\)?)[.]?$`, 'u',
    ),
    matches: ['The minister denied it. mg/ng (dpa, AP, Reuters)', '“No,” he said. dm/msh (AFP)', 'It was over. ksb, rc/kl (AFP, AP)', 'It was over. ccp, ncy / ai (AFP)', 'It was over. du/AFP/Reuters', 'It was over. dv (AP, EFE)', 'It was over. (AFP)', 'It was over. (With inputs from PTI)', 'It was over. — Reuters'],
    misses: ['He leads the group (and its bank).', 'The news agency of the country is TASS.', 'They work for Reuters and the AP (Associated Press).', 'It was told to Reuters.'],
  },
  {
    name: 'credit of a desk',
    pattern: new RegExp(String.raw`(?:${START}(?:${DESK} )?(?:Editors?|Edited by|Compiled by|Translated by|Translation)|(?<=\s|^)(?:${DESK} Editors?|(?:Author|Interview)s?(?= ?:)))(?: ?:|(?<= by)) ?\p{Lu}${REST}{2,150}\.?$`, 'u'),
    matches: ['It was over. Author: Jane Doe (AP) Editor: John D. Roe', 'It was over. du/AFP/dpa Editor: Ann Poe', 'a school in London Interview : Jane Doe / ap', 'Translated by Ann Poe.', 'That is a good thing. Editor: Ann Poe/John Roe'],
    misses: ['The author: a man of 40.', 'The book was edited by Ann Poe.', 'Editors of the paper left.'],
  },
  {
    name: 'credit of reporters',
    pattern: new RegExp(String.raw`(?:${START}(?:[–—-]{1,2} ?)?|[([])(?:[Aa]dditional )?[Rr]eporting (?:by|from) ${NAMED}+[.)\]]*$|${START}\p{Lu}${REST}{3,200} (?:contributed (?:reporting )?to this (?:report|story|article)|contributed reporting)\.?$`, 'u'),
    matches: ['(Reporting by Jane Doe in Oslo and John Roe; Editing by Ann Poe.)', '--additional reporting from Jane Doe.', 'It was over. Associated Press writer Jane Doe in Oslo contributed to this report.'],
    misses: ['Reporting by The Echo led to his arrest.', 'He contributed 5 million to this campaign.', 'The reporting by the paper was good.'],
  },
  {
    name: 'call to sign up',
    pattern: new RegExp(String.raw`${START}(?:(?:You can (?:also )?|To (?:receive|get) ${REST}{3,80}, |Please )?[Ss](?:ign up|ubscribe) (?:to receive|here|to (?:our|the)|for (?:our|the ${REST}{0,40}(?:newsletter|briefing|alerts)|it))\b|(?:Each|Every) (?:day|morning|evening|week|weekday)\b${REST}{0,60}\b(?:editors?|newsroom|team|we) sends? (?:out|you)\b)${REST}{0,200}[.!]?$`, 'u'),
    matches: ['He would not say. You can sign up to receive it directly here.', 'Every evening at 1830 UTC, the Echo’s editors send out a selection of the day’s news.', 'Sign up for our newsletter here.'],
    misses: ['Farmers can sign up for the plan until May.', 'Every day, we send two ships, he said.', 'Every week the team sends him home.'],
  },
  {
    name: 'call to read or watch',
    pattern: new RegExp(String.raw`${START}(?:(?:Read|Watch|Listen to|See|Hear) (?:more|it|the|a|an|both|her|his|their)\b${REST}{0,90}\b(?:here|above|below|(?:rest|full|whole) ${REST}{0,20}(?:story|article|interview|piece|report) (?:at|in|on) ${REST}{2,50})|Read more: ?${REST}{5,120}|Click (?:here|on|through)\b${REST}{3,150})[.:!]?$`, 'u'),
    matches: ['Read the rest here.', 'Read it all here.', 'It was over. Watch the full interview below:', 'Read the rest of the story at The Echo.', 'It was over. Read more: Trains to start again', 'Click through the pictures below for more.'],
    misses: ['Read the report, he told them, and think.', 'See the mayor run, they said.', 'He wanted to watch the full moon below.'],
  },
  {
    name: 'note of the editor',
    pattern: new RegExp(String.raw`${START}(?:(?:This|The above|An earlier version of this) (?:story|article|post|report|piece|interview)\b${REST}{0,20} (?:updated|corrected|conducted|edited|condensed|translated|published from a|misstated|incorrectly)\b.{0,300}|Editor[’']s note: .{0,600}|\[?(?:ENDS?|-30-|#{2,})\]?)$`, 'su'),
    matches: ['This story has been updated to include a comment.', 'It was over. This interview was conducted by Jane Doe.', 'Editor’s note: The Echo is owned by Jane Doe.', '###', 'ENDS'],
    misses: ['This story has two ends.', 'The article was published in May.', 'It never ends.'],
  },
]
