/**
 * Which words report what somebody said, what kind of speech act they name, and what may follow them as its content.
 * In: the lemma of a verb ("accuse"), of a verb with its particle or preposition ("call_for"), or of a noun
 * ("declaration"). Out: `{ act: 'accuse', frames: ['object'] }`.
 * The lists were written for this project from knowledge of English news; they name words, never people or articles.
 */
import type { SpeechAct } from '../model.js'
import { words } from './word-lists.js'

/**
 * What follows a cue as the content of a statement:
 * - `clause`: a clause or quotation – "said that it was over";
 * - `object`: the whole complement – "accused rebels of lying", "called for tariffs";
 * - `label`: an object with what it is called – "called him a liar", "described it as a coup";
 * - `infinitive`: "vowed to return";
 * - `quotation`: only words in quotation marks or a "that" clause – "“Yes,” he smiled";
 * - `claim`: an object only if it names something said or is labelled – "dismissed the suggestion that he lied".
 */
export type Frame = 'clause' | 'object' | 'label' | 'infinitive' | 'quotation' | 'claim'

export interface CueSense {
  readonly act: SpeechAct
  readonly frames: readonly Frame[]
}

type Row = readonly [act: SpeechAct, frames: string, lemmas: string]

/** Later rows do not overwrite earlier ones: the first sense of a word is its usual one. */
const verbs: readonly Row[] = [
  ['say', 'clause', 'say tell state add remark note comment mention observe write tweet post retweet blog email text quip joke repeat reiterate relate recount recall signal speak_out chip_in chime_in put_it go_on_record remember speculate muse surmise'],
  ['say', 'quotation', 'continue go_on begin conclude interject interrupt exclaim shout yell scream cry cry_out chant sing whisper mutter murmur mumble laugh smile sigh sob grin shrug nod gasp groan growl grumble snap bark roar read speak talk finish start react chuckle smirk stammer intone breathe drawl deadpan gush beam utter elaborate expand sum_up summarise summarize paraphrase'],
  ['say', 'object', 'defend'],
  ['say', 'claim', 'express voice convey communicate relay'],
  ['say', 'object quotation', 'reference cite quote_from point_to refer_to allude_to'],
  ['claim', 'clause infinitive', 'claim allege'],
  ['claim', 'clause', 'assert contend maintain insist imply insinuate intimate suggest hint profess purport protest_that posit'],
  ['announce', 'clause infinitive', 'announce'],
  ['announce', 'clause label', 'declare proclaim'],
  ['announce', 'clause', 'reveal disclose divulge unveil notify inform advise_that brief pronounce break_the_news let_slip let_know'],
  ['explain', 'clause', 'explain clarify spell_out elucidate expound outline set_out lay_out'],
  ['ask', 'clause infinitive', 'ask'],
  ['ask', 'clause', 'wonder inquire enquire query'],
  ['ask', 'clause claim', 'question'],
  ['answer', 'clause', 'answer reply respond retort counter rejoin riposte shoot_back hit_back fire_back snap_back write_back'],
  ['argue', 'clause', 'argue reason point_out stress emphasise emphasize underline underscore highlight conclude opine object reckon_that make_the_case make_clear make_it_clear make_plain counter_that warrant_that'],
  ['argue', 'object', 'argue_for argue_against make_the_case_for speak_out_against come_out_against'],
  ['accuse', 'object', 'accuse blame charge_with fault indict_for denounce_as implicate'],
  ['accuse', 'clause', 'complain'],
  ['criticise', 'object', 'criticise criticize slam blast denounce condemn decry attack_as lambast lambaste castigate deride mock ridicule berate chide chastise rebuke reprimand scold censure deplore bemoan lament assail excoriate disparage belittle skewer vilify upbraid admonish take_aim_at lash_out_at hit_out_at rail_against take_issue_with pour_scorn_on speak_ill_of scoff_at inveigh_against tear_into rail_at call_out hit_out_against lash_out_against'],
  ['criticise', 'quotation', 'fume rage rant scoff sneer jeer taunt thunder gripe moan whine lash_out hit_out hit_back_at rail vent huff'],
  ['praise', 'object', 'praise laud hail commend applaud extol compliment congratulate salute tout welcome eulogise eulogize pay_tribute_to heap_praise_on'],
  ['praise', 'quotation', 'enthuse rave'],
  ['praise', 'clause', 'boast brag'],
  ['deny', 'clause object infinitive', 'deny'],
  ['deny', 'object', 'refute rebut disavow repudiate downplay play_down shrug_off'],
  ['deny', 'claim', 'dismiss reject dispute contest discount brush_off brush_aside disown debunk scotch rubbish pooh-pooh contradict wave_away'],
  ['confirm', 'clause object', 'confirm corroborate'],
  ['confirm', 'clause', 'affirm reaffirm reassert attest verify testify vouch certify'],
  ['admit', 'clause object', 'admit'],
  ['admit', 'clause', 'concede recognise recognize acknowledge confess own_up grant_that allow_that'],
  ['admit', 'object', 'confess_to admit_to plead_guilty_to'],
  ['promise', 'clause infinitive object', 'promise pledge'],
  ['promise', 'clause infinitive', 'vow swear guarantee undertake commit volunteer'],
  ['promise', 'clause', 'assure reassure'],
  ['promise', 'infinitive', 'offer'],
  ['threaten', 'clause infinitive object', 'threaten'],
  ['warn', 'clause object', 'warn'],
  ['warn', 'clause', 'caution remind alert forewarn'],
  ['warn', 'object', 'warn_of warn_against warn_about caution_against'],
  ['demand', 'clause infinitive object', 'demand'],
  ['demand', 'object', 'call_for insist_on press_for lobby_for'],
  ['urge', 'clause object', 'urge'],
  ['urge', 'object', 'call_on call_upon appeal_to appeal_for implore beseech beg plead_with exhort entreat'],
  ['urge', 'quotation infinitive', 'appeal plead'],
  ['urge', 'object', 'ask_for seek_assurances'],
  ['urge', 'clause', 'request'],
  ['advise', 'clause object', 'advise recommend advocate counsel'],
  ['propose', 'clause object infinitive', 'propose'],
  ['propose', 'clause', 'moot float_the_idea'],
  ['agree', 'clause infinitive', 'agree concur'],
  ['agree', 'clause', 'echo'],
  ['refuse', 'quotation', 'refuse decline demur'],
  ['predict', 'clause object', 'predict forecast'],
  ['predict', 'clause', 'project prophesy foresee anticipate expect'],
  ['estimate', 'clause object', 'estimate'],
  ['estimate', 'clause', 'calculate reckon guess'],
  ['estimate', 'label', 'put_at'],
  ['think', 'clause', 'believe think feel doubt suspect opine assume'],
  ['think', 'label', 'consider deem regard_as view_as see_as'],
  ['hope', 'clause', 'hope wish'],
  ['fear', 'clause', 'fear worry fret'],
  ['describe', 'label', 'call describe label brand dub term characterise characterize refer_to_as portray depict paint_as cast_as liken compare classify'],
  ['report', 'clause object', 'report'],
  ['report', 'clause', 'find indicate document detail testify broadcast'],
  ['rule', 'clause', 'rule decree adjudge'],
  ['order', 'clause', 'order instruct command direct'],
  ['apologise', 'clause object', 'apologise_for apologize_for'],
  ['apologise', 'quotation', 'apologise apologize'],
  ['thank', 'object', 'thank'],
]

const nouns: readonly Row[] = [
  ['say', 'clause', 'statement remark comment word message tweet post assertion observation insistence reminder speech address letter'],
  ['claim', 'clause object', 'claim allegation contention suggestion insinuation'],
  ['announce', 'clause object', 'announcement declaration revelation disclosure'],
  ['argue', 'clause', 'argument conclusion view opinion stance'],
  ['accuse', 'clause object', 'accusation charge complaint'],
  ['criticise', 'object', 'criticism condemnation denunciation rebuke attack'],
  ['praise', 'object', 'praise'],
  ['deny', 'clause object', 'denial'],
  ['confirm', 'clause object', 'confirmation'],
  ['admit', 'clause object', 'admission acknowledgement acknowledgment confession'],
  ['promise', 'clause infinitive object', 'promise pledge vow assurance guarantee'],
  ['threaten', 'clause infinitive object', 'threat'],
  ['warn', 'clause object', 'warning'],
  ['demand', 'clause object', 'demand'],
  ['urge', 'clause object', 'call appeal request plea'],
  ['advise', 'clause', 'advice recommendation'],
  ['propose', 'clause object', 'proposal'],
  ['predict', 'clause object', 'prediction forecast'],
  ['estimate', 'clause object', 'estimate estimation'],
  ['think', 'clause', 'belief'],
  ['hope', 'clause', 'hope'],
  ['fear', 'clause', 'fear concern'],
  ['report', 'clause', 'report'],
  ['rule', 'clause', 'ruling'],
  ['order', 'clause infinitive', 'order instruction'],
  ['ask', 'clause', 'question'],
]

const senses = (rows: readonly Row[]): ReadonlyMap<string, CueSense> => {
  const byLemma = new Map<string, CueSense>()
  for (const [act, frames, lemmas] of rows) {
    for (const lemma of lemmas.split(' ')) {
      if (!byLemma.has(lemma)) byLemma.set(lemma, { act, frames: frames.split(' ') as Frame[] })
    }
  }
  return byLemma
}

export const verbSenses = senses(verbs)
export const nounSenses = senses(nouns)

/** Nouns for something said or written: "dismissed the [suggestion] that …". */
export const saidNouns: ReadonlySet<string> = words(
  'accusation allegation argument assertion assumption charge claim comment complaint contention criticism declaration '
  + 'denial idea insinuation notion objection opinion premise prediction question remark report rumor rumour speculation '
  + 'statement story suggestion theory threat view warning word '
  + 'anger alarm concern condolence confidence disappointment doubt fear frustration gratitude hope optimism outrage regret '
  + 'remorse reservation sadness satisfaction scepticism skepticism shock sorrow support surprise sympathy thanks worry',
)

/** Nouns for what carries words without being anybody: "according to the report", "the court papers say". */
export const documentNouns: ReadonlySet<string> = words(
  'account advertisement affidavit analysis announcement article autopsy biography blog blog_post book brief briefing '
  + 'bulletin column communique communiqué complaint data diary dispatch document documentary document dossier editorial email e-mail '
  + 'estimate essay evidence exposé figure file filing film footage forecast image indictment interview journal lawsuit leaflet '
  + 'letter lyric manifesto manuscript memo memoir memorandum message minute motion motto note notice obituary opinion page paper '
  + 'petition photo picture poll post posting press_release profile program programme proverb publication quote reading record '
  + 'recording release report research resolution result review ruling script series sign slogan song source speech statement '
  + 'statistic story study submission summary survey testimony text thesis transcript transcription tweet verdict version video '
  + 'warrant webpage website wording writing',
)
