import { AcceptedResponse } from '../../api/contract/answer.js'
import { ConditionsResponse } from '../../api/contract/conditions.js'
import type { ConditionDue, ConditionOwner } from '../../domain/conditions.js'
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

/** What whoever weighs conditions says of each: here all of them go on. */
export const conditionsKept = ({ proposed }: Player, { key }: Pick<OpenStep, 'key'>): FormAnswers => {
  const step = steps[key]
  if (step?.conditions?.weighs === undefined || proposed.length === 0) return {}
  const asked = step.form?.fields.find(({ code }) => code === 'conditions')
  // A body says yes or no to each; another says what becomes of each.
  const saysYesOrNo = asked?.kind === 'table' && asked.columns.some(({ code }) => code === 'adopt')
  const takes = saysYesOrNo ? { adopt: true } : { view: 'adopt' }
  const rows = proposed.map((id, index) => ({ id: `w${index + 1}`, condition: [{ kind: 'condition', id }], ...takes }))
  return { conditions: rows }
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
  for (const { id, owner } of items.filter((one) => due.includes(one.due) && one.status !== 'met')) {
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
