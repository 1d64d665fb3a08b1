import { when } from '../printing.js'
import type { Finding } from './finding.js'

/** How old what is made by itself may become, in milliseconds: twice or three times the time after which it is due. */
export const oldestAllowed = {
  /** A checkpoint is due after five minutes and made within seconds: where it is not by now, nobody signs, and evidence waits. */
  checkpointMs: 10 * 60_000,
  comparisonMs: 3 * 60 * 60_000,
  /** A witness is another's: it may be away for as long as a checkpoint may take here. */
  cosignatureMs: 15 * 60_000,
} as const

interface Aged {
  /** When it was made, or what waits for it; null: nothing. */
  readonly since: string | null
  readonly now: Date
}

/** The checkpoints, by the oldest entry that is under none: where nothing happens, an old checkpoint is as good as a new one. */
export const ofCheckpoints = ({ since, now }: Aged): Finding => {
  const what = 'checkpoints'
  if (since === null) return { what, well: true, found: 'every entry is under one' }
  const found = `what came since ${when(since)} is under none`
  return isOld({ since, now }, oldestAllowed.checkpointMs)
    ? { what, well: false, found: `${found}: the log stands still, and evidence with it`, fix: whyNoneIsSigned }
    : { what, well: true, found: `${found} yet; one is due five minutes after an entry` }
}

const whyNoneIsSigned =
  'look into the log of the worker for `no checkpoint could be made` and why the sequencer refuses; docs/how-to/mend-what-is-stuck.md says what each reason asks for'

/** The hourly comparison of a programme, by its last report or, where there is none yet, by the beginning of the programme. */
export const ofComparison = ({ programme, since, now }: Aged & { readonly programme: string }): Finding | undefined =>
  since === null || !isOld({ since, now }, oldestAllowed.comparisonMs)
    ? undefined
    : {
        what: 'two witnesses',
        well: false,
        found: `${programme}: not compared since ${when(since)}`,
        fix: 'look into the schedule `reconciliation` of Temporal, and the log of the worker',
      }

interface Cosigning {
  readonly name: string
  readonly cosignedAt: string | null
  readonly waitingSince: string | null
}

/** A witness, by the oldest checkpoint that waits for it; where none waits it has seen all there is. */
export const ofWitness = ({ name, cosignedAt, waitingSince, now }: Cosigning & { readonly now: Date }): Finding => {
  const what = 'witness'
  const last =
    cosignedAt === null ? `${name} has not cosigned yet` : `${name} has not cosigned since ${when(cosignedAt)}`
  if (waitingSince === null) return { what, well: true, found: `${name} has cosigned the last checkpoint` }
  return isOld({ since: waitingSince, now }, oldestAllowed.cosignatureMs)
    ? {
        what,
        well: false,
        found: last,
        fix: 'look into the log of the worker for how it answers; docs/how-to/witness-the-log.md says what each answer means and what to do',
      }
    : { what, well: true, found: `${last}; a checkpoint waits for it since ${when(waitingSince)}` }
}

const isOld = ({ since, now }: { since: string; now: Date }, allowedMs: number): boolean =>
  now.getTime() - Date.parse(since) > allowedMs
