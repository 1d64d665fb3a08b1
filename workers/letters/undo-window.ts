import { machineClock } from '../../clock/machine-clock.js'
import type { ActBehind, UndoneAct } from '../../db/reads/act-behind.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Instant } from '../../domain/ids.js'
import type { StepId } from '../../domain/values/step-key.js'
import { letters } from '../../domain/letters/letters.js'

/** How long letters of a decision wait, in real programmes and in rehearsals. */
export interface UndoWindow {
  readonly realMs: number
  readonly rehearsalMs: number
}

/** What becomes of a letter by it: it never leaves, or not before then; undefined: it leaves. */
export type Awaiting = { readonly why: string } | { readonly until: 'undo'; readonly at: Instant }

interface Looked {
  readonly act: () => Promise<ActBehind | undefined>
  /** Whether anybody could void the step of the act as its base stands. */
  readonly canBeVoided: (step: StepId) => boolean
  readonly window: UndoWindow
  readonly now?: Instant
}

/**
 * Whether a letter of somebody's act waits, so that the act can be taken back before anybody is told of it (0076). Taken back within
 * that time, the letter never leaves, however late its turn comes; later both letters do, since people rely on what they could have been told.
 * What bears no delay, as a stop, waits for nothing; nor does what nobody can take back any more, since waiting would promise that.
 */
export const awaitsUndo = async (
  { kind, facts, rehearsal }: Pick<OutgoingLetter, 'kind' | 'facts' | 'rehearsal'>,
  { act, canBeVoided, window, now = machineClock().toISOString() }: Looked,
): Promise<Awaiting | undefined> => {
  const waits = waitsMs({ rehearsal, window })
  if (waits === 0 || letters[kind].atOnce?.(facts) === true) return undefined
  const done = await act()
  if (done === undefined) return undefined
  const at = endOf(done, waits)
  if (done.voidedAt !== null && done.voidedAt <= at)
    return { why: 'not sent: what was decided was taken back before it left' }
  return now < at && canBeVoided(done.step) ? { until: 'undo', at } : undefined
}

/** Whether a letter unsays what its reader was never told: every act it undoes was taken back in time, and no letter of one has left. */
export const unsaysNothing = async (
  { kind, facts, rehearsal }: Pick<OutgoingLetter, 'kind' | 'facts' | 'rehearsal'>,
  { undone, window }: { readonly undone: () => Promise<readonly UndoneAct[]>; readonly window: UndoWindow },
): Promise<Awaiting | undefined> => {
  const waits = waitsMs({ rehearsal, window })
  if (waits === 0 || letters[kind].unsays?.(facts) !== true) return undefined
  const acts = await undone()
  const isUnheard = acts.every((act) => !act.isTold && act.voidedAt <= endOf(act, waits))
  return acts.length > 0 && isUnheard
    ? { why: 'not sent: what it takes back was never told, since it was taken back before that left' }
    : undefined
}

const waitsMs = ({ rehearsal, window }: { readonly rehearsal: boolean; readonly window: UndoWindow }): number =>
  rehearsal ? window.rehearsalMs : window.realMs

const endOf = ({ recordedAt }: { readonly recordedAt: Instant }, waits: number): Instant =>
  new Date(Date.parse(recordedAt) + waits).toISOString()
