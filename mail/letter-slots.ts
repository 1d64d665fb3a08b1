import { localDate } from '../domain/calendar-zone.js'
import { dateInWords, type Locale, type LocalText } from '../domain/locale.js'
import { programmeZone } from '../domain/values/programme-zone.js'
import { zoneAround } from '../domain/words/zone-around.js'
import { filled, type Slots } from './fill.js'
import type { MailFacts } from './letter.js'

/** What stands in the gaps of a letter's sentences, in one language. */
export const slotsOf = (facts: MailFacts, locale: Locale): Slots => {
  const slots = { ...ofBase(facts, locale), ...ofStep(facts, locale), ...ofTold(facts, locale) }
  const after = afterwards(facts, locale)
  const own = facts.own?.silence?.[locale]
  return { ...slots, after, silence: (own === undefined ? undefined : filled(own, slots)) ?? after }
}

const ofBase = (facts: MailFacts, locale: Locale): Slots => {
  const { cluster, government, baseId, zone = programmeZone, headTime, writtenAt = headTime, side } = facts
  const isPartner = side === 'partner'
  return {
    base: cluster[locale],
    government: government?.[locale],
    baseNo: baseId,
    you: locale === 'en' ? 'you' : isPartner ? '贵方' : '您',
    day: dayIn(zone, { at: headTime, locale }),
    date: dayIn(isPartner ? zone : programmeZone, { at: writtenAt, locale }),
    body: facts.body?.[locale],
    recipient: oneLine(facts.recipient?.[locale] ?? ''),
    manager: facts.manager?.[locale],
    office: facts.office,
  }
}

const ofStep = (facts: MailFacts, locale: Locale): Slots => {
  const { step, own, left, hold, reminders } = facts
  const matter = step?.title[locale]
  const ask = own?.ask[locale]
  const todo = locale === 'en' ? `act on "${matter}"` : `办理“${matter}”`
  return {
    matter,
    ask,
    todo: matter === undefined ? undefined : (ask ?? todo),
    actors: step && said(step.role, locale),
    signedAs: step && said(step.role, locale),
    due: facts.dueBy?.[locale],
    dueDay: facts.dueDay?.[locale],
    working: facts.isWorkingDate === true ? 'yes' : undefined,
    extends: facts.isExtensible === true ? 'yes' : undefined,
    former: facts.formerDueBy?.[locale],
    until: facts.until?.[locale],
    meets: facts.meets?.[locale],
    first: facts.first?.[locale],
    nth: facts.nth === undefined ? undefined : String(facts.nth),
    reminders: reminders === undefined || reminders === 0 ? undefined : String(reminders),
    left: left !== undefined && left > 0 ? String(left) : undefined,
    late: left !== undefined && left < 0 ? String(-left) : undefined,
    heldAfter: hold?.after?.[locale],
    holdDay: hold?.day?.[locale],
    holdDays: hold?.days === undefined ? undefined : String(hold.days),
    lapses: hold?.lapses[locale],
  }
}

const ofTold = (facts: MailFacts, locale: Locale): Slots => {
  const { paper, voided, adoption, sentBack, raised } = facts
  const reason = facts.reason === undefined ? undefined : said(facts.reason, locale)
  return {
    reason,
    reasonLow: reason && lower(reason),
    status: facts.outcome?.[locale],
    paper: facts.outcome?.[locale],
    contested: facts.contested?.[locale],
    means: facts.means?.[locale],
    sentBackBy: sentBack?.by[locale],
    sentBackFor: sentBack?.code?.[locale],
    missing: sentBack?.words,
    listed: sentBack?.listed?.[locale],
    raised: raised?.by[locale],
    proposed: raised?.by[locale],
    raisedWords: raised?.words,
    signatory: paper?.signatory[locale],
    act: paper?.option?.[locale],
    signedOn: paper?.signedOn && dateInWords(paper.signedOn, locale),
    entered: paper?.enteredBy[locale],
    confirmed: paper?.confirmedBy?.[locale],
    refused: paper?.refusedBy?.[locale],
    cause: voided?.cause[locale],
    because: voided?.because?.[locale],
    decidedBy: voided?.decidedBy?.[locale],
    version: adoption?.version,
    former: adoption?.former ?? facts.formerDueBy?.[locale],
    agreedBy: adoption?.agreedBy?.[locale],
    exhibitWhy: facts.exhibit?.why[locale],
    expiringUntil: facts.expiring?.until[locale],
    expiringCount: facts.expiring && String(facts.expiring.ids.length),
    ...Object.fromEntries(Object.entries(facts.told ?? {}).map(([name, text]) => [name, text[locale]])),
  }
}

/** What becomes of the step by itself, as a sentence. */
const afterwards = ({ silence }: MailFacts, locale: Locale): string | undefined => {
  if (silence === undefined) return undefined
  return locale === 'en' ? `If nothing is heard, ${silence.en}.` : `未作处理的，${silence['zh-CN']}。`
}

const dayIn = (zone: string, { at, locale }: { readonly at: string; readonly locale: Locale }): string =>
  dateInWords(localDate(zoneAround(zone, at), at), locale)

/** In the language of the letter, or as somebody has written it. */
export const said = (text: LocalText | string, locale: Locale): string =>
  typeof text === 'string' ? text : text[locale]

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Nothing a person typed starts a line of its own. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
