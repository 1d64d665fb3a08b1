import type { Revive } from '../commands/revival.js'
import type { By } from '../values/by.js'
import type { ProgrammeRevivalEvent } from '../events/revival.js'
import { offices, type Role } from '../role.js'
import { byOf, type BaseState } from '../state.js'
import type { Asked } from './asked.js'
import { accept, actingUnder, add, draftOf, refuse, type Judgement } from './draft.js'
import { notYourRole } from './refused.js'
import { seatOf } from './seat.js'
import { defined } from '../values/defined.js'

/** Who mends what the machines broke: it decides nothing about a base (SD10). */
export const revivers: readonly Role[] = [offices.revives]

/**
 * An administrator begins the missing workflow of a base again from its ledger; nothing about the base changes. Refused
 * where the workflow is not missing: the run was not begun for a revival, or its revival is written down already.
 */
export const judgeRevive = (state: BaseState, { command, actor, rules, moment }: Asked<Revive>): Judgement => {
  const mandate = seatOf(state, { actor, moment, wanted: revivers })
  if (mandate === undefined) return refuse(notYourRole(actor, { step: command.type, needs: revivers.join(', ') }))
  if (state.closed) return refuse({ code: 'base_closed', detail: { base: state.id, status: state.status } })
  const from = awaitsRevival(state, rules.revivedFrom)
  if (from === undefined) return refuse({ code: 'workflow_runs', detail: { stream: state.id } })
  const draft = actingUnder(mandate, draftOf(state, { rules, moment }))
  const by = byOf(actor.person, mandate)
  return accept(add(draft, { type: 'base_revived', ...revivedBy(command, { from, by }) }))
}

/** The entry of the ledger that a run was begun with and that waits for its revival; undefined: the workflow goes on. */
export const awaitsRevival = (
  { revivedFrom: last }: Pick<BaseState, 'revivedFrom'>,
  begunFrom: number | undefined,
): number | undefined => (last === begunFrom ? undefined : begunFrom)

/** What the entry of a revival says, of a base or a programme. */
export const revivedBy = (
  { code, reason }: Revive,
  { from, by }: { from: number; by: By },
): Omit<ProgrammeRevivalEvent, 'type'> => ({
  from,
  code,
  ...defined({ reason }),
  by,
})
