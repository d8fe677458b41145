/**
 * Lines within an article that are not of it.
 *
 *   in:  "Sign up for our newsletter", "Read more: Bridge to close", "Photo: Jane Doe/Getty Images"
 *   out: whether a line is such; each rule shows what it matches and what it leaves alone
 */

export interface LineRule {
  readonly name: string
  readonly pattern: RegExp
  readonly matches: readonly string[]
  readonly misses: readonly string[]
}

export const LINE_RULES: readonly LineRule[] = [
  {
    name: 'advertisement',
    pattern: /^(?:advertise?ments?|sponsored(?: content)?|promoted|story continues below.*|article continues (?:after|below).*|scroll down for .*)$/i,
    matches: ['Advertisement', 'ADVERTISEMENT', 'Article continues after advertisement'],
    misses: ['Advertisements for the film were shown on Monday.', 'Sponsored by the state, the team won.'],
  },
  {
    name: 'picture credit',
    pattern: /^(?:\(?(?:(?:file )?photo(?:graph)?s?|images?|pictures?|illustration|credit|video|graphic)(?: credit| by| courtesy| source)?(?: ?[:/|]| by | courtesy ).{0,100}|.{0,60}\bgetty images\)?|image|photo|(?:ap|afp|epa|reuters)(?: photos?)?)$|[.!?)] (?:file )?photo(?:graph)?(?: by|:| credit:?| courtesy).{2,60}$/i,
    matches: ['Photo: Jane Doe/Getty Images', '(Photo by Jane Doe)', 'Jane Doe/Getty Images', 'Image', 'The mayor on Tuesday. Photo: AP'],
    misses: ['Photos of the bridge were shown on television.', 'Getty Images said that it would sue the firm.', 'The image was taken in May.'],
  },
  {
    name: 'picture caption control',
    pattern: /^(?:image caption|media caption|(?:hide|show|toggle) caption|enlarge(?: this)? image|view (?:gallery|image|photos)|play(?: video)?|video player|\d+ ?(?:\/|of) ?\d+)$/i,
    matches: ['hide caption', '3/12', 'Play Video'],
    misses: ['Play was stopped by rain.', 'Image captions were wrong.'],
  },
  {
    name: 'copyright',
    pattern: /^(?:©|\(c\) ?\d|copyright (?:©|\d{4}|\(c\))).{0,200}$|^.{0,120}\ball rights reserved\.?.{0,120}$/i,
    matches: ['© 2020 Brightwater Echo', 'Copyright 2020 The Echo. All rights reserved.'],
    misses: ['Copyright law is to be changed, the minister said.'],
  },
  {
    name: 'terms of use',
    pattern: /^.{0,100}\b(?:copyrighted (?:property|material) of|(?:written )?permission must be (?:obtained|sought)|(?:may|must) not be (?:published|reproduced|reprinted|copied|broadcast|rewritten)\b.{0,60}\b(?:permission|consent|redistributed)|(?:re-?published|reprinted|reproduced) (?:here )?(?:with|by) (?:the )?(?:kind )?permission|(?:not|no) responsib(?:le|ility) for the (?:opinions?|contents?|views?|statements?)\b).{0,160}$/i,
    matches: ['This article is the copyrighted property of the Brightwater Echo.', 'Written permission must be obtained before reprint in print or online.', 'This material may not be published, broadcast, rewritten or redistributed.', 'This story was first told by the Echo and is republished with permission.', 'The Echo is not responsible for the opinions of contributors.'],
    misses: ['The mayor is not responsible for the bridge, she said.', 'The film must not be shown without a permit, the court ruled.', 'Permission to build must be obtained from the council.'],
  },
  {
    name: 'call to subscribe',
    pattern:
      /^(?:please )?(?:subscribe\b|sign[ -]?up|register (?:now|here|for|with)|log ?in|sign in|already (?:a|have)\b.*\b(?:subscriber|account)|not a subscriber|download (?:the|our)\b.*\bapps?|join (?:us|our)\b|follow (?:us|him|her|me|@|the author|[\w ]{2,40} on (?:twitter|facebook|instagram|x))|like us on|get (?:the|our|all)\b.*\b(?:newsletter|alerts|inbox|news)|never miss|click here|enter your e-?mail|by (?:signing|subscribing|submitting)|support (?:us|our)|(?:submit|send) (?:us )?(?:your|a) (?:letter|story|tip|comment)|to (?:view|read) the full (?:story|article)|(?:do )?you (?:want|would like) to be informed|for the latest (?:news|stories)|(?:we )?want to hear (?:from you|what you think)|we want to hear|newsletters?$).{0,250}$/i,
    matches: ['Sign up for our newsletter', 'Subscribe now to read the full story.', 'Follow us on Facebook', 'Follow Jane Doe on Twitter', 'Get the Echo’s morning newsletter', 'Never miss the latest news by signing up.'],
    misses: ['Support for the plan has grown, she said.', 'Join or leave: the choice is hard.', 'Get out, he told them.', 'Subscribers will have to pay more.', 'Follow the money, they say.'],
  },
  {
    name: 'message to subscribers',
    pattern: /^.{0,80}\b(?:you(?:’|')?re|you are|if you(?:’|')?re|if you are) (?:already )?a subscriber\b.{0,100}$|^.{0,80}\bfirst-time subscribers\b.{0,120}$/i,
    matches: ['If you’re seeing this message but you’re already a subscriber, you can log in for access.', 'If you are already a subscriber, log in.', 'First-time subscribers also receive a gift!'],
    misses: ['The subscriber who wrote to us lives in Brightwater.', 'Subscribers had to wait for a week.'],
  },
  {
    name: 'link to another story',
    pattern: /^(?:[[(] ?)?(?:(?:read|see|also|watch|listen)(?: (?:more|also|next|here|this|too|read|now))*:|read (?:more|also|next)\b|see also\b|also read\b|related(?: (?:articles?|stor(?:y|ies)|posts?|topics?|content|links?))?(?::|$)|more (?:on this|from|about|stories|news)\b|you (?:may|might) (?:also )?(?:like|be interested)|don[’']t miss:?|most (?:read|popular)|trending|recommended|up next|what to read next|topics?:|tags?:|filed under|categor(?:y|ies):).{0,200}$/i,
    matches: ['Read more: Bridge to close', 'READ ALSO: Bridge to close', 'Related stories', 'More from the Echo', 'Tags: bridge, winter', '[Read more about the bridge]', 'You may also like'],
    misses: ['Related companies will pay, too.', 'More than 20 people were hurt.', 'Readers were told to wait.', 'You may be right, he said.', 'Most people stayed at home.'],
  },
  {
    name: 'share and comment',
    pattern: /^(?:share(?: (?:this|on|via|with)\b.{0,60})?|tweet|retweet|pin(?: it)?|print(?: this.*)?|e-?mail(?: this.*)?|whatsapp|facebook|twitter|linkedin|reddit|copy link|save|(?:\d+ )?comments?(?: \(\d+\))?|(?:leave|write|post|add) a (?:comment|reply)|reply|report (?:this|an error).*|no comments?(?: yet)?|loading(?:\.{3}|…)?|back to top|close|next|previous|menu|skip to .*)$/i,
    matches: ['Share', 'Share this article', 'Tweet', '12 Comments', 'Leave a comment', 'Print'],
    misses: ['Share prices fell on Monday.', 'Comments by the mayor caused a stir.', 'Facebook denied this.', 'Close to 100 people came.'],
  },
]

/** A real sentence may be long; what these rules look for is not. */
const LONGEST = 400

export function isBoilerplate(line: string): boolean {
  return line.length <= LONGEST && LINE_RULES.some(({ pattern }) => pattern.test(line))
}
