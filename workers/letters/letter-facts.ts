import { inEveryLanguage, reasonOf, titleOf, wordsOf } from '../../activities/wording.js'
import { zoneAround } from '../../domain/words/zone-around.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Instant } from '../../domain/ids.js'
import type { LocalText } from '../../domain/locale.js'
import { endInWords } from '../../domain/words/hours.js'
import { rejectionLabels } from '../../domain/exhibits/exhibit.js'
import { paperNames } from '../../domain/words/papers.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { letters } from '../../domain/letters/letters.js'
import { lifecycle } from '../../domain/lifecycle.js'
import { roles } from '../../domain/role.js'
import type { MailFacts } from '../../mail/letter.js'
import { agreementFactsOf } from './agreement-facts.js'
import type { StepInLetter } from './letter-steps.js'
import type { IsNamed } from './named.js'
import { voidedFactsOf } from './voided-facts.js'
import { defined } from '../../domain/values/defined.js'

interface Around {
  readonly step: StepInLetter | undefined
  readonly publicUrl: string
  readonly isNamed: IsNamed
  /** Of the link by which the reader acts (0051). */
  readonly token?: string
  readonly checkpoint?: MailFacts['checkpoint']
}

/** What a letter tells, in words of both languages, from the ids, keys and codes it was queued with. */
export const factsOf = (letter: OutgoingLetter, { step, publicUrl, isNamed, checkpoint, token }: Around): MailFacts => {
  const { base, names, facts, rehearsal, occurredAt, language } = letter
  const outcome = outcomeOf(letter)
  return {
    baseId: base,
    cluster: names === null ? { en: base, 'zh-CN': base } : { en: names.en.name, 'zh-CN': names['zh-CN'].name },
    recipientName: letter.name?.[language === 'en' ? 'en' : 'local'] ?? '',
    rehearsal,
    head: facts.head,
    headTime: occurredAt,
    zone: letter.zone,
    headSeq: facts.seq,
    link:
      token === undefined
        ? linkOf(letter, { publicUrl, acts: step?.reader.acts === true })
        : new URL(`/act#${token}`, publicUrl).href,
    ...defined({ checkpoint }),
    ...(step === undefined ? {} : factsOfStep(step, letter)),
    ...agreementFactsOf(facts),
    ...voidedFactsOf(facts, isNamed),
    ...defined({
      dueBy:
        letters[letter.kind].datedBy !== 'until' || facts.until === undefined
          ? undefined
          : endOf(facts.until, { own: letter.zone, place: letter.zone }),
      form: facts.form,
      exhibit: facts.exhibit && { id: facts.exhibit.id, why: rejectionLabels[facts.exhibit.code] },
      // The ladder counts its rungs from nought, whoever reads of them from one.
      rung: facts.rung === undefined ? undefined : facts.rung + 1,
      outcome,
      reason: facts.code === undefined ? undefined : reasonOf(facts.code),
    }),
  }
}

/** The end of a time in words: where the side that acts is first, then where the other one is. */
const endOf = (at: Instant, { own, place }: { own: string; place: string }): LocalText => {
  const other = own === programmeCalendar.zone ? place : programmeCalendar.zone
  return endInWords(at, { here: zoneAround(own, at), there: zoneAround(other, at) })
}

const factsOfStep = (
  { key, role, dueAt, formerDueAt, zone, reader, sentBack }: StepInLetter,
  { kind, facts, zone: place }: OutgoingLetter,
): Pick<
  MailFacts,
  'step' | 'dueBy' | 'formerDueBy' | 'options' | 'sentBack' | 'raised' | 'silence' | 'contested' | 'means'
> => {
  // Who signed is told in the role of the signature, whoever has the step now.
  const as = letters[kind].roleIs === 'signedAs' ? (facts.role ?? role) : role
  return {
    step: { key, title: titleOf(key), role: roles[as].label, isReaders: reader.acts },
    dueBy: endOf(dueAt, { own: zone, place }),
    options: reader.options.map((option) => wordsOf({ key, option })),
    ...reader.redress,
    ...defined({ raised: reader.raised }),
    ...defined({ silence: reader.silence, sentBack: sentBack && sentBackInWords(sentBack) }),
    ...defined({ formerDueBy: formerDueAt === undefined ? undefined : endOf(formerDueAt, { own: zone, place }) }),
  }
}

/** By which step it went back, and what is missing in the words of whoever sent it back. */
const sentBackInWords = ({
  key,
  code,
  words,
}: NonNullable<StepInLetter['sentBack']>): NonNullable<MailFacts['sentBack']> => ({
  by: inEveryLanguage((locale) => `${key} ${titleOf(key)[locale]}`),
  ...defined({ code: code && reasonOf(code), words: words ?? undefined }),
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
