import type { BaseId } from '../../domain/ids.js'
import type { Kysely } from 'kysely'
import { decisionLetter } from '../../activities/papers/decision-letter.js'
import { dossierReceipt } from '../../activities/papers/dossier-receipt.js'
import { launchRecord } from '../../activities/papers/launch-record.js'
import { endIn } from '../../activities/papers/redress.js'
import { endOfTerm, reviewLetter } from '../../activities/papers/review-letter.js'
import { ofType, storySoFar, type StorySoFar } from '../../activities/papers/story-so-far.js'
import { inEveryLanguage, reasonOf } from '../../activities/wording.js'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { RedressOnPaper } from '../../documents/paper.js'
import type { Wording } from '../../documents/facts/parts.js'
import { daysInWords, figure } from '../../documents/wording.js'
import type { DocumentKind } from '../../domain/document-kind.js'
import type { PaperForm } from '../../domain/letters/letter.js'
import { isFinal, lifecycle } from '../../domain/lifecycle.js'
import { dateInWords, type LocalText } from '../../domain/locale.js'
import type { ReasonCode } from '../../domain/reason-code.js'
import { plainDate } from '../../domain/calendar-date.js'
import { endOfDay } from '../../domain/calendar-zone.js'
import { reviewAfter } from '../../domain/title.js'
import { programmeZone } from '../../domain/values/programme-zone.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import { colourLabel } from '../../domain/words/criteria.js'
import type { MailFacts } from '../../mail/letter.js'

type Told = Pick<MailFacts, 'paperForm' | 'told'>
type Gaps = Readonly<Record<string, LocalText | undefined>>

/** What the paper of a letter decides, read from the same story as the paper itself; nothing for a letter without such a paper. */
export const paperTold = async (db: Kysely<Database>, { base, seq, facts }: OutgoingLetter): Promise<Told> => {
  const { kind } = facts
  const tells = kind && tellings[kind]
  if (tells === undefined) return {}
  const order = await orderOf(db, { base, seq })
  if (order === undefined) return {}
  const found = tells(await storySoFar(db, { base, order }))
  return found === undefined ? {} : { paperForm: found[0], told: known(found[1]) }
}

const known = (gaps: Gaps): Readonly<Record<string, LocalText>> =>
  Object.fromEntries(
    Object.entries(gaps).flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])),
  )

/** The order whose paper the entry of a letter tells of. */
const orderOf = async (
  db: Kysely<Database>,
  { base, seq }: { readonly base: BaseId; readonly seq: number },
): Promise<string | undefined> => {
  const entry = await db
    .selectFrom('ledger_entry')
    .select('payload')
    .where('stream', '=', base)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return entry?.payload.type === 'document_made' ? entry.payload.order : undefined
}

type Telling = (story: StorySoFar) => readonly [PaperForm, Gaps] | undefined

const receipt = (story: StorySoFar): readonly [PaperForm, Gaps] => {
  const { parts, submittedOn } = dossierReceipt(story)
  const missing = parts.filter(({ present }) => !present)
  return [
    'received',
    {
      parts: same(String(parts.length - missing.length)),
      missing: missing.length === 0 ? undefined : listed(missing.map(({ title }) => title)),
      decidedOn: day(submittedOn),
    },
  ]
}

const decision = (story: StorySoFar): readonly [PaperForm, Gaps] | undefined => {
  const told = decisionLetter(story)
  const status = ofType(story.events, 'status_changed').at(-1)?.to
  if (status === undefined) return undefined
  const reserved = ofType(story.events, 'slot_reserved').at(-1)
  const gaps = {
    decision: wording(told.decision),
    decidedOn: day(told.decidedOn),
    reason: told.reasonCode && reasonOf(told.reasonCode),
    reasonLow: told.reasonCode && lowered(told.reasonCode),
    reasonText: told.reasons === undefined ? undefined : wording(told.reasons),
    score: told.score === undefined ? undefined : same(figure(told.score)),
    slot: reserved && same(String(reserved.slot)),
    conditions:
      told.conditions === undefined || told.conditions.length === 0 ? undefined : same(String(told.conditions.length)),
    ...redress(told.redress),
  }
  if (isFinal(status)) return status === 'withdrawn_by_nominee' ? undefined : ['not_taken', gaps]
  if (status === 'waiting_list') return ['waiting', gaps]
  if (lifecycle[status].holdsSlot) return ['approved', gaps]
  return told.favourable ? ['shortlisted', gaps] : undefined
}

const review = (story: StorySoFar): readonly [PaperForm, Gaps] => {
  const told = reviewLetter(story)
  const within = told.plan?.within
  const colour = inEveryLanguage((locale) => colourLabel(told.colour, locale))
  return [
    reviewForms[told.colour],
    {
      year: same(String(told.year)),
      total: same(figure(told.total)),
      colour,
      colourLow: { en: colour.en.toLowerCase(), 'zh-CN': colour['zh-CN'] },
      reason: told.reasonCode && reasonOf(told.reasonCode),
      reasonLow: told.reasonCode && lowered(told.reasonCode),
      titleYears: same(String(told.titleYears)),
      ...titleOf(story, told),
      nextReview: day(told.nextReviewOn),
      termEnds: told.termEnds,
      planWithin: within && inEveryLanguage((locale) => daysInWords(within, locale)),
      ...redress(told.redress),
    },
  ]
}

/** With which review the title of role model ends, and that the term of the memorandum ends before that. */
const titleOf = (story: StorySoFar, { year, titleYears = 1 }: ReturnType<typeof reviewLetter>): Gaps => {
  const { zone } = story
  const around = zoneAround(programmeZone, `${year + titleYears - 1}-12-31T12:00:00.000Z`)
  const at = reviewAfter(around, { year, years: titleYears })
  const endsOn = endOfTerm(story)
  const termEnds = endsOn && endOfDay(zoneAround(zone, `${endsOn}T12:00:00.000Z`), plainDate(endsOn))
  return {
    titleReview: endIn(story, at),
    titleTermEnds: termEnds !== undefined && termEnds < at ? endIn(story, termEnds) : undefined,
  }
}

const reviewForms = {
  role_model: 'role_model',
  green: 'in_order',
  green_with_advice: 'in_order',
  yellow: 'yellow',
  red: 'red',
  suspended: 'suspended',
} as const

const launch = (story: StorySoFar): readonly [PaperForm, Gaps] => {
  const { plaque, firstReviewOn } = launchRecord(story)
  return ['active', { plaque: same(plaque), firstReview: firstReviewOn === undefined ? undefined : day(firstReviewOn) }]
}

/** The papers that decide, each with what a letter tells of it. */
const tellings: Readonly<Partial<Record<DocumentKind, Telling>>> = {
  dossier_receipt: receipt,
  decision_letter: decision,
  review_letter: review,
  launch_record: launch,
}

const redress = (promised: RedressOnPaper | undefined): Gaps => {
  if (promised === undefined) return {}
  const { until, admittedWithin, decidedWithin } = promised
  return {
    redressUntil: until,
    admittedWithin: admittedWithin && inEveryLanguage((locale) => daysInWords(admittedWithin, locale)),
    decidedWithin: decidedWithin && inEveryLanguage((locale) => daysInWords(decidedWithin, locale)),
  }
}

const same = (text: string): LocalText => ({ en: text, 'zh-CN': text })
const day = (on: string): LocalText => inEveryLanguage((locale) => dateInWords(on, locale))
const wording = (text: Wording): LocalText => (typeof text === 'string' ? same(text) : text)
const lowered = (code: ReasonCode): LocalText => {
  const { en, 'zh-CN': chinese } = reasonOf(code)
  return { en: en.charAt(0).toLowerCase() + en.slice(1), 'zh-CN': chinese }
}
const listed = (texts: readonly Wording[]): LocalText => {
  const words = texts.map(wording)
  return { en: words.map(({ en }) => en).join(', '), 'zh-CN': words.map((one) => one['zh-CN']).join('、') }
}
