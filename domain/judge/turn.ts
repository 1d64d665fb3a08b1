import type { Actor } from '../values/actor.js'
import type { Instant } from '../ids.js'
import type { ClaimRefusal } from '../claims.js'
import type { Procedure, StepDefinition } from '../procedure.js'
import type { Refusal } from '../refusal.js'
import { isInForce, type BaseState } from '../state.js'
import type { StepKey } from '../values/step-key.js'
import { claim, type Draft } from './draft.js'

/** A session takes bases in rank order (R9): whose turn it is the database knows, which has the others of the session. */
export const claimTurn = (draft: Draft, definition: StepDefinition): Draft => {
  const turn = turnIn(draft.state, { definition, procedure: draft.rules.procedure })
  return turn === undefined ? draft : claim(draft, { claim: 'turn', ...turn })
}

/** A place in the order of a session, in which a step is decided. */
export interface Turn {
  readonly of: string
  readonly session: string
  readonly step: StepKey
  /** So often a body has met or decided in writing without a quorum before its base is passed over (E4). */
  readonly passedOverAfter: number
}

/** In which session's order a step is decided; undefined where it waits for no other base (R9). */
export const turnIn = (
  { programme, ranks }: BaseState,
  { definition: { key, inRankOrder }, procedure }: { definition: StepDefinition; procedure: Procedure },
): Turn | undefined => {
  const session = ranks.at(-1)?.session
  if (inRankOrder !== true || session === undefined) return undefined
  return { of: programme, session, step: key, passedOverAfter: procedure.settings.passedOverAfter }
}

/** The database found others whose turn comes first; whoever has a seat for this base alone hears how many, and not which. */
export const notYet = (
  { session, ahead }: Extract<ClaimRefusal, { code: 'out_of_turn' }>,
  { actor, now }: { readonly actor: Actor | undefined; readonly now: Instant },
): Refusal => {
  const seesOthers = actor?.mandates.some((mandate) => mandate.base === undefined && isInForce(mandate, now)) === true
  return { code: 'out_of_turn', detail: { session, before: ahead.length, ahead: seesOthers ? ahead : [] } }
}
