import { sectionsTold } from './sections-told.js'
import { reasonOf, titleOf, wordsOf } from '../../activities/wording.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Instant } from '../../domain/ids.js'
import type { LocalText } from '../../domain/locale.js'
import { dayEndOfProgramme, endInWords, momentInWords } from '../../domain/words/hours.js'
import { rejectionLabels } from '../../domain/exhibits/exhibit.js'
import { paperNames } from '../../domain/words/papers.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { steps } from '../../domain/gicc/steps.js'
import { letters } from '../../domain/letters/letters.js'
import { lifecycle } from '../../domain/lifecycle.js'
import { roles } from '../../domain/role.js'
import type { MailFacts } from '../../mail/letter.js'
import { agreementFactsOf } from './agreement-facts.js'
import type { AroundLetter } from './around.js'
import type { AskedBefore } from './asked-before.js'
import type { StepInLetter } from './letter-steps.js'
import type { IsNamed } from './named.js'
import { voidedFactsOf } from './voided-facts.js'
import { sessionDayInWords } from '../../domain/values/session-meeting.js'
import { defined } from '../../domain/values/defined.js'

interface Around {
  readonly step: StepInLetter | undefined
  readonly publicUrl: string
  /** The address of the office, to which letters are answered. */
  readonly office?: string
  readonly isNamed: IsNamed
  readonly around: AroundLetter
  readonly before: AskedBefore
  readonly paper: Pick<MailFacts, 'paperForm' | 'told'>
  /** What a step tells others, and what is counted of a reminder. */
  readonly news?: Pick<MailFacts, 'news' | 'told'>
  /** Of the link by which the reader acts (0051). */
  readonly token?: string
  readonly checkpoint?: MailFacts['checkpoint']
}

/** What a letter tells, in words of both languages, from the ids, keys and codes it was queued with. */
export const factsOf = (letter: OutgoingLetter, about: Around): MailFacts => {
  const { facts, rehearsal, occurredAt } = letter
  const { step, isNamed, around } = about
  const { nameOf } = around
  return {
    ...ofBase(letter, about),
    rehearsal,
    head: facts.head,
    headTime: occurredAt,
    zone: letter.zone,
    headSeq: facts.seq,
    ...ofBefore(letter, about.before),
    ...(step === undefined ? {} : factsOfStep(step, letter)),
    ...agreementFactsOf(facts, nameOf),
    ...voidedFactsOf(facts, { isNamed, nameOf }),
    ...defined({
      checkpoint: about.checkpoint,
      paperForm: about.paper.paperForm,
      news: about.news?.news,
      told: toldBy(about, letter.zone) ?? about.news?.told ?? (facts.clauses && sectionsTold(facts.clauses)),
      until: facts.until === undefined ? undefined : endOf(facts.until, { own: letter.zone, place: letter.zone }),
      meets: facts.meets && sessionDayInWords(facts.meets),
      form: facts.form,
      exhibit: facts.exhibit && { id: facts.exhibit.id, why: rejectionLabels[facts.exhibit.code] },
      expiring: facts.expiring && expiringOf(facts.expiring, letter.zone),
      outcome: outcomeOf(letter),
      reason: facts.code === undefined ? undefined : reasonOf(facts.code),
    }),
  }
}

type OfBase = Pick<
  MailFacts,
  'baseId' | 'cluster' | 'government' | 'recipient' | 'link' | 'acts' | 'record' | 'office'
> &
  Pick<AroundLetter, 'side' | 'audience' | 'body' | 'manager' | 'writtenAt'>

const ofBase = (letter: OutgoingLetter, { step, publicUrl, token, office, around }: Around): OfBase => {
  const { base, names, name } = letter
  const { side, audience, body, manager, writtenAt } = around
  const called = (what: 'name' | 'government'): LocalText | undefined =>
    names === null ? undefined : { en: names.en[what], 'zh-CN': names['zh-CN'][what] }
  return {
    baseId: base,
    cluster: called('name') ?? { en: base, 'zh-CN': base },
    link:
      token === undefined
        ? linkOf(letter, { publicUrl, acts: step?.reader.acts === true })
        : new URL(`/act#${token}`, publicUrl).href,
    record: new URL(`/bases/${base}`, publicUrl).href,
    ...defined({
      side,
      audience,
      body,
      manager,
      writtenAt,
      office,
      government: called('government'),
      recipient: name === null ? undefined : { en: name.en, 'zh-CN': name.local },
      acts: token === undefined ? undefined : (true as const),
    }),
  }
}

/** What the paper of the letter says, with the time for which a place is kept as it stands now. */
const toldBy = ({ paper: { told }, around: { slotUntil } }: Around, zone: string): MailFacts['told'] =>
  told === undefined || slotUntil === undefined
    ? told
    : { ...told, reservedUntil: endOf(slotUntil, { own: zone, place: zone }) }

/** The number of a reminder is that of those delivered to this reader, and one more. */
const ofBefore = (
  { kind, zone }: OutgoingLetter,
  { first, reminders, remindersAll }: AskedBefore,
): Pick<MailFacts, 'first' | 'firstMail' | 'nth' | 'reminders'> => ({
  reminders: remindersAll,
  ...defined({
    first: first === undefined ? undefined : dayOf(first.at, zone),
    firstMail: first?.mail,
    nth: letters[kind].ends === 'remind' ? reminders + 1 : undefined,
  }),
})

/** The day alone: the hour of a letter is nobody's date. */
const dayOf = (at: Instant, zone: string): LocalText => {
  const { en, 'zh-CN': chinese } = momentInWords(at, zone)
  return { en: en.replace(/,.*$/, ''), 'zh-CN': chinese.replace(/日.*$/, '日') }
}

/** Until when what was brought may be cited: to the end of its last day, where the programme is. */
const expiringOf = ({ ids, on }: NonNullable<OutgoingLetter['facts']['expiring']>, place: string) => ({
  ids,
  until: dayEndOfProgramme(on, place),
})

/** The end of a time in words: where the side that acts is first, then where the other one is. */
const endOf = (at: Instant, { own, place }: { own: string; place: string }): LocalText => {
  const other = own === programmeCalendar.zone ? place : programmeCalendar.zone
  return endInWords(at, { here: zoneAround(own, at), there: zoneAround(other, at) })
}

const factsOfStep = (
  { key, role, dueAt, formerDueAt, zone, reader, sentBack }: StepInLetter,
  { kind, facts, zone: place }: OutgoingLetter,
): Partial<MailFacts> => {
  // Who signed is told in the role of the signature, whoever has the step now.
  const as = letters[kind].roleIs === 'signedAs' ? (facts.role ?? role) : role
  return {
    step: { key, title: titleOf(key), role: roles[as].label },
    dueBy: endOf(dueAt, { own: zone, place }),
    dueAt,
    options: reader.options.map((option) => ({
      option,
      label: wordsOf({ key, option }),
      ...defined({ leads: reader.leads?.[option] }),
    })),
    ...reader.redress,
    ...reader.clock,
    ...defined({
      own: steps[key]?.asks,
      raised: reader.raised,
      sentBack: sentBack && sentBackInWords(sentBack),
      formerDueBy: formerDueAt === undefined ? undefined : endOf(formerDueAt, { own: zone, place }),
    }),
  }
}

/** By which step it went back, and what is missing in the words of whoever sent it back. */
const sentBackInWords = ({
  key,
  code,
  words,
  listed,
}: NonNullable<StepInLetter['sentBack']>): NonNullable<MailFacts['sentBack']> => ({
  by: titleOf(key),
  ...defined({ code: code && reasonOf(code), words: words ?? undefined, listed }),
})

const outcomeOf = ({ facts: { status, kind } }: OutgoingLetter): LocalText | undefined => {
  if (status !== undefined) return lifecycle[status].label
  return kind === undefined ? undefined : paperNames[kind]
}

/** A letter about a paper points to it, in the reader's language where it exists; one about a step the reader acts on to the step; any other to the base. */
const linkOf = (
  { base, step, language, facts: { files = [] } }: OutgoingLetter,
  { publicUrl, acts }: { readonly publicUrl: string; readonly acts: boolean },
): string => {
  const file = files.find((one) => one.language === language) ?? files[0]
  const about = acts && step !== null ? `/bases/${base}/steps/${step}` : `/bases/${base}`
  return new URL(file === undefined ? about : `/documents/${file.sha256}`, publicUrl).href
}
