import { dropEndedSignIns } from '../../db/writes/sign-ins.js'
import { inRounds } from '../in-rounds.js'
import type { ApiParts } from '../parts.js'

const [pauseMs, dayMs] = [60 * 60_000, 24 * 60 * 60_000]

/** Takes away, in rounds, sign-ins that ended a day ago; the access log keeps who signed in. Returns a function that stops it. */
export const startSignInSweeper = ({ db, clock, log }: ApiParts): (() => Promise<void>) =>
  inRounds({
    work: () => dropEndedSignIns(db, { before: new Date(clock().getTime() - dayMs).toISOString() }),
    everyMs: pauseMs,
    atOnce: false,
    log,
    waits: 'ended sign-ins could not be taken away; next try soon',
  })
