/**
 * Which words name which kind of happening: "invasion", "invaded" → war; "press conference" → press-conference.
 * In: the lemma and part of speech of a word (or a phrase of lemmas). Out: a concept of the event-type scheme.
 * The list was written for this project from knowledge of English news; it names words, not events.
 */
import type { EventType, Token } from '../model.js'
import { stems } from './lemmas.js'

interface EventWords {
  /** Nouns that name the happening, as lemmas; phrases joined by "_". */
  readonly nouns: string
  /** Verbs that name it; a particle is joined by "_": "go_off". */
  readonly verbs: string
}

const happenings: Readonly<Record<Exclude<EventType, 'happening'>, EventWords>> = {
  'meeting': { nouns: 'meeting summit gathering get-together assembly session briefing encounter', verbs: 'meet convene hold_talk' },
  'telephone-call': { nouns: 'telephone_call phone_call telephone_exchange telephone_conversation phone_conversation conversation call videoconference', verbs: 'telephone phone' },
  'press-conference': { nouns: 'press_conference news_conference press_briefing news_briefing press_gaggle media_briefing', verbs: '' },
  'negotiation': { nouns: 'negotiation talk peace_talk mediation', verbs: 'negotiate mediate' },
  'visit': { nouns: 'visit trip tour state_visit pilgrimage', verbs: 'visit tour' },
  'agreement': { nouns: 'agreement deal accord treaty pact memorandum settlement', verbs: 'sign ratify strike_a_deal' },
  'sanction': { nouns: 'sanction embargo boycott ban blockade tariff suspension', verbs: 'sanction ban boycott suspend freeze blacklist' },
  'protest': { nouns: 'protest demonstration rally march riot unrest uprising revolt revolution sit-in clash', verbs: 'demonstrate riot clash rally protest' },
  'war': { nouns: 'war invasion military_intervention intervention offensive occupation conflict military_operation annexation genocide coup insurgency battle fighting civil_war airstrikes hostilities', verbs: 'invade annex occupy intervene' },
  'attack': {
    nouns: 'attack assault airstrike air_strike strike raid bombing bombardment shelling ambush assassination assassination_attempt stabbing hijacking terror_attack acid_attack incursion cyberattack missile_attack drone_attack suicide_bombing incursion bomb_attack rocket_attack knife_attack arson_attack',
    verbs: 'attack bomb shell ambush assault raid stab assassinate storm hijack hack bombard fire_at',
  },
  'explosion': { nouns: 'explosion blast detonation', verbs: 'explode detonate go_off blow_up' },
  'shooting': { nouns: 'shooting gunfire mass_shooting shootout firefight', verbs: 'shoot gun_down open_fire' },
  'killing': { nouns: 'killing murder massacre homicide execution slaying beheading manslaughter', verbs: 'kill murder execute slay behead massacre lynch' },
  'death': { nouns: 'death passing fatality suicide drowning', verbs: 'die perish drown find_dead' },
  'injury': { nouns: 'injury', verbs: 'injure wound hurt maim' },
  'arrest': { nouns: 'arrest detention imprisonment capture kidnapping abduction extradition deportation raid', verbs: 'arrest detain jail imprison capture apprehend kidnap abduct extradite deport round_up' },
  'trial': { nouns: 'trial hearing lawsuit court_case prosecution appeal motion court_hearing inquest petition legal_motion legal_challenge filing', verbs: 'sue prosecute appeal file petition' },
  'ruling': { nouns: 'ruling verdict conviction acquittal sentence judgment court_order injunction court_ruling court_decision', verbs: 'convict acquit sentence find_guilty overturn uphold reject rule dismiss' },
  'charge': { nouns: 'indictment arraignment impeachment', verbs: 'charge indict impeach arraign' },
  'investigation': { nouns: 'investigation probe inquiry autopsy', verbs: 'investigate probe' },
  'crime': { nouns: 'robbery theft burglary fraud rape torture smuggling trafficking corruption arson vandalism heist', verbs: 'rob steal rape torture smuggle embezzle defraud bribe burgle' },
  'election': { nouns: 'election referendum by-election runoff primary poll general_election presidential_election candidacy', verbs: 'elect re-elect run_for_office run_for_president run_for_mayor run_for_governor run_for_congress run_for_parliament run_for_senate run_for_term run_for_re-election run_for_reelection stand_for_election' },
  'vote': { nouns: 'vote ballot no-confidence_vote', verbs: 'vote' },
  'appointment': { nouns: 'appointment nomination inauguration swearing-in promotion succession replacement hiring', verbs: 'appoint nominate inaugurate swear_in promote replace succeed take_office take_one\'s_place take_over hire join' },
  'resignation': { nouns: 'resignation departure retirement abdication', verbs: 'resign retire step_down abdicate quit' },
  'dismissal': { nouns: 'dismissal firing ouster removal sacking layoff redundancy', verbs: 'dismiss fire sack oust lay_off topple depose' },
  'legislation': { nouns: 'legislation enactment reform executive_order decree', verbs: 'legislate enact repeal' },
  'accident': { nouns: 'accident crash collision derailment plane_crash car_crash shipwreck stampede', verbs: 'crash collide derail capsize' },
  'disaster': { nouns: 'disaster catastrophe landslide avalanche famine drought collapse tsunami eruption volcanic_eruption mudslide heatwave heat_wave', verbs: 'collapse erupt' },
  'flood': { nouns: 'flood flooding flash_flood', verbs: 'flood inundate' },
  'fire': { nouns: 'fire blaze wildfire bushfire forest_fire', verbs: 'burn_down' },
  'storm': { nouns: 'storm hurricane cyclone typhoon tornado blizzard heavy_rain snowstorm thunderstorm tropical_storm', verbs: '' },
  'earthquake': { nouns: 'earthquake quake aftershock tremor', verbs: '' },
  'disease': { nouns: 'outbreak epidemic pandemic infection surgery operation hospitalization hospitalisation transplant vaccination treatment medical_treatment heart_attack cardiac_arrest', verbs: 'infect hospitalize hospitalise vaccinate take_to_hospital rush_to_hospital airlift_to_hospital admit_to_hospital treat_in_hospital treat_at_hospital' },
  'rescue': { nouns: 'rescue rescue_operation search_operation', verbs: 'rescue' },
  'evacuation': { nouns: 'evacuation displacement exodus', verbs: 'evacuate displace flee' },
  'publication': { nouns: 'publication revelation disclosure', verbs: 'publish' },
  'broadcast': { nouns: 'broadcast telecast talk_show interview televised_address', verbs: 'air broadcast televise' },
  'performance': { nouns: 'concert performance premiere exhibition festival gig', verbs: 'perform premiere' },
  'award': { nouns: 'award_ceremony prize-giving', verbs: 'award win' },
  'sports-match': { nouns: 'match game derby tournament final semifinal semi-final quarterfinal quarter-final championship race friendly grand_prix world_cup', verbs: 'beat' },
  'ceremony': { nouns: 'ceremony funeral burial memorial celebration commemoration vigil parade coronation baptism charity_run', verbs: 'bury commemorate' },
  'campaign': { nouns: 'election_campaign campaign_event campaign_rally presidential_campaign debate', verbs: 'campaign' },
  'conference': { nouns: 'conference congress convention forum symposium seminar', verbs: '' },
  'transaction': { nouns: 'sale purchase auction investment loan donation bailout transfer signing', verbs: 'sell buy purchase donate auction invest sign_up' },
  'acquisition': { nouns: 'acquisition takeover merger buyout', verbs: 'acquire merge' },
  'bankruptcy': { nouns: 'bankruptcy insolvency default', verbs: '' },
  'launch': { nouns: 'launch opening unveiling rollout', verbs: 'launch unveil inaugurate' },
  'strike': { nouns: 'walkout work_stoppage general_strike', verbs: '' },
  'economic-change': { nouns: 'recession inflation devaluation slowdown downturn rate_cut rate_hike price_rise downgrade upgrade', verbs: 'downgrade upgrade slash' },
  'discovery': { nouns: 'discovery find', verbs: 'discover find unearth' },
  'construction': { nouns: 'construction demolition', verbs: 'demolish' },
  'movement': { nouns: 'arrival voyage', verbs: 'arrive' },
  'deployment': { nouns: 'deployment mobilization mobilisation withdrawal', verbs: 'deploy mobilize mobilise withdraw send dispatch' },
  'ceasefire': { nouns: 'ceasefire cease-fire truce armistice', verbs: '' },
  'cancellation': { nouns: 'cancellation postponement', verbs: 'cancel postpone call_off scrap' },
  'birth': { nouns: 'birth', verbs: 'bear' },
  'marriage': { nouns: 'wedding marriage engagement', verbs: 'marry wed' },
  'divorce': { nouns: 'divorce', verbs: 'divorce' },
  'leak': { nouns: 'leak hack data_breach', verbs: 'leak' },
}

const listed = (kind: keyof EventWords): ReadonlyMap<string, EventType> => new Map(
  (Object.keys(happenings) as Exclude<EventType, 'happening'>[]).flatMap((type) =>
    happenings[type][kind].split(' ').filter(Boolean).map((word): [string, EventType] => [word.replaceAll('_', ' '), type])))

const nouns = listed('nouns')
const verbs = listed('verbs')

/** The kind of happening that a noun or verb (or phrase of lemmas joined by spaces) names by itself, if it names one. */
export function eventTypeOf(phrase: string, upos: string): EventType | undefined {
  return upos === 'VERB' ? verbs.get(phrase) : upos === 'NOUN' || upos === 'PROPN' ? nouns.get(phrase) : undefined
}

/** The base form that names a happening, where the model's lemma does not: "injured" → injure. */
export function eventLemma({ text, lemma, upos }: Pick<Token, 'text' | 'lemma' | 'upos'>): string {
  const given = lemma.toLowerCase()
  const known = [given, ...stems(text.toLowerCase()).filter(({ length }) => length > 3)].find((each) => eventTypeOf(each, upos) !== undefined)
  return known ?? given
}

/** Kinds that often tell of one and the same happening: the shooting is the attack; that it killed people is another. */
const families: readonly (readonly EventType[])[] = [
  ['attack', 'explosion', 'shooting', 'crime'],
  ['war', 'deployment'],
  ['killing', 'death'],
  ['flood', 'storm'],
  ['press-conference', 'meeting', 'conference'],
  ['meeting', 'negotiation', 'visit'],
  ['appointment', 'resignation', 'dismissal'],
  ['telephone-call', 'leak'],
]

/** 2: the same kind; 1: kinds of one family; 0: different things. */
export function kinship(a: EventType, b: EventType): 0 | 1 | 2 {
  if (a === b) return 2
  return families.some((family) => family.includes(a) && family.includes(b)) ? 1 : 0
}
