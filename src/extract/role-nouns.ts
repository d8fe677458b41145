/**
 * Nouns that are titles or ties of a person: "minister", "spokeswoman", "nephew", but not "man" or "victim".
 * A word goes in; whether it can head a title comes out. Written from general knowledge of news.
 */
const offices = `president vice-president ex-president co-president president-elect premier minister ex-minister pm chancellor vice-chancellor governor lieutenant-governor
  mayor ex-mayor deputy-mayor senator representative congressman congresswoman councillor councilor councilman councilwoman assemblyman assemblywoman alderman
  deputy lawmaker legislator parliamentarian mp mep politician leader co-leader ex-leader head chief boss director co-director director-general manager
  executive ceo co-ceo cfo coo cto chairman chairwoman chair chairperson vice-chairman vice-chair co-chair co-chairman spokesman spokeswoman spokesperson speaker secretary
  secretary-general undersecretary general-secretary commissioner ombudsman official officer ambassador envoy diplomat consul attaché attache adviser advisor
  aide assistant strategist pollster consultant counsel counselor counsellor lobbyist delegate negotiator mediator candidate nominee contender frontrunner
  front-runner incumbent challenger successor predecessor counterpart ally partner lawyer attorney solicitor barrister advocate prosecutor judge justice magistrate
  sheriff marshal detective investigator inspector superintendent constable sergeant lieutenant captain colonel major general brigadier
  commander commodore admiral corporal commandant whip treasurer comptroller controller dictator strongman ruler king queen prince princess emperor
  duke duchess pope bishop archbishop cardinal imam rabbi pastor reverend ayatollah patriarch monarch sultan emir tycoon mogul
  magnate billionaire founder co-founder owner co-owner investor entrepreneur businessman businesswoman banker trader broker economist analyst expert
  specialist scientist researcher professor lecturer scholar historian sociologist psychologist physicist chemist biologist engineer architect
  designer developer doctor physician surgeon nurse psychiatrist coroner pathologist epidemiologist virologist teacher principal
  headteacher dean rector journalist reporter correspondent editor editor-in-chief columnist commentator presenter anchor blogger publisher author
  co-author writer novelist poet playwright screenwriter biographer critic artist painter sculptor photographer cartoonist
  illustrator filmmaker film-maker producer musician singer songwriter rapper composer conductor pianist violinist guitarist drummer dancer
  choreographer comedian actor actress model star coach trainer player footballer striker midfielder defender goalkeeper keeper
  winger forward skipper teammate team-mate athlete sprinter swimmer cyclist runner boxer golfer driver pilot astronaut cosmonaut
  umpire referee champion quarterback pitcher cricketer batsman bowler activist campaigner dissident organiser organizer volunteer
  member ex-member fellow cleric preacher priest chaplain theologian missionary agent spy spymaster bodyguard coordinator administrator curator
  librarian warden regulator rapporteur auditor planner programmer laureate philosopher meteorologist seismologist geologist astronomer
  rebel warlord gangster kingpin mobster militant guerrilla hacker whistleblower heir interpreter translator host moderator recruiter
  chief-of-staff commander-in-chief czar tsar kaiser resident-coordinator backbencher peer baron lord clerk scout scientist technician supporter
  opponent critic donor fundraiser employee worker staffer student graduate veteran soldier fighter resident
  firefighter police-officer policeman policewoman accountant sponsor attorney-general governor-general solicitor-general
  under-secretary under-secretary-general undersecretary-general vice-premier vice-minister taoiseach tánaiste tanaiste chargé d'affaires d’affaires
  prefect intendant provost bailiff reeve registrar trustee convener convenor custodian notary ranger collector commissar alcalde bupati regent headman chieftain elder
  sarpanch tehsildar tahsildar naib-tehsildar patwari pradhan panch zamindar nawab maharaja maharani seer mahant mufti pontiff guru lama wali caliph
  oba ooni kabaka kagawad datu rangatira kaumatua ariki matai surrogate mate running-mate abbot abbess nun monk friar vicar deacon
  therapist physiotherapist dentist botanist agronomist pharmacist linguist archivist publicist instructor tutor midwife paramedic shareholder
  operator racer rider jockey gymnast rower skier wrestler halfback fullback flanker lineman linebacker`
/** Offices written as capitals: "Congress MLA", "Ganderbal SSP". In small letters they are other words. */
const initials = new Set(`MP MPs MLA MLAs MEP MEPs MSP MSPs MLC MLCs MPP MNA MNAs MPA MHA TD TDs PM DPM CM DCM VP SVP EVP CEO CFO COO CTO CIO CMO CISO
  SP SSP ASP DSP DIG IGP ADGP DGP DCP ACP SHO SDM`.split(/\s+/))
const kin = `wife husband ex-wife ex-husband spouse partner girlfriend boyfriend fiancé fiancée fiance fiancee widow widower father mother dad mum mom parent son daughter
  stepson stepdaughter stepfather stepmother brother sister half-brother half-sister stepbrother stepsister sibling twin uncle aunt aunty auntie nephew niece cousin
  grandfather grandmother grandson granddaughter grandchild father-in-law mother-in-law son-in-law daughter-in-law brother-in-law sister-in-law
  godfather godson relative friend colleague mentor protégé protege`
const offRoles = new Set('major general private model star head chief forward fellow judge host model elder collector operator'.split(' '))

const nouns = new Set(`${offices} ${kin}`.split(/\s+/))
const kinNouns = new Set(kin.split(/\s+/))
const endings = /(ologist|ographer|spokesperson|woman|maker|keeper|fighter|holder|crat|iatrist|ician)$/

/** Whether a noun can be the last word of a title. */
export function isTitleNoun(word: string): boolean {
  const low = word.toLowerCase()
  if (initials.has(word)) return true
  if (/^(sen|rep|gov|gen|lt|col|capt|sgt|maj|adm|insp|supt|cmdr)\.$/.test(low)) return true
  return nouns.has(low) || nouns.has(singular(low)) || (low.length > 6 && endings.test(low))
}

/** Whether it is a tie between two persons rather than an office: "wife", "nephew". */
export function isKin(word: string): boolean { return kinNouns.has(singular(word.toLowerCase())) || kinNouns.has(word.toLowerCase()) }

/** "Sister Graciela Ponce" is a nun, nobody's sister: ties that before a name, with a capital, are courtesies of an order. */
export function isReligiousCourtesy(title: string): boolean { return /^(Sister|Brother|Father|Mother)$/.test(title) }

/** Title nouns that are as often adjectives or something else: they need a capital or an analysis that calls them a role. */
export function isDoubtful(word: string): boolean { return offRoles.has(word.toLowerCase()) }

/** Offices of a state: without more they are held for the state that the article is about. */
export function isStateOffice(title: string): boolean {
  return /\b(president|prime minister|premier|pm|chancellor|foreign minister|defen[cs]e minister|interior minister|finance minister|minister|king|queen|government spokes(man|woman|person)|congressman|congresswoman|mp|member of parliament|lawmaker|parliamentarian|army chief|attorney general|supreme leader)$/i.test(title)
}

export function singular(word: string): string {
  if (/(wo)?men$/.test(word)) return word.replace(/men$/, 'man')
  if (/[^aeiou]ies$/.test(word)) return word.replace(/ies$/, 'y')
  if (word === 'wives') return 'wife'
  if (/^(Sen|Rep|Gov)s\.$/.test(word)) return word.replace('s.', '.')
  if (/(ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) && (word.length > 3 || /^\p{Lu}{2}s$/u.test(word)) ? word.slice(0, -1) : word
}
