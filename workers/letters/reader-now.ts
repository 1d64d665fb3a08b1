import type { Kysely } from 'kysely'
import type { Database } from '../../db/schema.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import { partnerCalendarId } from '../../domain/judge/draft.js'
import { seatOn } from '../../domain/judge/seat.js'
import { takenOptions } from '../../domain/judge/options-told.js'
import { waitsFor } from '../../domain/judge/waits-for.js'
import { letters } from '../../domain/letters/letters.js'
import { isOpen } from '../../domain/letters/still-so.js'
import { offices } from '../../domain/role.js'
import type { LocalText } from '../../domain/locale.js'
import { textsSeen } from '../../domain/seen-texts.js'
import type { Actor } from '../../domain/values/actor.js'
import type { StepState } from '../../domain/state.js'
import { defined } from '../../domain/values/defined.js'
import type { Option } from '../../domain/values/step-key.js'
import type { MailFacts } from '../../mail/letter.js'
import { proposedVoidOf, raisedFactsOf } from './raised-facts.js'
import { redressFactsOf } from './redress-facts.js'
import { leadsOf } from './leads.js'
import { actsOn, type LetterStanding, type StandingOf } from './standing.js'
import { stepClock, type StepClock } from './step-clock.js'

/** What the reader of a letter may do about its step at the moment it leaves. */
export interface ReaderNow {
  /** Whether the step is for the reader to act on, and not only to know of. */
  readonly acts: boolean
  /** What would be taken of the reader now, asked of the judge as the inbox does; nothing where no decision of his or hers would. */
  readonly options: readonly Option[]
  /** Where each of them leads. */
  readonly leads?: Readonly<Record<Option, LocalText>>
  /** How much time the step has, and what becomes of it without an act. */
  readonly clock?: StepClock
  /** Who asked for the step, why and until when, for whoever is asked to act on it. */
  readonly raised?: MailFacts['raised']
  /**
   * By which seat the reader would act, and the text that he or she would approve; only where a letter asks
   * somebody outside the office for an act that would be taken.
   */
  readonly acting?: { readonly seat: string; readonly documents: readonly string[] }
  readonly redress?: Pick<MailFacts, 'contested' | 'means'>
}

/** Finds it for the letters of one look. Nobody is told of a choice that the judge would refuse. */
export const readersNow =
  (db: Kysely<Database>, standingOf: StandingOf): ((letter: OutgoingLetter) => Promise<ReaderNow>) =>
  async (letter) => {
    if (letter.step === null) return nothing
    const standing = await standingOf(letter)
    return standing === undefined ? nothing : readerNow(db, { standing, letter })
  }

const nothing: ReaderNow = { acts: false, options: [] }

const readerNow = async (
  db: Kysely<Database>,
  { standing, letter: { kind, facts } }: { standing: LetterStanding; letter: OutgoingLetter },
): Promise<ReaderNow> => {
  const { state, step, rules, calendars, now, eyes } = standing
  const { choosesNothing = false, roleIs, asksToAct = false } = letters[kind]
  if (step === undefined || rules === undefined) return nothing
  if (facts.form === 'second_word') return { ...nothing, ...defined({ raised: await proposedVoidOf(db, { step }) }) }
  const reader = await standing.reader()
  const acts = actsOn(reader, standing)
  const clock = isOpen(step) ? stepClock({ state, step, rules, calendars, now }) : {}
  if (!acts || roleIs !== undefined || choosesNothing || !isOpen(step)) return { acts, options: [], clock }
  const { procedure } = rules
  const isTaken = waitsFor(state, { id: step.id, actor: reader, procedure, now }) && (await standing.ahead()) === 0
  const options = isTaken
    ? takenOptions(state, { step, procedure, now, calendar: calendars[partnerCalendarId(state)] })
    : []
  return {
    acts,
    options,
    clock,
    leads: leadsOf(state, { step, options, procedure }),
    redress: redressFactsOf(state, { step, procedure }),
    ...defined({
      acting: asksToAct && options.length > 0 ? actingOf(reader, { ...standing, step, rules }) : undefined,
      raised: asksToAct ? await raisedFactsOf(db, { state, step, eyes, calendars }) : undefined,
    }),
  }
}

type Standing = LetterStanding & { readonly step: StepState; readonly rules: NonNullable<LetterStanding['rules']> }

const actingOf = (reader: Actor, { state, step, rules: { definition }, now }: Standing): ReaderNow['acting'] => {
  const seat = seatOn(state, { step, definition, actor: reader, now })
  return seat === undefined || offices.signsIn.includes(seat.role)
    ? undefined
    : { seat: seat.id, documents: textsSeen(state, { step, definition }) }
}
