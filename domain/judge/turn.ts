import type { Actor } from '../values/actor.js'
import type { Instant } from '../ids.js'
import type { ClaimRefusal } from '../claims.js'
import type { StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { isInForce } from '../state.js'
import { claim, type Draft } from './draft.js'

/** A session takes bases in rank order (R9): whose turn it is the database knows, which has the others of the session. */
export const claimTurn = (draft: Draft, { key, inRankOrder }: StepDefinition): Draft => {
  const session = draft.state.ranks.at(-1)?.session
  if (inRankOrder !== true || session === undefined) return draft
  const { passedOverAfter } = draft.rules.procedure.settings
  return claim(draft, { claim: 'turn', of: draft.state.programme, session, step: key, passedOverAfter })
}

/** The database found others whose turn comes first; whoever has a seat for this base alone hears how many, and not which. */
export const notYet = (
  { session, ahead }: Extract<ClaimRefusal, { code: 'out_of_turn' }>,
  { actor, now }: { readonly actor: Actor | undefined; readonly now: Instant },
): Refusal => {
  const seesOthers = actor?.mandates.some((mandate) => mandate.base === undefined && isInForce(mandate, now)) === true
  return { code: 'out_of_turn', detail: { session, before: ahead.length, ahead: seesOthers ? ahead : [] } }
}
