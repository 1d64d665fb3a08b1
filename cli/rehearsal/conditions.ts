import { AcceptedResponse } from '../../api/contract/answer.js'
import { ConditionsResponse } from '../../api/contract/conditions.js'
import { isUnmet, type ConditionDue, type ConditionOwner } from '../../domain/conditions.js'
import { keyed, listed } from '../../domain/form/kinds/kind.js'
import type { FormAnswers } from '../../domain/form/form.js'
import { steps } from '../../domain/gicc/steps.js'
import type { OpenStep, Player, Theatre } from './theatre.js'
import { proofFor } from './proofs.js'

/** Remembers the conditions that a form proposes, by the ids they have from then on. */
export const noteProposed = ({ proposed }: Player, { step, answers }: { step: OpenStep; answers: FormAnswers }) => {
  if (steps[step.key]?.conditions?.proposes !== true) return
  for (const row of listed(answers['conditions'])) proposed.push(`${step.id}:${String(keyed(row)['id'])}`)
}

/** Before a step that waits for conditions its owners show what is due, and whoever decides checks it. */
export const meetConditions = async (
  stage: Theatre,
  { player, step, actor }: { readonly player: Player; readonly step: OpenStep; readonly actor: string },
): Promise<void> => {
  const gate = steps[step.key]?.awaitsConditions
  if (gate === undefined || player.proposed.length === 0) return
  const { client } = stage
  const path = `/bases/${player.base}/conditions`
  const { items } = await client.get(path, { schema: ConditionsResponse, as: actor })
  const due: readonly ConditionDue[] = gate.due === 'before_launch' ? ['before_signature', 'before_launch'] : [gate.due]
  for (const { id, owner } of items.filter((one) => due.includes(one.due) && isUnmet(one))) {
    const as = ownerIn(player, owner)
    const exhibit = await proofFor(stage, { player, actor: as, example: `condition ${id}` })
    const shown = { schema: AcceptedResponse, as, body: { exhibits: [exhibit] } }
    await client.post(`${path}/${encodeURIComponent(id)}/showings`, shown)
    const checked = { schema: AcceptedResponse, as: actor, body: { result: 'met' } }
    await client.post(`${path}/${encodeURIComponent(id)}/checks`, checked)
  }
}

const ownerIn = ({ cluster }: Player, owner: ConditionOwner): string =>
  ({ government: `p-${cluster}-lg`, organisation: `p-${cluster}-clo`, programme: 'p-pm-1' })[owner]
