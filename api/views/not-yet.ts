import { basesAhead } from '../../db/reads/turns.js'
import { notYet } from '../../domain/judge/turn.js'
import type { Instant } from '../../domain/ids.js'
import type { Procedure } from '../../domain/procedure.js'
import type { Refusal } from '../../domain/refusal.js'
import { openSteps, type BaseState } from '../../domain/state.js'
import type { ApiParts } from '../parts.js'

/** A session takes bases in rank order: the "no" to each open step of a base whose turn has not come (R9). */
export const notYetOn = async (
  { db }: Pick<ApiParts, 'db'>,
  { state, procedure, now }: { state: BaseState | undefined; procedure: Procedure; now: Instant },
): Promise<(id: string) => Refusal | undefined> => {
  const session = state?.ranks.at(-1)?.session
  if (state === undefined || session === undefined) return () => undefined
  const found = await Promise.all(
    openSteps(state).map(async ({ id, key }): Promise<readonly (readonly [string, Refusal])[]> => {
      const ahead = await basesAhead(db, { state, key, procedure })
      if (ahead.length === 0) return []
      return [[id, notYet({ code: 'out_of_turn', session, ahead }, { actor: undefined, now })]]
    }),
  )
  const noes = new Map(found.flat())
  return (id) => noes.get(id)
}
