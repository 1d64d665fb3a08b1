import { reasonOf, titleOf, wordsOf } from '../../activities/wording.js'
import { lastDayBefore } from '../../activities/papers/dates.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { LocalText } from '../../domain/locale.js'
import { paperNames } from '../../domain/words/papers.js'
import { programmeCalendar } from '../../domain/judge/draft.js'
import { lifecycle } from '../../domain/lifecycle.js'
import { roles } from '../../domain/role.js'
import type { LetterFacts } from '../../mail/letter.js'
import { agreementFactsOf } from './agreement-facts.js'
import type { StepInLetter } from './letter-steps.js'
import { voidedFactsOf } from './voided-facts.js'

interface Around {
  readonly step: StepInLetter | undefined
  readonly publicUrl: string
  readonly checkpoint?: LetterFacts['checkpoint']
}

/** What a letter tells, in words of both languages, from the ids, keys and codes it was queued with. */
export const factsOf = (letter: OutgoingLetter, { step, publicUrl, checkpoint }: Around): LetterFacts => {
  const { base, names, facts, rehearsal, occurredAt, language } = letter
  const outcome = outcomeOf(letter)
  return {
    baseId: base,
    cluster: names === null ? { en: base, 'zh-CN': base } : { en: names.en.name, 'zh-CN': names['zh-CN'].name },
    recipientName: letter.name?.[language === 'en' ? 'en' : 'local'] ?? '',
    ...{ rehearsal, head: facts.head, headTime: occurredAt, link: linkOf(letter, publicUrl) },
    ...(checkpoint === undefined ? {} : { checkpoint }),
    ...(step === undefined ? {} : factsOfStep(step, letter)),
    ...agreementFactsOf(facts),
    ...voidedFactsOf(facts),
    ...(letter.kind !== 'reservation_moved' || facts.until === undefined
      ? {}
      : { dueOn: lastDayBefore(facts.until, programmeCalendar.zone) }),
    ...(facts.rung === undefined ? {} : { rung: facts.rung }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(facts.code === undefined ? {} : { reason: reasonOf(facts.code) }),
  }
}

const factsOfStep = (
  { key, role, dueAt, formerDueAt, zone, options }: StepInLetter,
  { kind, facts }: OutgoingLetter,
): Pick<LetterFacts, 'step' | 'dueOn' | 'formerDueOn' | 'options'> => {
  // What was recorded or voided is past: it has no date any more, and is told in the role it was signed in.
  if (kind === 'paper_recorded' || kind === 'step_voided')
    return { step: { key, title: titleOf(key), role: roles[facts.role ?? role].label } }
  return {
    step: { key, title: titleOf(key), role: roles[role].label },
    dueOn: lastDayBefore(dueAt, zone),
    ...(formerDueAt === undefined ? {} : { formerDueOn: lastDayBefore(formerDueAt, zone) }),
    ...(choosesNothing.includes(kind) ? {} : { options: options.map((option) => wordsOf({ key, option })) }),
  }
}

/** Who is told that somebody else is late, that nobody is there, or what became of a paper, may not choose. */
const choosesNothing: readonly OutgoingLetter['kind'][] = [
  'escalated',
  'vacancy_found',
  'paper_awaits',
  'paper_refused',
]

const outcomeOf = ({ facts: { status, kind } }: OutgoingLetter): LocalText | undefined => {
  if (status !== undefined) return lifecycle[status].label
  return kind === undefined ? undefined : paperNames[kind]
}

/** A letter about a paper points to it, in the reader's language where it exists; any other to the base. */
const linkOf = ({ base, language, facts: { files = [] } }: OutgoingLetter, publicUrl: string): string => {
  const file = files.find((one) => one.language === language) ?? files[0]
  return new URL(file === undefined ? `/bases/${base}` : `/documents/${file.sha256}`, publicUrl).href
}
