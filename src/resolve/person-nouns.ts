/**
 * Nouns that describe people, singly or as a body: "spokeswoman" → one woman, "residents" → people, "police" → a group.
 * A word goes in, what it says of number and gender comes out. Written from general knowledge of news.
 * Not handled: nouns that mean people only in context ("source", "head", "star" stand in the list, "arm" does not).
 */
import type { Gender } from './given-names.js'

export interface PersonNoun { readonly isPlural: boolean; readonly gender?: Gender }

const masculine = `man boy father son brother husband uncle nephew grandfather grandson stepfather stepson king prince duke lord gentleman guy
  widower boyfriend dad grandpa spokesman chairman businessman congressman policeman fireman salesman fisherman gunman salesman statesman
  clergyman cameraman councilman assemblyman alderman ombudsman serviceman frontman monk priest pope bishop imam sheikh emir sultan
  emperor baron actor landlord ex-husband godfather patriarch schoolboy playboy cowboy businessman sportsman craftsman half-brother father-in-law
  son-in-law brother-in-law grandad stepbrother waiter host steward`
const feminine = `woman girl mother daughter sister wife aunt aunty auntie niece grandmother granddaughter stepmother stepdaughter queen princess
  duchess lady actress widow girlfriend mum mom mama grandma spokeswoman chairwoman businesswoman congresswoman policewoman saleswoman
  councilwoman assemblywoman nun abbess empress heiress goddess landlady waitress hostess stewardess ex-wife fiancee fiancée ballerina midwife
  bride schoolgirl first-lady sportswoman half-sister mother-in-law daughter-in-law sister-in-law goddaughter housewife matriarch`
const either = `president vice-president ex-president president-elect premier minister ex-minister chancellor governor mayor senator representative
  deputy lawmaker legislator parliamentarian mp mep mps politician leader co-leader head chief boss director co-director manager executive ceo cfo coo cto
  chair chairperson spokesperson speaker secretary undersecretary commissioner ombudsperson official officer ambassador envoy diplomat consul emissary attache attaché
  adviser advisor aide assistant strategist pollster consultant counsel counselor counsellor lobbyist delegate negotiator mediator
  candidate nominee contender frontrunner front-runner hopeful incumbent challenger successor predecessor rival opponent counterpart ally partner
  lawyer attorney solicitor barrister prosecutor judge justice magistrate juror sheriff marshal detective investigator inspector
  superintendent constable cop policeman sergeant lieutenant captain colonel major general brigadier commander commodore admiral corporal
  private soldier trooper veteran fighter militant rebel insurgent guerrilla terrorist extremist jihadist jihadi gunner sniper bomber
  attacker assailant suspect defendant plaintiff accused convict prisoner inmate detainee hostage victim survivor witness bystander
  passer-by refugee migrant asylum-seeker immigrant resident citizen national native villager local inhabitant islander
  neighbour neighbor tenant landlord homeowner owner co-owner shareholder investor entrepreneur tycoon mogul magnate billionaire millionaire
  founder co-founder banker trader broker economist analyst expert specialist scientist researcher academic professor lecturer
  scholar historian sociologist psychologist physicist chemist biologist engineer architect designer developer doctor physician surgeon nurse
  paramedic medic psychiatrist therapist pharmacist dentist coroner pathologist epidemiologist virologist teacher principal headteacher
  student pupil graduate professor dean rector journalist reporter correspondent editor editor-in-chief columnist commentator presenter anchor broadcaster
  blogger publisher author co-author writer novelist poet playwright screenwriter biographer critic artist painter sculptor photographer
  cartoonist illustrator filmmaker film-maker producer musician singer songwriter rapper composer conductor pianist violinist guitarist
  drummer dancer choreographer comedian model celebrity star superstar icon legend idol coach trainer player footballer
  striker midfielder defender goalkeeper keeper winger forward captain skipper teammate team-mate athlete sprinter swimmer cyclist
  runner boxer golfer driver racer pilot co-pilot astronaut cosmonaut sailor skipper captain umpire referee champion
  winner medallist medalist olympian finalist runner-up quarterback pitcher batsman bowler cricketer farmer worker employee
  employer staffer member ex-member activist campaigner protester protestor demonstrator dissident organiser organizer volunteer supporter
  backer sympathiser sympathizer follower fan voter constituent donor fundraiser taxpayer customer consumer client user subscriber
  patient passenger driver pedestrian motorist tourist visitor traveller traveler guest pilgrim worshipper believer cleric pastor
  preacher reverend cardinal archbishop rabbi ayatollah mullah chaplain saint prophet theologian missionary child kid baby infant
  toddler teenager teen youth adult youngster pensioner retiree parent grandparent grandchild sibling twin cousin spouse
  relative friend colleague associate confidant fiance fiancé lover couple companion acquaintance
  roommate classmate mentor protege protégé heir person individual insider whistleblower informant source agent operative spy
  spymaster hacker bodyguard guard minder chauffeur cook chef baker butcher waiter bartender cleaner maid nanny carer caregiver
  firefighter rescuer responder lifeguard observer monitor inspector auditor regulator rapporteur coordinator organizer
  administrator commandant warden custodian curator librarian archivist bureaucrat technocrat mandarin monarch ruler dictator strongman
  autocrat despot tyrant warlord chieftain elder tribesman nationalist populist socialist communist conservative liberal democrat republican
  progressive libertarian centrist moderate hardliner hard-liner loyalist separatist unionist royalist secessionist environmentalist feminist
  evangelist atheist smuggler trafficker dealer kingpin gangster mobster thief robber burglar killer murderer
  rapist pedophile paedophile arsonist kidnapper hijacker pirate fugitive offender criminal culprit perpetrator shooter stabber
  accomplice conspirator mastermind ringleader godson minor orphan settler colonist peacekeeper serviceman reservist
  conscript recruit cadet deserter defector exile emigre émigré returnee evacuee castaway miner driller builder contractor
  carpenter plumber electrician mechanic technician operator programmer coder gamer vlogger influencer youtuber
  treasurer comptroller controller accountant clerk cashier receptionist secretary-general undersecretary-general director-general general-secretary
  governor-general attorney-general chief-of-staff whip backbencher frontbencher peer noble lawgiver aristocrat courtier socialite
  philanthropist humanitarian laureate nobelist pundit forecaster meteorologist seismologist geologist astronomer ecologist climatologist demographer
  statistician mathematician philosopher ethicist linguist translator interpreter archaeologist anthropologist ex-partner
  widow survivor sufferer addict drinker smoker beneficiary applicant claimant petitioner complainant respondent signatory participant
  attendee delegate spectator viewer listener reader caller questioner interviewer interviewee moderator panelist panellist host
  guide ranger hunter fisher herder shepherd rancher grower planter vendor hawker shopkeeper retailer merchant wholesaler
  supplier manufacturer exporter importer lender creditor debtor borrower buyer seller bidder hitman stepparent co-star co-pilot co-chair
  chairperson inventor pioneer explorer adventurer climber mountaineer skier snowboarder skater surfer diver rower jockey
  gymnast wrestler fencer archer weightlifter marathoner triathlete substitute newcomer starter scorer playmaker
  secretary-treasurer professional practitioner patron servant advocate mla mpp mna msp seer vice-chair vice-chairman commander-in-chief man-of-the-match pm fm vp ag czar tsar kaiser`
const plural = `people men women children persons folk folks police officials authorities troops forces gendarmes staff crew personnel
  public media press lawmakers youths clergy elderly crowd dead wounded injured homeless unemployed poor rich survivors
  relatives parents grandparents twins couple siblings family families mps meps teenagers both-sides allies others some many several most`
/** Bodies that act without a name: "the government", "a militia". */
const bodies = new Set(`police government administration cabinet parliament legislature congress senate opposition coalition military army navy
  air-force militia faction rebels gang cartel junta regime prosecutors authorities authority ministry department office agency
  commission committee caucus council court tribunal jury panel board union association federation party campaign movement group company firm
  corporation business manufacturer carmaker airline bank lender insurer retailer club team squad side hospital university college school institute
  church mosque embassy consulate mission delegation organisation organization charity ngo foundation fund watchdog regulator leadership
  management staff media press crew family community majority industry ambassadors newspaper magazine broadcaster station channel network website paper outlet
  daily tabloid publisher theatre theater museum orchestra ballet troupe band choir studio label brand store shop
  chain supermarket brigade battalion regiment unit troops forces guard coastguard service`.split(/\s+/))

const nouns = new Map<string, PersonNoun>()
for (const word of either.split(/\s+/)) nouns.set(word, { isPlural: false })
for (const word of masculine.split(/\s+/)) nouns.set(word, { isPlural: false, gender: 'masculine' })
for (const word of feminine.split(/\s+/)) nouns.set(word, { isPlural: false, gender: 'feminine' })
for (const word of plural.split(/\s+/)) nouns.set(word, { isPlural: true })

/** Endings that make a noun a person's: -ologist, -woman, -maker. */
const endings = /(ologist|ographer|person|woman|women|people|sman|smen|maker|player|holder|fighter|worker|mate|goer|leader|keeper|seeker|monger|crat|ician|grapher|iatrist)$/
const notPeople = /^(film|dress|pace|peace)?(tracker|gamer)$|^(stalemate|climate|estimate|container|water)$/

/** What a noun says of the people it describes; undefined where it describes none. */
export function personNoun(word: string): PersonNoun | undefined {
  const low = word.toLowerCase()
  const known = nouns.get(low)
  if (known) return known
  const one = singularOf(low)
  const singular = one === low ? undefined : nouns.get(one)
  if (singular) return { ...singular, isPlural: true }
  if (low.length > 6 && endings.test(one) && !notPeople.test(one)) return { isPlural: one !== low, ...(/woman$/.test(one) ? { gender: 'feminine' as const } : /[a-z]man$/.test(one) ? { gender: 'masculine' as const } : {}) }
  return undefined
}

/** Whether a noun names a body of people that can speak and act: "government", "company". */
export function isBody(word: string): boolean {
  const low = word.toLowerCase()
  return bodies.has(low) || bodies.has(singularOf(low))
}

/** "King of kings": a noun of itself describes nobody in particular. */
export function isSuperlative(tokens: readonly { readonly text: string }[], at: number): boolean {
  const word = (i: number) => tokens[i]?.text.toLowerCase() ?? ''
  return word(at + 1) === 'of' && word(at + 2) === `${word(at)}s` || word(at - 1) === 'of' && word(at) === `${word(at - 2)}s`
}

/** "women" → "woman", "ministers" → "minister". */
export function singularOf(word: string): string {
  if (/(wo)?men$/.test(word)) return word.replace(/men$/, 'man')
  if (word === 'children') return 'child'
  if (word === 'wives') return 'wife'
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  if (/[^s]s$/.test(word) && word.length > 3) return word.slice(0, -1)
  return word
}
