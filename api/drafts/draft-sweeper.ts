import { dropLeftDrafts } from '../../db/writes/drafts.js'
import { draftDays } from '../../domain/retention.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts, AskingParts } from '../parts.js'

const [pauseMs, dayMs] = [60 * 60_000, 24 * 60 * 60_000]

/** Takes away, in rounds, drafts whose time is over (8.13). Returns a function that stops it. */
export const startDraftSweeper = (parts: ApiParts): (() => Promise<void>) =>
  inRounds({
    work: () => sweepDrafts(parts),
    everyMs: pauseMs,
    atOnce: false,
    log: parts.log,
    waits: 'drafts could not be looked through; next try soon',
  })

/** One round: what was never handed in goes some time after its step was closed. Says how many went. */
export const sweepDrafts = ({ db, clock }: AskingParts): Promise<number> =>
  dropLeftDrafts(db, { closedBefore: new Date(clock().getTime() - draftDays * dayMs).toISOString() })
