import { machineClock } from '../../clock/machine-clock.js'
import type { ActBehind } from '../../db/reads/act-behind.js'
import type { OutgoingLetter } from '../../db/writes/letters.js'
import type { Instant } from '../../domain/ids.js'
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
  readonly window: UndoWindow
  readonly now?: Instant
}

/**
 * Whether a letter of somebody's act waits, so that the act can be taken back before anybody is told of it (0076). Taken back within
 * that time, the letter never leaves, however late its turn comes; later both letters do, since people rely on what they could have been told.
 * What bears no delay, as a stop, waits for nothing.
 */
export const awaitsUndo = async (
  { kind, facts, rehearsal }: Pick<OutgoingLetter, 'kind' | 'facts' | 'rehearsal'>,
  { act, window, now = machineClock().toISOString() }: Looked,
): Promise<Awaiting | undefined> => {
  const waitsMs = rehearsal ? window.rehearsalMs : window.realMs
  if (waitsMs === 0 || letters[kind].atOnce?.(facts) === true) return undefined
  const done = await act()
  if (done === undefined) return undefined
  const at = new Date(Date.parse(done.recordedAt) + waitsMs).toISOString()
  if (done.voidedAt !== null && done.voidedAt <= at)
    return { why: 'not sent: what was decided was taken back before it left' }
  return now < at ? { until: 'undo', at } : undefined
}
