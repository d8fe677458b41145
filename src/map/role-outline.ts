/**
 * The scheme of roles as an outline: indented roles are narrower; `|` separates other names of the same role.
 * Made from ontology/newsgraph.ttl by `npx tsx ontology/generate.ts`; do not edit.
 */

export const roleOutline = `
leader | chief | head | boss
  head of state
    president
      vice president
    monarch | sovereign
      king
      queen
      emperor
      sultan
      emir
    governor-general
  head of government
    prime minister | premier | pm | taoiseach
      deputy prime minister
    chancellor
    first minister
  party leader | party chief | party chairman
  opposition leader | leader of the opposition
  supreme leader
  dictator | strongman
  rebel leader | rebel commander | warlord
  community leader
official | government official | functionary
  minister | government minister | cabinet minister
    foreign minister | foreign secretary | secretary of state | minister of foreign affairs | external affairs minister
    defence minister | defense minister | defence secretary | defense secretary | secretary of defense
    interior minister | home secretary | home affairs minister
    finance minister | chancellor of the exchequer | treasury secretary | treasurer
    justice minister | justice secretary | attorney general
    health minister | health secretary
    education minister | education secretary
    economy minister | economics minister
    trade minister
    environment minister | environment secretary
    energy minister
    transport minister | transportation secretary
    agriculture minister
    culture minister | culture secretary
    labour minister | labor minister | labor secretary
    information minister
    deputy minister | vice minister | junior minister | minister of state
  secretary
    secretary-general | secretary general | general secretary
    permanent secretary
    undersecretary | under-secretary
  governor
    central bank governor
    lieutenant governor
  mayor
    deputy mayor
  councillor | councilman | councilwoman | council member | alderman
  commissioner
    high commissioner
    police commissioner
  diplomat
    ambassador
    envoy | special envoy | emissary
    negotiator | chief negotiator
    consul
    attaché
  inspector
  regulator
  civil servant
  permanent representative
legislator | lawmaker | parliamentarian | deputy
  member of parliament | mp | member of the european parliament | mep
  senator
  representative | congressman | congresswoman | member of congress
  speaker | speaker of the house
  whip
  majority leader
  minority leader
politician
  candidate | nominee
    presidential candidate | presidential nominee | presidential hopeful
  party member
spokesperson | spokesman | spokeswoman | press secretary | press officer
adviser | advisor | aide | counsellor | counselor
  national security adviser | national security advisor
  consultant
  strategist
  chief of staff
executive | senior executive
  chief executive officer | ceo | chief executive
  chief financial officer | cfo
  chairperson | chairman | chairwoman | chair
    vice chairperson | vice chairman | vice chair | deputy chairman
  director | director-general | director general
    managing director
    executive director
    artistic director
    deputy director
  manager
    general manager
  founder | co-founder
  owner | proprietor
  partner
  banker
  board member
entrepreneur | businessman | businesswoman | tycoon | magnate
  investor
  developer
armed forces member | serviceman
  general
    major general
    lieutenant general
    brigadier general | brigadier
    chief of general staff
  admiral
  colonel
    lieutenant colonel
  major
  captain
  lieutenant
  sergeant
  commander
    commander-in-chief
  soldier | troop
  pilot
police officer | policeman | policewoman | officer | constable | detective | cop
  police chief | chief of police
  sheriff
  superintendent
firefighter | fireman | fire chief
judicial officer
  judge | magistrate
    chief justice
    justice
  prosecutor | public prosecutor | prosecuting attorney
    district attorney
    state attorney
    prosecutor general | chief prosecutor
  coroner
lawyer | attorney | solicitor | barrister | counsel | advocate
academic | scholar
  professor
    associate professor
    assistant professor
  lecturer
  researcher | research fellow | fellow
  scientist
    economist
      chief economist
    historian
    political scientist
    physicist
    biologist
    chemist
    epidemiologist
    virologist
    climatologist
    archaeologist
    psychologist
    sociologist
  teacher
  student
  dean
  rector
analyst | expert | specialist | pundit
doctor | physician | gp
  surgeon
  psychiatrist
  pathologist
nurse
engineer
architect
journalist | reporter | correspondent
  editor
    editor-in-chief | chief editor
  columnist | commentator
  presenter | anchor | host | broadcaster
  photographer | photojournalist
  blogger
  critic
writer | author
  novelist
  poet
  playwright
  biographer
  screenwriter
artist
  painter
  sculptor
  musician
    singer | vocalist
    composer
    conductor
    pianist
  actor | actress
  dancer | ballerina
  choreographer
  film director | filmmaker | movie director
  film producer | producer
  designer
  comedian
curator
publisher
athlete | sportsman | sportswoman
  player
    football player | footballer | soccer player
    goalkeeper | keeper
    defender
    midfielder
    striker | forward
    cricketer
    tennis player
    team captain | skipper | soccer captain | football captain | club captain
  runner
  swimmer
  cyclist
  driver | racing driver
  boxer
coach
  head coach | trainer
  assistant coach
referee | umpire
activist | campaigner
  human rights activist
  environmentalist
  trade unionist | union leader
  dissident
  organizer | organiser
religious leader | cleric | clergyman
  pope | pontiff
  patriarch
  archbishop
  bishop
  cardinal
  priest | pastor | vicar | reverend
  imam
  ayatollah
  rabbi
  monk
  nun
noble
  prince | crown prince
  princess
  duke
  duchess
  lord
  sheikh
first lady
farmer
worker | employee | staffer
  miner
guard | bodyguard
agent
  intelligence officer | spy
member
resident | local
witness | eyewitness
relative | family member
  parent
    father | dad
      stepfather
    mother | mum | mom
      stepmother
  child
    son
      stepson
    daughter
      stepdaughter
  sibling | twin
    brother
      half-brother | half brother
      stepbrother
    sister
      half-sister | half sister
      stepsister
  spouse
    husband
    wife
    widow
    widower
  former spouse
    ex-husband
    ex-wife
  life partner | domestic partner
    girlfriend
    boyfriend
    fiancé | fiance
    fiancée | fiancee
  grandparent
    grandfather
    grandmother
  grandchild
    grandson
    granddaughter
  uncle
  aunt | auntie | aunty
  nephew
  niece
  cousin
  relative by marriage | in-law
    father-in-law
    mother-in-law
    son-in-law
    daughter-in-law
    brother-in-law
    sister-in-law
victim
survivor
suspect | defendant | accused
  gunman | shooter
  attacker | assailant
prisoner | inmate | detainee
refugee | migrant | asylum seeker
`

/** The roles that are ties of family and household, no jobs: “his wife Anna”. */
export const kinRoles: ReadonlySet<string> = new Set([
  'relative', 'parent', 'father', 'stepfather', 'mother', 'stepmother', 'child', 'son', 'stepson', 'daughter', 'stepdaughter',
  'sibling', 'brother', 'half-brother', 'stepbrother', 'sister', 'half-sister', 'stepsister', 'spouse', 'husband', 'wife',
  'widow', 'widower', 'former spouse', 'ex-husband', 'ex-wife', 'life partner', 'girlfriend', 'boyfriend', 'fiancé', 'fiancée',
  'grandparent', 'grandfather', 'grandmother', 'grandchild', 'grandson', 'granddaughter', 'uncle', 'aunt', 'nephew', 'niece',
  'cousin', 'relative by marriage', 'father-in-law', 'mother-in-law', 'son-in-law', 'daughter-in-law', 'brother-in-law',
  'sister-in-law',
])
